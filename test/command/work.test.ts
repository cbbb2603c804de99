import { expect, it } from 'vitest';
import type { Instant } from '../../src/domain/instant.ts';
import { openWork } from '../../src/log/sqlite/work.ts';
import { temporaryFolder } from '../log/data-folder.ts';
import { waakvlam } from '../support/command.ts';
import { mail, until } from '../support/tasks.ts';

/** An operator looks at what is parked and replays it, while the node runs. */

it('given a parked task, then it is listed with its reason, and retried by the node that runs', async () => {
  using folder = temporaryFolder();
  const done: string[] = [];
  const work = openWork({ folder: folder.data, now: () => 1_772_442_000_000 as Instant });
  let isBack = false;
  work.take('mail', ({ name }) => {
    if (!isBack) return Promise.resolve({ park: 'the address does not exist' });
    done.push(name);
    return Promise.resolve('done');
  });
  const ask = (...args: string[]) => waakvlam(['work', ...args, '--data', folder.data]);
  await work.offer(mail('m-1', { rung: 2 }));
  await until(async () => (await work.parked('mail')).length > 0);
  expect(await ask('list', 'mail')).toEqual({
    code: 0,
    stdout: '2026-03-02T09:00:00.000Z m-1  the address does not exist\n',
    stderr: '',
  });
  expect(JSON.parse((await ask('list', 'mail', '--json')).stdout)).toEqual([
    {
      ...mail('m-1', { rung: 2 }),
      reason: 'the address does not exist',
      parkedAt: '2026-03-02T09:00:00.000Z',
    },
  ]);
  isBack = true;
  expect((await ask('retry', 'mail')).stdout).toBe('1 task will be tried again.\n');
  await until(() => done.length > 0);
  await work.close();
  expect((await ask('list', 'mail')).stdout).toBe('Nothing of kind mail is parked.\n');
  expect((await ask('retry', 'mail', '--json')).stdout).toBe('{"replayed":0}\n');
}, 30_000);

it('given a word that is no kind, or a folder without work, then it says what to do', async () => {
  using folder = temporaryFolder();
  const wrong = await waakvlam(['work', 'list', 'Late-Mail', '--data', folder.data]);
  expect([wrong.code, wrong.stderr]).toEqual([
    2,
    'waakvlam: Late-Mail is no kind of work: a kind is a word of lower-case letters, such as breach\n',
  ]);
  const nothing = await waakvlam(['work', 'list', 'breach', '--data', folder.data]);
  expect([nothing.code, nothing.stderr]).toEqual([
    1,
    `waakvlam: There is no work in ${folder.data}. Check the data folder, or start the server once.\n`,
  ]);
}, 30_000);
