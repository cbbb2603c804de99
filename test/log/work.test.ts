import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Instant } from '../../src/domain/instant.ts';
import { openWorkFile } from '../../src/log/sqlite/work-file.ts';
import { openWork } from '../../src/log/sqlite/work.ts';
import { usualTerms } from '../../src/log/work.ts';
import type { Work } from '../../src/log/work.ts';
import { killWorkers } from '../support/kill-worker.ts';
import { mail, shortTerms, until } from '../support/tasks.ts';
import { workContract } from '../support/work-contract.ts';
import { temporaryFolder } from './data-folder.ts';

const now = () => Date.now() as Instant;

workContract('embedded', (terms) => {
  const folder = temporaryFolder();
  let work = openWork({ folder: folder.data, now, terms });
  return Promise.resolve({
    node: () => Promise.resolve(work),
    async restart(): Promise<Work> {
      await work.close();
      work = openWork({ folder: folder.data, now, terms });
      return work;
    },
    async end() {
      await work.close();
      folder[Symbol.dispose]();
    },
  });
});

it('given usual terms, then a retry waits twice as long each time, and ten attempts take some minutes', async () => {
  using folder = temporaryFolder();
  let clock = 0;
  const work = openWork({ folder: folder.data, now: () => clock as Instant });
  const begun: number[] = [];
  await work.offer(mail('m-1'));
  for (let attempt = 1; attempt <= usualTerms.attempts; attempt += 1) {
    const taking = work.take('mail', () => {
      begun.push(clock / 1000);
      return Promise.reject(new Error('away'));
    });
    await until(() => begun.length === attempt);
    await taking.stop();
    // Just before it is due nobody gets it.
    clock += Math.min(1000 * 2 ** (attempt - 1), 120_000);
  }
  expect(begun).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 247, 367]);
  expect((await work.parked('mail')).map(({ parkedAt }) => parkedAt)).toEqual([367_000]);
  await work.close();
});

it('given a store that refuses to write, then nothing is accepted in silence, and takers go on afterwards', async () => {
  using folder = temporaryFolder();
  const work = openWork({ folder: folder.data, now, terms: shortTerms });
  const [done, troubles]: [string[], Error[]] = [[], []];
  const lock = new DatabaseSync(join(folder.data, 'work.db'));
  lock.exec(
    "BEGIN IMMEDIATE; CREATE TRIGGER full BEFORE INSERT ON tasks BEGIN SELECT RAISE(ABORT, 'full'); END; COMMIT",
  );
  await expect(work.offer(mail('m-1'))).rejects.toThrow('full');
  lock.exec('DROP TRIGGER full');
  lock.exec("CREATE TRIGGER full BEFORE UPDATE ON tasks BEGIN SELECT RAISE(ABORT, 'full'); END");
  await work.offer(mail('m-1'));
  work.take(
    'mail',
    ({ name }) => {
      done.push(name);
      return Promise.resolve('done');
    },
    { trouble: (error) => troubles.push(error) },
  );
  await until(() => troubles.length > 1);
  lock.exec('DROP TRIGGER full');
  await until(() => done.length > 0);
  expect(done).toEqual(['m-1']);
  lock.close();
  await work.close();
});

it('given a task that takes its process with it each time, then it is parked and not begun again', async () => {
  using folder = temporaryFolder();
  const file = openWorkFile(folder.data);
  file.add([mail('m-1')], now());
  for (let attempt = 1; attempt <= shortTerms.attempts; attempt += 1) {
    expect(file.claim('mail', now(), now())?.attempt).toBe(attempt);
    file.giveBack();
  }
  file.close();
  const work = openWork({ folder: folder.data, now, terms: shortTerms });
  const begun: string[] = [];
  work.take('mail', ({ name }) => {
    begun.push(name);
    return Promise.resolve('done');
  });
  const parked = await until(async () => {
    const found = await work.parked('mail');
    return found.length > 0 && found;
  });
  expect([begun, parked.map(({ reason }) => reason)]).toEqual([[], ['no answer from 3 attempts']]);
  await work.close();
});

it('given a folder that cannot be used, then it says so', () => {
  using folder = temporaryFolder();
  rmSync(folder.path, { recursive: true });
  expect(() => openWork({ folder: '/dev/null/data', now })).toThrow('cannot be written');
});

it('given nodes that are killed again and again, then every accepted task is done, and a kill repeats one at most', async () => {
  using folder = temporaryFolder();
  const rounds = 25;
  const { accepted, ran, kills } = await killWorkers({ folder: folder.data, rounds, seed: 20_261_125 });
  const times = new Map<string, number>();
  for (const name of ran) times.set(name, (times.get(name) ?? 0) + 1);
  expect(accepted.filter((name) => !times.has(name))).toEqual([]);
  expect(ran.length - times.size).toBeLessThanOrEqual(kills);
  // A test in which nobody was killed in the middle of something would prove nothing.
  expect(accepted.length).toBeGreaterThan(rounds * 5);
  expect(kills).toBe(rounds);
}, 120_000);
