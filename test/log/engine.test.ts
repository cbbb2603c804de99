import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openLog, openReader } from '../../src/log/sqlite.ts';
import { LogUnavailable } from '../../src/log/log.ts';
import { ada, checkedIn, collect, range } from '../support/log-contract.ts';
import { mounted, now, smallStores, temporaryFolder } from './data-folder.ts';

describe('what is stored stays', () => {
  it.each([
    ['UPDATE events SET body = body WHERE position = 1', 'what is stored stays'],
    ['DELETE FROM events', 'what is stored stays'],
    ['UPDATE families SET name = name', 'what is stored stays'],
    ['DELETE FROM types', 'what is stored stays'],
    [
      'INSERT OR REPLACE INTO events SELECT * FROM events WHERE position = 1',
      'a position must follow the last one',
    ],
    [replacing('7', 'version + 9', 'id'), 'a version must follow the last one of its family'],
    [replacing('9', 'version + 6', 'id'), 'a position must follow the last one'],
    [replacing('7', '4', 'id'), 'an id is stored once'],
    [replacing('NULL', '4', 'id'), 'a position must follow the last one'],
    [`INSERT OR REPLACE INTO families VALUES (1, 'family-eve')`, 'a name is stored once'],
    [`INSERT OR REPLACE INTO families VALUES (9, 'family-ada')`, 'a name is stored once'],
  ])('given %s, then it is refused', async (sql, message) => {
    using folder = temporaryFolder();
    const { closed } = await smallStores(folder.path);
    const db = new DatabaseSync(join(closed, 'events.db'));
    expect(() => {
      db.exec(sql);
    }).toThrow(message);
    db.close();
  });
});

describe('one writer per data folder', () => {
  it('given a log that is open, then a second open in this process names folder and process', () => {
    using folder = temporaryFolder();
    const log = openLog({ folder: folder.data, now });
    const failure = failureOf(() => openLog({ folder: folder.data, now }));
    expect(failure.trouble).toBe('in-use');
    expect(failure.message).toBe(
      `The log in ${folder.data} is open in this same process (${process.pid}). Stop that process, or choose another data folder.`,
    );
    void log.close();
    void openLog({ folder: folder.data, now }).close();
  });

  it('given a log that is open, then another process is refused, and may read', async () => {
    using folder = temporaryFolder();
    const log = openLog({ folder: folder.data, now });
    await log.append(ada, 0, [checkedIn('e-1')]);
    const other = run(`
      const { openLog, openReader } = await import(${JSON.stringify(join(process.cwd(), 'src/log/sqlite.ts'))});
      try { openLog({ folder: ${JSON.stringify(folder.data)}, now: () => 0 }); } catch (error) { console.log(error.message); }
      console.log([...openReader(${JSON.stringify(folder.data)}).readAll(0)].map(({ record }) => record.event.id).join());`);
    expect(other).toBe(
      `The log in ${folder.data} is open in process ${process.pid}. Stop that process, or choose another data folder.\ne-1\n`,
    );
    await log.append(ada, 1, [checkedIn('e-2')]);
    await log.close();
  });

  it('given a note of a holder that is gone, then it does not block', () => {
    using folder = temporaryFolder();
    mkdirSync(folder.data);
    writeFileSync(join(folder.data, 'lock.holder'), '1');
    expect(failureOf(() => openReader(folder.data)).trouble).toBe('missing');
    void openLog({ folder: folder.data, now }).close();
  });

  it('given a reader that was opened earlier, then it sees what is committed later', async () => {
    using folder = temporaryFolder();
    const log = openLog({ folder: folder.data, now });
    const reader = openReader(folder.data);
    await log.append(ada, 0, [checkedIn('e-1')]);
    expect([await reader.head(), await reader.version(ada)]).toEqual([1, 1]);
    expect((await collect(reader.readFamily(ada))).map(({ record }) => record.family)).toEqual([ada]);
    await reader.close();
    await log.close();
  });
});

