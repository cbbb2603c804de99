import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../src/log/sqlite.ts';
import { verify } from '../../src/log/verify.ts';
import type { Verdict } from '../../src/log/verify.ts';
import { ada, checkedIn, range } from '../support/log-contract.ts';
import { now, smallStores, temporaryFolder } from './data-folder.ts';

function verdictOn(folder: string): Verdict {
  const verifying = verify(folder);
  for (;;) {
    const step = verifying.next();
    if (step.done === true) return step.value;
  }
}

const sound: Verdict = { kind: 'sound', events: 6, chain: expect.stringMatching(/^[0-9a-f]{64}$/) as string };

describe('a whole store', () => {
  it('given a closed and a killed store, then both are sound, and looking changes nothing', async () => {
    using folder = temporaryFolder();
    for (const store of Object.values(await smallStores(folder.path))) {
      const files = readdirSync(store).filter((name) => /^events\.(db|db-wal|head|seal)$/.test(name));
      const before = files.map((name) => readFileSync(join(store, name), 'hex'));
      expect(verdictOn(store)).toEqual(sound);
      expect(files.map((name) => readFileSync(join(store, name), 'hex'))).toEqual(before);
    }
  });

  it('given a running server, then verify goes beside it', async () => {
    using folder = temporaryFolder();
    const log = openLog({ folder: folder.data, now });
    for (const index of range(6)) await log.append(ada, index, [checkedIn(`e-${index}`)]);
    expect(verdictOn(folder.data)).toEqual(sound);
    await log.append(ada, 6, [checkedIn('e-7')]);
    await log.close();
    expect(verdictOn(folder.data)).toEqual({ ...sound, events: 7 });
  });

  it('given many events, then progress is told', async () => {
    using folder = temporaryFolder();
    const log = openLog({ folder: folder.data, now });
    await log.append(
      ada,
      0,
      range(2500).map((index) => checkedIn(`e-${index}`)),
    );
    await log.close();
    expect([...verify(folder.data)]).toEqual([1000, 2000, 2500].map((position) => ({ position, of: 2500 })));
  });
});

describe('a byte that changed', () => {
  it.each([
    ['closed', 'events.db'],
    ['closed', 'events.head'],
    ['closed', 'events.seal'],
    ['killed', 'events.db'],
    ['killed', 'events.db-wal'],
  ] as const)(
    'given a %s store and any byte of %s, then verify reports it',
    async (state, name) => {
      using folder = temporaryFolder();
      const stores = await smallStores(folder.path);
      const store = stores[state];
      const path = join(store, name);
      const bytes = readFileSync(path);
      // Every byte takes minutes: a prime step meets every region, and every offset within pages and frames in the end.
      const step = bytes.length > 1000 ? 53 : 1;
      const copy = join(folder.path, 'copy');
      const missed: number[] = [];
      for (let at = 0; at < bytes.length; at += step) {
        cpSync(store, copy, { recursive: true });
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] as number) ^ (1 << (at % 8));
        writeFileSync(join(copy, name), changed);
        if (verdictOn(copy).kind === 'sound') missed.push(at);
        rmSync(copy, { recursive: true });
      }
      expect(missed).toEqual([]);
    },
    60_000,
  );

  it('given a character of the third text, then position 3 is named, with and without a seal', async () => {
    using folder = temporaryFolder();
    const { closed } = await smallStores(folder.path);
    const path = join(closed, 'events.db');
    const bytes = readFileSync(path);
    bytes.write('document', bytes.indexOf('observed', bytes.indexOf('"id":"e-3"')));
    writeFileSync(path, bytes);
    const third: Verdict = { kind: 'damaged', position: 3, what: 'the chain is broken' };
    expect(verdictOn(closed)).toEqual(third);
    rmSync(join(closed, 'events.seal'));
    expect(verdictOn(closed)).toEqual(third);
  });

  it('given free space that changed, then the seal shows it and no event is blamed', async () => {
    using folder = temporaryFolder();
    const { closed } = await smallStores(folder.path);
    const path = join(closed, 'events.db');
    const bytes = readFileSync(path);
    bytes[bytes.length - 3000] = 1;
    writeFileSync(path, bytes);
    expect(verdictOn(closed)).toEqual({
      kind: 'damaged',
      position: null,
      what: 'between bytes 0 and 32767 the file differs from what was sealed',
    });
  });
});

describe('somebody with SQLite', () => {
  it.each([
    ['UPDATE events SET recorded_at = recorded_at + 1 WHERE position = 4', 4, /column recordedAt/],
    ['UPDATE events SET version = 9 WHERE position = 4', 4, /chain is broken/],
    [`UPDATE events SET key = x'00' WHERE position = 4`, 4, /key is not that of the id/],
    [
      `UPDATE events SET body = replace(body, 'observed', 'document') WHERE position = 4`,
      4,
      /chain is broken/,
    ],
    [`UPDATE events SET body = '{}' WHERE position = 4`, 4, /id missing/],
    ['DELETE FROM events WHERE position = 4', 4, /missing/],
    ['DELETE FROM events WHERE position = 6', 6, /event 6 was acknowledged and is not there/],
    [`UPDATE families SET name = 'family-eve' WHERE number = 2`, 2, /column family/],
    ['SELECT 1', null, /it lacks events_only_grow/],
  ])('given %s without the guards, then verify names the first event', async (sql, position, what) => {
    using folder = temporaryFolder();
    const { closed } = await smallStores(folder.path);
    const db = new DatabaseSync(join(closed, 'events.db'));
    const guards = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all();
    for (const { name } of guards) db.exec(`DROP TRIGGER ${String(name)}`);
    db.exec(sql);
    db.close();
    rmSync(join(closed, 'events.seal'));
    expect(verdictOn(closed)).toEqual({
      kind: 'damaged',
      position,
      what: expect.stringMatching(what) as string,
    });
  });
});
