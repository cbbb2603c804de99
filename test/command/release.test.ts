import { existsSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PlanEvent } from '../../src/domain/event.ts';
import { killedWhen, waakvlam } from '../support/command.ts';

/** `waakvlam release` as a person of operations uses it. */

const folder = mkdtempSync(join(tmpdir(), 'waakvlam-release-command-'));
const at = (name: string) => join(folder, name);
const seed = 'a long seed that only these tests know of';
const note = ['--recipient', 'universiteit', '--purpose', 'terugval'];
const few = ['--parameters', at('few.json')];

beforeAll(async () => {
  writeFileSync(
    at('few.json'),
    JSON.stringify({ k: 2, l: 1, sequence: { events: 0 }, suppression: { families: 1 } }),
  );
  await waakvlam([
    ...['simulate', '--families', '30', '--seed', '9', '--from', '2023-01-02', '--until', '2024-01-08'],
    ...['--out', at('region.jsonl')],
  ]);
  const imported = await waakvlam(['import', at('region.jsonl'), '--data', at('data')]);
  expect(imported.code).toBe(0);
}, 120_000);

const bytesOf = (path: string) =>
  Object.fromEntries(
    readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(path, name)).isFile())
      .map((name) => [name, readFileSync(join(path, name)).toString('base64')]),
  );

describe('given a store', () => {
  it('when it is released twice at one position with one seed, then the bytes are the same and each family hears of both, in its own file', async () => {
    const store = ['--data', at('data'), '--seed', seed, ...few, ...note];
    const one = await waakvlam(['release', '--out', at('one'), ...store]);
    expect([one.code, one.stdout]).toEqual([0, '']);
    const { source, release, counts } = JSON.parse(
      readFileSync(join(at('one'), 'manifest.json'), 'utf8'),
    ) as {
      source: { position: number; key: string };
      release: string;
      counts: { families: number };
    };
    expect(source.key).toBe('kept');
    const again = await waakvlam([
      ...['release', '--out', at('two'), '--position', String(source.position)],
      ...store,
    ]);
    expect(again.code).toBe(0);
    expect(bytesOf(at('two'))).toEqual(bytesOf(at('one')));
    await waakvlam(['export', at('after.jsonl'), '--data', at('data')]);
    const noted = readFileSync(at('after.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('ResearchDisclosureRecorded'))
      .map((line) => JSON.parse(line) as PlanEvent);
    // The same release is the same disclosure.
    expect(noted.length).toBe(counts.families);
    expect(new Set(noted.map(({ family }) => family)).size).toBe(counts.families);
    expect(noted[0]?.data).toEqual({ release, recipient: 'universiteit', purpose: 'terugval' });
    expect((await waakvlam(['verify', '--data', at('data')])).code).toBe(0);
  }, 240_000);

  it('when it is killed on the way, then the same command makes the same release', async () => {
    const args = ['release', '--events', at('region.jsonl'), '--seed', seed, ...few, ...note];
    expect((await waakvlam([...args, '--out', at('whole')])).code).toBe(0);
    const steps = ['workshop.db', 'release/events.jsonl', 'release/tables'];
    let kills = 0;
    for (const step of steps)
      if (
        await killedWhen([...args, '--out', at('killed')], () => existsSync(join(at('killed.part'), step)))
      ) {
        kills += 1;
        expect(existsSync(at('killed'))).toBe(false);
      }
    expect(kills).toBe(steps.length);
    expect((await waakvlam([...args, '--out', at('killed')])).code).toBe(0);
    expect(bytesOf(at('killed'))).toEqual(bytesOf(at('whole')));
    expect(existsSync(at('killed.part'))).toBe(false);
    expect(readFileSync(at('killed.disclosures.jsonl'), 'utf8').split('\n').length).toBeGreaterThan(10);
  }, 240_000);
});

describe('given something that cannot be', () => {
  const file = ['release', '--events', at('region.jsonl')];
  it.each([
    ['no folder', [...file, ...note], 2, '--out'],
    ['no recipient', [...file, '--out', at('x'), '--purpose', 'studie'], 2, '--recipient'],
    [
      'a purpose of many words',
      [...file, '--out', at('x'), '--recipient', 'uu', '--purpose', 'zo maar'],
      2,
      '--purpose',
    ],
    ['a position in a file', [...file, '--out', at('x'), ...note, '--position', '3'], 2, '--position'],
    [
      'a file that is not there',
      ['release', '--events', at('none'), '--out', at('x'), ...note],
      2,
      '--events',
    ],
    ['a folder that is there', [...file, '--out', folder, ...note], 2, 'exists already'],
    [
      'parameters that are none',
      [...file, '--out', at('x'), ...note, '--parameters', at('region.jsonl')],
      2,
      '--parameters',
    ],
    ['a k that the region cannot reach', [...file, '--out', at('x'), ...note], 3, 'nothing was released'],
  ] as const)(
    'when there is %s, then it is refused in words and nothing is written',
    async (_name, args, code, words) => {
      const ran = await waakvlam([...args]);
      expect([ran.code, ran.stdout]).toEqual([code, '']);
      expect(ran.stderr).toContain(words);
      expect(ran.stderr).not.toContain('    at ');
      expect(existsSync(at('x'))).toBe(false);
    },
    120_000,
  );

  it('when a line of the file is rejected, then the line is named and nothing is released', async () => {
    const lines = readFileSync(at('region.jsonl'), 'utf8').split('\n');
    writeFileSync(at('bad.jsonl'), [...lines.slice(0, 7), '{"id":"x"}', ...lines.slice(7)].join('\n'));
    const ran = await waakvlam(['release', '--events', at('bad.jsonl'), '--out', at('x'), ...note]);
    expect([ran.code, existsSync(at('x'))]).toEqual([2, false]);
    expect(ran.stderr).toContain('line 8 of the file is rejected (missing at "type")');
  });

  it('when it is a dry run, then the report is shown, nothing leaves and nothing is noted', async () => {
    const ran = await waakvlam([...file, '--dry-run', ...few, '--data', at('nowhere')]);
    expect([ran.code, ran.stdout.startsWith('# Risk report')]).toEqual([0, true]);
    expect(readdirSync(folder).filter((name) => name.includes('nowhere'))).toEqual([]);
  }, 120_000);
});