describe('a place that fails', () => {
  it('given a full disk, then nothing is acknowledged, and it goes on when there is space', async ({
    skip,
  }) => {
    using folder = temporaryFolder();
    mkdirSync(folder.data);
    const mount = mounted(folder.data, 'size=1m');
    if ('reason' in mount) return skip(`no small disk can be mounted here: ${mount.reason}`);
    try {
      writeFileSync(join(folder.data, 'ballast'), Buffer.alloc(300_000));
      const log = openLog({ folder: folder.data, now });
      const acknowledged: string[] = [];
      const failures: unknown[] = [];
      for (let index = 0; failures.length === 0; index += 1) {
        await log.append(ada, 'any', [checkedIn(`e-${index}`)]).then(
          (written) => acknowledged.push(...(written.kind === 'appended' ? written.receipt.ids : [])),
          (error: unknown) => failures.push(error),
        );
      }
      expect(failures[0]).toMatchObject({
        name: 'LogUnavailable',
        trouble: 'disk-full',
        nextStep: 'Free some space and try again.',
      });
      expect((await collect(log.readAll(0))).map(({ record }) => record.id)).toEqual(acknowledged);
      await expect(log.append(ada, 'any', [checkedIn('still-full')])).rejects.toBeInstanceOf(LogUnavailable);
      rmSync(join(folder.data, 'ballast'));
      await log.append(ada, acknowledged.length, [checkedIn('space-again')]);
      await log.close();
      const reopened = openLog({ folder: folder.data, now });
      expect((await collect(reopened.readAll(0))).map(({ record }) => record.id)).toEqual([
        ...acknowledged,
        'space-again',
      ]);
      await reopened.close();
    } finally {
      mount.unmount();
    }
  });

  it('given a full database, then a whole group is refused and single ones go on when there is space', async () => {
    using folder = temporaryFolder();
    const log = openLog({ folder: folder.data, now, pageLimit: 24 });
    const results = await Promise.allSettled(
      range(400).map((index) => log.append(ada, 'any', [checkedIn(`e-${index}`)])),
    );
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(await log.head()).toBe(0);
    expect(await log.append(ada, 0, [checkedIn('e-1')])).toMatchObject({
      kind: 'appended',
      receipt: { position: 1 },
    });
    await log.close();
  });

  it('given a read-only folder, then it says so and what to do', async ({ skip }) => {
    using folder = temporaryFolder();
    mkdirSync(folder.data);
    const mount = mounted(folder.data, 'size=1m');
    if ('reason' in mount) return skip(`nothing can be mounted here: ${mount.reason}`);
    try {
      await openLog({ folder: folder.data, now }).close();
      execFileSync('mount', ['-o', 'remount,ro', folder.data]);
      const failure = failureOf(() => openLog({ folder: folder.data, now }));
      expect(failure.trouble).toBe('read-only');
      expect(failure.message).toBe(
        `${folder.data} cannot be written. Make the folder writable for this user, or choose another one.`,
      );
      const reader = openReader(folder.data);
      expect(await reader.head()).toBe(0);
      await reader.close();
    } finally {
      mount.unmount();
    }
  });

  it('given a folder that cannot be made, then it says so', () => {
    using folder = temporaryFolder();
    writeFileSync(folder.data, 'a file');
    expect(failureOf(() => openLog({ folder: join(folder.data, 'deeper'), now })).trouble).toBe('read-only');
  });

  it('given a file that is no log, then it is refused and left as it is', () => {
    using folder = temporaryFolder();
    mkdirSync(folder.data);
    const path = join(folder.data, 'events.db');
    writeFileSync(path, 'not a database, but long enough to look at '.repeat(100));
    expect(failureOf(() => openLog({ folder: folder.data, now })).trouble).toBe('damaged');
    expect(readFileSync(path, 'utf8').startsWith('not a database')).toBe(true);
    const other = new DatabaseSync(join(folder.path, 'events.db'));
    other.exec('CREATE TABLE notes (text)');
    other.close();
    expect(failureOf(() => openLog({ folder: folder.path, now })).message).toBe(
      `${folder.path} is not an event log: it was made by another program. Choose another folder, or put back a backup.`,
    );
  });
});

it('given damage that opening would turn into silent loss, then opening refuses and keeps every byte', async () => {
  using folder = temporaryFolder();
  const { killed } = await smallStores(folder.path);
  const path = join(killed, 'events.db-wal');
  const bytes = readFileSync(path);
  for (const at of [3, 2000, bytes.length / 2, bytes.length - 100]) {
    const changed = Buffer.from(bytes);
    changed[Math.floor(at)] = (changed[Math.floor(at)] as number) ^ 1;
    writeFileSync(path, changed);
    expect(failureOf(() => openLog({ folder: killed, now })).trouble).toBe('damaged');
    expect(readFileSync(path).equals(changed)).toBe(true);
  }
  rmSync(path);
  expect(failureOf(() => openLog({ folder: killed, now })).message).toContain(
    'event 6 was acknowledged and is not there',
  );
  expect(existsSync(path)).toBe(false);
});

function replacing(position: string, version: string, id: string): string {
  return `INSERT OR REPLACE INTO events SELECT ${position}, family, ${version}, type, occurred_from, occurred_to, reported_at,
    recorded_at, ${id}, supersedes, routine, key, chain, body FROM events WHERE position = 1`;
}

function failureOf(work: () => unknown): LogUnavailable {
  try {
    work();
  } catch (error) {
    if (error instanceof LogUnavailable) return error;
    throw error;
  }
  throw new Error('nothing failed');
}

const run = (code: string) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
