import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Taking, Task, Work, Worker, WorkTerms } from '../../src/log/work.ts';
import { mail, pause, shortTerms, until } from './tasks.ts';

/** Tasks that nobody else sees, over which any number of nodes can be opened. */
export interface WorkUnderTest {
  /** The first time the only one; then others, as far as the engine knows others. */
  node(): Promise<Work>;
  /** Ends all nodes and opens one anew. */
  restart(): Promise<Work>;
  /** Closes and clears away. */
  end(): Promise<void>;
}

/** What every engine promises in `src/log/work.ts`. */
export function workContract(name: string, open: (terms: WorkTerms) => Promise<WorkUnderTest>): void {
  describe(`work: ${name}`, () => {
    let under: WorkUnderTest;
    let work: Work;
    let log: string[];

    beforeEach(async () => {
      under = await open(shortTerms);
      work = await under.node();
      log = [];
    });
    afterEach(() => under.end());

    /** Does everything and notes it. */
    const noting: Worker = ({ name: task }, attempt) => {
      log.push(`${task} ${attempt}`);
      return Promise.resolve('done');
    };

    /** Whatever was offered before has been taken when this resolves, unless it waits for a retry. */
    async function settled(node: Work, sentinel: string): Promise<void> {
      await node.offer(mail(sentinel));
      await until(() => log.some((line) => line.startsWith(`${sentinel} `)));
    }

    it('given a task, then it is done with its data', async () => {
      const seen: Task[] = [];
      const data = { to: 'party:school', rung: 2, urgent: true, after: null };
      await work.offer(mail('m-1', data));
      work.take('mail', (task) => {
        seen.push(task);
        return Promise.resolve('done');
      });
      await until(() => seen.length > 0);
      expect(seen).toEqual([{ kind: 'mail', name: 'm-1', data }]);
    });

    it('given a node that stops as soon as it takes, then it ends, and the next one does what was offered', async () => {
      await work.offer(mail('m-1'));
      const stopping = work.take('mail', noting).stop();
      expect(await Promise.race([stopping.then(() => 'ended'), pause(10_000)])).toBe('ended');
      const next = await under.restart();
      next.take('mail', noting);
      await settled(next, 'm-2');
      expect(log.filter((line) => line.startsWith('m-1'))).toEqual(['m-1 1']);
    });

    it('given a taker that waits, then a task that comes later is done, and those before it in their order', async () => {
      await work.offer(mail('m-1'));
      await work.offer(mail('m-2'));
      work.take('mail', noting);
      await settled(work, 'm-3');
      await settled(work, 'm-4');
      expect(log).toEqual(['m-1 1', 'm-2 1', 'm-3 1', 'm-4 1']);
    });

    it('given the same name from two nodes, at once, after it is done and after a restart, then it is done once', async () => {
      const other = await under.node();
      work.take('mail', noting);
      other.take('mail', noting);
      const many = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? work : other));
      await Promise.all(many.map((node, index) => node.offer(mail('m-1', { index }))));
      await settled(work, 'end-1');
      await other.offer(mail('m-1'));
      await settled(other, 'end-2');
      const again = await under.restart();
      again.take('mail', noting);
      await again.offer(mail('m-1'));
      await settled(again, 'end-3');
      expect(log.filter((line) => line.startsWith('m-1'))).toEqual(['m-1 1']);
    });

    it('given many tasks and two nodes, then each task is done once, and by each node one at a time', async () => {
      const other = await under.node();
      const names = Array.from({ length: 40 }, (_, index) => `m-${index}`);
      let most = 0;
      const counting = (): Worker => {
        let busy = 0;
        return async (task, attempt) => {
          most = Math.max(most, (busy += 1));
          await pause(1);
          busy -= 1;
          return noting(task, attempt);
        };
      };
      work.take('mail', counting());
      other.take('mail', counting());
      await Promise.all(names.map((task) => work.offer(mail(task))));
      await until(() => log.length >= names.length);
      await settled(work, 'end');
      expect(log.filter((line) => line !== 'end 1').sort()).toEqual(names.map((task) => `${task} 1`).sort());
      expect(most).toBe(1);
    });

    it('given a worker that throws and then asks for a retry, then the task comes again until it is done', async () => {
      await work.offer(mail('m-1'));
      work.take('mail', async (task, attempt) => {
        await noting(task, attempt);
        if (attempt === 1) throw new Error('the mail server is away');
        return attempt === 2 ? { retry: 'still away' } : 'done';
      });
      await until(() => log.length === 3);
      await settled(work, 'end');
      expect(log.slice(0, 3)).toEqual(['m-1 1', 'm-1 2', 'm-1 3']);
      expect(await work.parked('mail')).toEqual([]);
    });

    it('given a task that waits for its retry, then others are done meanwhile', async () => {
      await work.offer(mail('m-1'));
      await work.offer(mail('m-2'));
      work.take('mail', async (task, attempt) => {
        await noting(task, attempt);
        return task.name === 'm-1' && attempt < 3 ? { retry: 'away' } : 'done';
      });
      await until(() => log.length === 4);
      expect([...log].sort()).toEqual(['m-1 1', 'm-1 2', 'm-1 3', 'm-2 1']);
      expect(log.indexOf('m-2 1')).toBeLessThan(log.indexOf('m-1 3'));
    });

    it('given a task that fails each time, then it is parked with its reason, and comes again when it is replayed', async () => {
      let isBack = false;
      const before = Date.now();
      await work.offer(mail('m-1', { rung: 1 }));
      work.take('mail', async (task, attempt) => {
        await noting(task, attempt);
        if (!isBack) throw new Error(`away ${attempt}`);
        return 'done';
      });
      const parked = await until(async () => {
        const found = await work.parked('mail');
        return found.length > 0 && found;
      });
      expect(parked).toEqual([
        { ...mail('m-1', { rung: 1 }), reason: 'away 3', parkedAt: parked[0]?.parkedAt },
      ]);
      expect(parked[0]?.parkedAt).toBeGreaterThan(before - 60_000);
      expect(await work.parked('bell')).toEqual([]);
      isBack = true;
      await work.offer(mail('m-1'));
      await settled(work, 'end-1');
      expect(log).toEqual(['m-1 1', 'm-1 2', 'm-1 3', 'end-1 1']);
      expect(await work.replayParked('mail')).toBe(1);
      await until(() => log.length === 5);
      await settled(work, 'end-2');
      expect(log.slice(4)).toEqual(['m-1 1', 'end-2 1']);
      expect([await work.parked('mail'), await work.replayParked('mail')]).toEqual([[], 0]);
    });

    it('given a task that its worker parks, then it is not tried again, also not after a restart', async () => {
      await work.offer(mail('m-1'));
      work.take('mail', async (task, attempt) => {
        await noting(task, attempt);
        return { park: 'the address does not exist' };
      });
      await until(async () => (await work.parked('mail')).length > 0);
      const again = await under.restart();
      again.take('mail', noting);
      await settled(again, 'end');
      expect(log).toEqual(['m-1 1', 'end 1']);
      expect((await again.parked('mail')).map(({ reason }) => reason)).toEqual([
        'the address does not exist',
      ]);
    });

    it('given a worker that never ends, then the task comes again, and the others come meanwhile', async () => {
      await work.offer(mail('m-1'));
      work.take('mail', async (task, attempt) => {
        await noting(task, attempt);
        return attempt === 1 && task.name === 'm-1' ? new Promise(() => undefined) : 'done';
      });
      await until(() => log.length > 0);
      await work.offer(mail('m-2'));
      await until(() => log.length === 3);
      expect([...log].sort()).toEqual(['m-1 1', 'm-1 2', 'm-2 1']);
    });

    it('given a taker that is stopped, then the task in hand ends, nothing more is begun, and another goes on', async () => {
      const gate = Promise.withResolvers<undefined>();
      const taking: Taking = work.take('mail', async (task, attempt) => {
        await noting(task, attempt);
        await gate.promise;
        log.push(`${task.name} ended`);
        return 'done';
      });
      await work.offer(mail('m-1'));
      await work.offer(mail('m-2'));
      await until(() => log.length === 1);
      const stopped = taking.stop().then(() => log.push('stopped'));
      await pause(10);
      expect(log).toEqual(['m-1 1']);
      gate.resolve(undefined);
      await stopped;
      expect(log).toEqual(['m-1 1', 'm-1 ended', 'stopped']);
      (await under.node()).take('mail', ({ name: task }) => noting(mail(task), 0));
      await until(() => log.length === 4);
      await settled(work, 'end');
      expect(log.slice(3)).toEqual(['m-2 0', 'end 0']);
    });

    it('given two kinds, then each goes to its own takers, and the same name is two tasks', async () => {
      work.take('mail', noting);
      work.take('bell', ({ name: task }) => {
        log.push(`bell ${task}`);
        return Promise.resolve('done');
      });
      await work.offer({ kind: 'bell', name: 'm-1', data: {} });
      await work.offer(mail('m-1'));
      await until(() => log.length === 2);
      await settled(work, 'end');
      expect([...log].sort()).toEqual(['bell m-1', 'end 1', 'm-1 1']);
    });

    it('given something that is no task, then it is refused and says which field', async () => {
      const text = 'x'.repeat(4000);
      await expect(work.offer({ kind: 'late-mail', name: 'm-1', data: {} })).rejects.toThrow(
        'the kind of a task must be 1 to 32 lower-case letters',
      );
      await expect(work.offer(mail('Ada van Dam'))).rejects.toThrow('the name of a task must be');
      await expect(work.offer(mail('m-1', { text }))).rejects.toThrow('the data of a task must be at most');
      await expect(work.offer(mail('m-1', { text: [] } as never))).rejects.toThrow('data.text of a task');
      expect(() => work.take('Mail', noting)).toThrow(TypeError);
    });

    it('given that it is closed, then it ends in order and refuses in words', async () => {
      work.take('mail', noting);
      await settled(work, 'm-1');
      await work.close();
      await work.close();
      await expect(work.offer(mail('m-2'))).rejects.toMatchObject({
        name: 'LogUnavailable',
        trouble: 'closed',
      });
    });
  });
}
