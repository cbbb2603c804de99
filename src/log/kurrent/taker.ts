import type { RecordedEvent } from '@kurrent/kurrentdb-client';
import { outcomeOf } from '../work.ts';
import type { Taking, Task, Worker, WorkTerms } from '../work.ts';
import { LogUnavailable } from '../unavailable.ts';
import type { Claims } from './claims.ts';
import { explained, pause } from './connection.ts';
import type { Connection } from './connection.ts';
import { memberOf } from './group.ts';
import type { Delivery } from './group.ts';

export interface TakerNeeds {
  readonly connection: Connection;
  readonly claims: Claims;
  readonly terms: WorkTerms;
  readonly group: string;
  readonly streams: string;
  readonly claimOf: (task: Task) => string;
  /** Null if it is no task. */
  readonly taskIn: (event: RecordedEvent) => Task | null;
  readonly worker: Worker;
  readonly trouble: (error: Error) => void;
}

/** What the server is told about a task. */
type Answer = { readonly kind: 'ack' } | { readonly kind: 'retry' | 'park'; readonly reason: string };
interface Answered {
  readonly answer: Answer;
  readonly afterMs: number;
}
/** Another node has begun it: its claim stands at this revision. */
interface Elsewhere {
  readonly waitFor: bigint | undefined;
}

const ack: Answered = { answer: { kind: 'ack' }, afterMs: 0 };
const busy: Answered = { answer: { kind: 'retry', reason: 'this node is busy' }, afterMs: 0 };
/** How long a task waits at a node that does another one. */
const longestTurnMs = 1000;

/** Takes what the server hands out, one task at a time; those that wait for a retry do not hold up the others. */
export function takerOn(needs: TakerNeeds): Taking {
  const { connection, claims, terms, claimOf, taskIn, worker, trouble } = needs;
  const ending = new AbortController();
  /** By stream. After a broken connection the same task comes again: the answer then goes the new way. */
  const inHand = new Map<string, Delivery>();
  const handling = new Set<Promise<void>>();
  let turn: Promise<unknown> = Promise.resolve();
  const isOver = () => ending.signal.aborted;

  function received(delivery: Delivery): void {
    const { event } = delivery.resolved;
    const stream = event?.streamId ?? '';
    const isNew = !inHand.has(stream);
    inHand.set(stream, delivery);
    if (!isNew) return;
    const handled = handle(stream, event ? taskIn(event) : null).finally(() => {
      handling.delete(handled);
    });
    handling.add(handled);
  }

  async function handle(stream: string, task: Task | null): Promise<void> {
    const next = task === null ? ack : await judged(task, stream);
    if (next && next.afterMs > 0) await wait(next.afterMs);
    for (let told: Delivery | undefined; ;) {
      const delivery = inHand.get(stream);
      // When it has come again meanwhile, it is the new connection that waits for the answer.
      if (next === null || !delivery || delivery === told) break;
      told = delivery;
      await answer(delivery, next.answer).catch(() => undefined);
    }
    inHand.delete(stream);
  }

  /** Null if it ends here first. */
  async function judged(task: Task, stream: string): Promise<Answered | null> {
    try {
      return await untilAnswered(task, stream);
    } catch (error) {
      if (!isOver()) trouble(explained(error, connection.place));
      return { answer: { kind: 'retry', reason: 'this node cannot look' }, afterMs: terms.firstRetryMs };
    }
  }

  /** Null if it ends here first. */
  async function untilAnswered(task: Task, stream: string): Promise<Answered | null> {
    let foreign: bigint | undefined;
    for (;;) {
      const known = foreign;
      const next = await inTurn(() => attempt(task, inHand.get(stream)?.resolved.link !== undefined, known));
      if (next === null || 'answer' in next) return next;
      // A claim that has not moved for a whole lease is of a node that died.
      foreign = next.waitFor;
      await wait(terms.leaseMs);
    }
  }

  /** Null if it ends here first. While this node is busy with one task, the others are for whoever has time. */
  function inTurn(work: () => Promise<Answered | Elsewhere>): Promise<Answered | Elsewhere | null> {
    let state: 'waiting' | 'begun' | 'left' = 'waiting';
    const mine = turn.then(() => {
      if (state === 'left' || isOver()) return null;
      state = 'begun';
      return work();
    });
    turn = mine.catch(() => undefined);
    const patience = wait(Math.min(longestTurnMs, terms.leaseMs / 4)).then(() => {
      if (state === 'begun' || isOver()) return mine;
      state = 'left';
      return busy;
    });
    return Promise.race([mine, patience]);
  }

  async function attempt(
    task: Task,
    isReplayed: boolean,
    waitedFor: bigint | undefined,
  ): Promise<Answered | Elsewhere> {
    const claim = await claims.of(claimOf(task));
    if (claim.state === 'done') return ack;
    if (claim.state === 'parked' && !isReplayed)
      return { answer: { kind: 'park', reason: claim.reason }, afterMs: 0 };
    if (claim.state === 'begun' && claim.isForeign && claim.revision !== waitedFor)
      return { waitFor: claim.revision };
    // Somebody else was first: look again at what stands there then.
    if (!(await claims.begin(claim))) return attempt(task, isReplayed, waitedFor);
    const outcome = await outcomeOf(worker, task, claim.attempts + 1, terms);
    if (outcome.kind === 'done') {
      await noted(() => claims.done(claim));
      return ack;
    }
    const { kind, reason } = outcome;
    await noted(() => (kind === 'park' ? claims.parked(claim, reason) : claims.failed(claim, reason)));
    return { answer: { kind, reason }, afterMs: kind === 'retry' ? outcome.waitMs : 0 };
  }

  /** What has been done must be known, or it is done again: so as long as the server is away, this waits. */
  async function noted(write: () => Promise<void>): Promise<void> {
    for (let attempts = 0; ; attempts += 1) {
      try {
        await write();
        return;
      } catch (error) {
        const isAway = error instanceof LogUnavailable && error.trouble === 'unreachable';
        if (isOver() || !isAway) throw error;
        trouble(error);
        await pause(attempts, ending.signal);
      }
    }
  }

  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      if (isOver()) {
        resolve();
        return;
      }
      const end = () => {
        clearTimeout(timer);
        ending.signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      ending.signal.addEventListener('abort', end);
    });

  const member = memberOf({ ...needs, received });
  return {
    async stop() {
      ending.abort();
      // What has ended is answered; the rest goes back to the others when the connection ends.
      await Promise.all(handling);
      await member.leave();
    },
  };
}

async function answer({ resolved, from }: Delivery, said: Answer): Promise<void> {
  if (said.kind === 'ack') await from.ack(resolved);
  else await from.nack(said.kind, said.reason, resolved);
}
