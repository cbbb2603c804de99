import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journal, journalSchema } from '../../src/access/journal.ts';
import type { Access } from '../../src/access/journal.ts';
import { openOffice } from '../../src/access/office.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { waakvlam } from '../support/command.ts';

/** An invented region goes into a store and comes out again, through the real commands. */

const folder = mkdtempSync(join(tmpdir(), 'waakvlam-store-'));
const region = join(folder, 'region.jsonl');
const data = join(folder, 'data');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const simulate = (out: string, ...more: string[]) =>
  waakvlam([
    'simulate',
    '--families',
    '6',
    '--seed',
    '7',
    '--from',
    '2024-01-01',
    '--until',
    '2024-07-01',
    '--out',
    out,
    ...more,
  ]);
const lineCount = (path: string) => readFileSync(path, 'utf8').split('\n').length - 1;
const sorted = (path: string) => readFileSync(path, 'utf8').trim().split('\n').map(withoutSeal).sort();
const withoutSeal = (line: string) => JSON.stringify({ ...(JSON.parse(line) as object), sealed: undefined });

beforeAll(async () => {
  expect(await simulate(region)).toMatchObject({ code: 0 });
}, 60_000);

it('simulate writes the same bytes for the same seed, to a file and to standard output', async () => {
  const again = join(folder, 'again.jsonl');
  await simulate(again);
  expect(readFileSync(again).equals(readFileSync(region))).toBe(true);
  const args = [
    'simulate',
    '--families',
    '6',
    '--seed',
    '7',
    '--from',
    '2024-01-01',
    '--until',
    '2024-07-01',
  ];
  expect((await waakvlam(args)).stdout).toBe(readFileSync(region, 'utf8'));
});

describe('a store', () => {
  it('takes in a file; again, it finds everything stored', async () => {
    const count = lineCount(region);
    const first = await waakvlam(['import', region, '--data', data]);
    expect([first.code, first.stderr]).toEqual([
      0,
      `waakvlam: ${count} written, 0 stored before, 0 ignored, 0 rejected\n`,
    ]);
    const second = await waakvlam(['import', region, '--data', data]);
    expect(second.stderr).toBe(`waakvlam: 0 written, ${count} stored before, 0 ignored, 0 rejected\n`);
  });

  it('goes on with an import that stopped half-way', async () => {
    const half = join(folder, 'half.jsonl');
    const lines = readFileSync(region, 'utf8').trim().split('\n');
    const other = join(folder, 'other');
    writeFileSync(half, lines.slice(0, 100).join('\n'));
    await waakvlam(['import', half, '--data', other]);
    const rest = await waakvlam(['import', region, '--data', other]);
    expect(rest.stderr).toBe(
      `waakvlam: ${lines.length - 100} written, 100 stored before, 0 ignored, 0 rejected\n`,
    );
  });

  it('says which lines it cannot take, and takes the others', async () => {
    const [first = ''] = readFileSync(region, 'utf8').split('\n');
    const changed = { ...(JSON.parse(first) as object), source: 'document' };
    const path = join(folder, 'strange.jsonl');
    writeFileSync(path, `{\n${JSON.stringify(changed)}\n`);
    const { code, stderr } = await waakvlam(['import', path, '--data', data]);
    expect(code).toBe(3);
    expect(stderr).toContain('line 1: json\n');
    expect(stderr).toContain('duplicate at id');
    expect(stderr).toContain('0 written, 0 stored before, 0 ignored, 2 rejected');
  });

  it('gives everything back, with names sealed unless they are asked for', async () => {
    const out = join(folder, 'out.jsonl');
    expect(await waakvlam(['export', out, '--data', data])).toMatchObject({ code: 0 });
    expect(sorted(out)).toEqual(sorted(region));
    expect(readFileSync(out, 'utf8')).not.toContain('verzonnen');
    const open = join(folder, 'open.jsonl');
    await waakvlam(['export', open, '--data', data, '--open']);
    const plain = (path: string) =>
      readFileSync(path, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.stringify(JSON.parse(line)))
        .sort();
    expect(plain(open)).toEqual(plain(region));
  });

  it('knows its own export again, and opens it in a new store that has the keys', async () => {
    const out = join(folder, 'back.jsonl');
    await waakvlam(['export', out, '--data', data]);
    const count = lineCount(region);
    const again = await waakvlam(['import', out, '--data', data]);
    expect(again.stderr).toBe(`waakvlam: 0 written, ${count} stored before, 0 ignored, 0 rejected\n`);
    const restored = join(folder, 'restored');
    mkdirSync(restored);
    for (const name of ['keys.db', 'master.key']) copyFileSync(join(data, name), join(restored, name));
    await waakvlam(['import', out, '--data', restored]);
    const open = join(folder, 'restored.jsonl');
    await waakvlam(['export', open, '--data', restored, '--open']);
    expect(readFileSync(open, 'utf8').split('\n').sort()).toEqual(
      readFileSync(region, 'utf8').split('\n').sort(),
    );
  });

  it('goes on with an export that was cut in the middle of a line', async () => {
    const whole = join(folder, 'whole.jsonl');
    const out = join(folder, 'cut.jsonl');
    await waakvlam(['export', whole, '--data', data]);
    copyFileSync(whole, `${out}.part`);
    truncateSync(`${out}.part`, Math.floor(readFileSync(whole).length / 2));
    const { stderr } = await waakvlam(['export', out, '--data', data]);
    expect(stderr).toMatch(/events written, \d+ stood there already/);
    expect(readFileSync(out).equals(readFileSync(whole))).toBe(true);
  });

  it('is sound, and says so', async () => {
    const { code, stdout } = await waakvlam(['verify', '--data', data, '--json']);
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      { sound: true, events: lineCount(region), chain: expect.any(String) as unknown },
    ]);
  });

  it('is not sound after a row of the access log changed, and names the row', async () => {
    const row: Access = {
      at: 0 as Instant,
      event: 'read',
      route: 'family',
      user: 'noor',
      name: 'Noor',
      responsible: 'noor',
      role: 'monitor',
      purpose: 'care',
      ground: 'own',
      outcome: 'granted',
      address: '',
      session: '',
    };
    const office = openOffice(data, [journalSchema]);
    try {
      journal(office).write([row, row]);
      const before = await waakvlam(['verify', '--data', data, '--json']);
      expect([before.code, JSON.parse(before.stdout)]).toMatchObject([
        0,
        { access: { kind: 'whole', rows: 2 } },
      ]);
      office.db.exec(`DROP TRIGGER journal_keeps; UPDATE journal SET name = 'Sander' WHERE n = 2`);
    } finally {
      office.close();
    }
    const { code, stdout, stderr } = await waakvlam(['verify', '--data', data, '--json']);
    expect([code, JSON.parse(stdout)]).toMatchObject([
      1,
      { sound: false, access: { kind: 'broken', at: 2 } },
    ]);
    expect(stderr).toMatch(/NOT SOUND: row 2 of the access log/);
    rmSync(join(data, 'office.db'));
  });

  it('is not sound after one byte of one event changed, and names its position', async () => {
    const path = join(data, 'events.db');
    const bytes = readFileSync(path);
    // Pages that were split leave old copies behind; the last copy is the one that counts.
    const place = bytes.lastIndexOf('"role":"child"');
    bytes[place + 9] = 'd'.charCodeAt(0);
    writeFileSync(path, bytes);
    const { code, stdout, stderr } = await waakvlam(['verify', '--data', data, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ sound: false, position: expect.any(Number) as unknown });
    expect(stderr).toMatch(/NOT SOUND: position \d+/);
  });

  it('that is not there is told in words', async () => {
    for (const command of ['verify', 'export']) {
      const args = command === 'export' ? ['export', '-'] : ['verify'];
      const { code, stderr } = await waakvlam([...args, '--data', join(folder, 'nowhere')]);
      expect([command, code]).toEqual([command, 1]);
      expect(stderr).toMatch(/Check the data folder/);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});
