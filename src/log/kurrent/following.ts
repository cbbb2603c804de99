import { START, streamNameFilter } from '@kurrent/kurrentdb-client';
import type { AllStreamSubscription } from '@kurrent/kurrentdb-client';
import { BehaviorSubject, Observable, distinctUntilChanged } from 'rxjs';
import type { Subscriber } from 'rxjs';
import type { Instant } from '../../domain/instant.ts';
import type { Freshness, Position, Stored } from '../log.ts';
import { LogUnavailable } from '../unavailable.ts';
import { isPassing, explained, pause } from './connection.ts';
import type { Connection } from './connection.ts';
import { at } from './reading.ts';
import type { Aside, Read, Reading } from './reading.ts';
import type { StreamNames } from './streams.ts';

export interface Following {
  follow(after: Position): Observable<Stored>;
  readonly freshness: Observable<Freshness>;
  end(): void;
}

export interface FollowingNeeds {
  readonly connection: Connection;
  readonly names: StreamNames;
  readonly reading: Reading;
  readonly now: () => Instant;
  /** Everything before this instant was read before following begins. */
  readonly readUntil: () => Instant;
  /** Every event of a family that comes by, before followers get it. */
  readonly saw: (read: Read) => void;
  readonly aside: Aside;
  /** Told of each subscription that was lost, for whoever counts. */
  readonly dropped?: () => void;
  /** Told, once, of what will not pass by itself: nothing more is handed out before somebody has mended it. */
  readonly trouble?: (error: Error) => void;
  /** How often it is checked that nothing is missing. */
  readonly pulseMs: number;
}

/** A clock that is a little behind hides the newest facts for as little. */
const mostClockBehindMs = 3000;

/**
 * Each follower is a catch-up subscription to `$all`, filtered by the server. It is made again by itself, from where it
 * was. A pulse asks the server now and then where the end is: only who has all of that is live, so a connection that is
 * silent because it is broken never passes for a quiet day.
 */
export function followingOf(needs: FollowingNeeds): Following {
  const { now } = needs;
  const followers = new Map<Follower, Freshness>();
  const freshness = new BehaviorSubject<Freshness>({ kind: 'live' });
  let ended = false;

  function tell(follower: Follower, its: Freshness): void {
    if (!followers.has(follower)) return;
    followers.set(follower, its);
    freshness.next(worst(followers.values()));
  }

  function follow(after: Position): Observable<Stored> {
    return new Observable((subscriber) => {
      if (ended) {
        subscriber.complete();
        return undefined;
      }
      const follower = followerOf(needs, subscriber, after, (its) => {
        tell(follower, its);
      });
      followers.set(follower, { kind: 'behind', since: now(), why: 'connecting' });
      tell(follower, { kind: 'behind', since: now(), why: 'connecting' });
      follower.start();
      return () => {
        follower.stop();
        followers.delete(follower);
        if (!ended) freshness.next(worst(followers.values()));
      };
    });
  }

  return {
    follow,
    freshness: freshness.pipe(distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b))),
    end() {
      ended = true;
      freshness.complete();
      for (const follower of [...followers.keys()]) follower.complete();
    },
  };
}

/** Whoever is furthest behind decides. */
function worst(all: Iterable<Freshness>): Freshness {
  let found: Freshness = { kind: 'live' };
  for (const its of all)
    if (its.kind === 'behind' && (found.kind === 'live' || its.since < found.since)) found = its;
  return found;
}

class Left extends Error {}

const ignore = () => undefined;

interface Follower {
  start(): void;
  stop(): void;
  complete(): void;
}

type Why = Extract<Freshness, { kind: 'behind' }>['why'];

function followerOf(
  { connection, names, reading, now, readUntil, saw, aside, dropped, trouble, pulseMs }: FollowingNeeds,
  subscriber: Subscriber<Stored>,
  after: Position,
  tell: (its: Freshness) => void,
): Follower {
  const ending = new AbortController();
  /** The last position that was handed out. */
  let reached = after;
  /** The last that was handed out, to know the log again. */
  let last: Stored | undefined;
  /** All that was recorded before this instant was handed out. */
  let completeUntil = readUntil();
  /** Set when the log is not the one that was read: nothing that comes can be believed before a new start. */
  let isAnother = false;
  /** How far the clock of this machine lay behind the server's at the last event, in milliseconds. */
  let clockBehind = 0;
  let subscription: AllStreamSubscription | undefined;
  const told = new Set<string>();
  /** Pulses in a row that nobody answered. */
  let missed = 0;
  const stopListening = connection.onRenewal(leave);
  const looking = setInterval(lookAtClock, 1000);
  looking.unref();

  const isOver = () => ending.signal.aborted;
  const behind = (why: Why) => {
    tell({ kind: 'behind', since: completeUntil, why });
  };

  async function keepSubscribed(): Promise<void> {
    for (let attempt = 0; !isOver() && !isAnother; attempt += 1) {
      const before = reached;
      try {
        await knowAgain();
        await listen();
      } catch (error) {
        if (isOver()) return;
        if (!isPassing(error) && !(error instanceof Left)) complain(explained(error, connection.place));
      }
      if (isOver()) return;
      dropped?.();
      behind('dropped');
      if (reached > before) attempt = 0;
      await pause(attempt, ending.signal);
    }
  }

  /** Another node may be without it, and people read on: so this one goes on trying, and says that it is behind. */
  function complain(error: Error): void {
    if (told.has(error.message)) return;
    told.add(error.message);
    trouble?.(error);
  }

  /** A backup that was put back under a running node has other events where this one has read already. */
  async function knowAgain(): Promise<void> {
    if (!last || (await reading.isStill(last))) return;
    putBack();
  }

  function putBack(): void {
    isAnother = true;
    complain(
      new LogUnavailable(
        'damaged',
        `The log at ${connection.place} is not the one that was read: it lacks, or has other events where this node had read.`,
        'If a backup was put back, stop every node, delete copy.db and start.db, and start them again.',
      ),
    );
    leave();
  }

  /**
   * Ends when the subscription does. It begins behind what was handed out, never behind what only arrived. The next
   * event is taken when the one before has been handed out.
   */
  async function listen(): Promise<void> {
    if (isAnother) return;
    await aside.before(reached);
    const read = reading.inOrder();
    subscription = connection.client().subscribeToAll({
      fromPosition: reached === 0 ? START : at(reached),
      filter: streamNameFilter({ prefixes: [names.familyPrefix, names.keyPrefix] }),
    });
    for await (const { event } of subscription) {
      if (!event || isOver()) continue;
      const next = read(event);
      if (next === null) aside.passing(event);
      else handOver(next instanceof Promise ? await next : next);
    }
  }

  function handOver(next: Read): void {
    const { stored, served } = next;
    if (stored.position <= reached || isAnother) return;
    saw(next);
    reached = stored.position;
    last = stored;
    clockBehind = served.created - now();
    subscriber.next(stored);
  }

  async function keepPulse(): Promise<void> {
    for (let stood: Position | null = null; !isOver();) {
      const [asked, before] = [now(), reached];
      const end = await endOfLog();
      if (isOver()) return;
      if (end === null) behind('dropped');
      // A log that ends before what was read has lost something: nobody may take that for a quiet day.
      else if (end < before) {
        putBack();
        behind('stalled');
      } else if (isAnother || isClockWrong()) behind('stalled');
      else if (await reaches(end)) {
        completeUntil = asked;
        tell({ kind: 'live' });
        stood = null;
      } else {
        const isStalled = stood === before && reached === before;
        behind(isStalled ? 'stalled' : 'slow');
        // Nothing came for two pulses although there is more: the connection only looks alive.
        if (isStalled) leave();
        stood = before;
      }
      await wait(pulseMs);
    }
  }

  /** What the server recorded later than this machine's now would be answered as not known yet. */
  function isClockWrong(): boolean {
    if (clockBehind < mostClockBehindMs) return false;
    complain(
      new Error(
        'The clock of this machine is behind that of the server: what was recorded last does not show yet. Set the clock.',
      ),
    );
    return true;
  }

  /** After a sleep of the machine, or while a request hangs, nobody may wait for an answer to hear that it is late. */
  function lookAtClock(): void {
    if (now() - completeUntil > Math.max(2 * pulseMs, 2000)) behind('stalled');
  }

  async function endOfLog(): Promise<Position | null> {
    const used = connection.client();
    try {
      const end = await connection.once((client) => reading.lastPosition(client));
      missed = 0;
      return end;
    } catch {
      missed += 1;
      if (missed > 1) connection.renew(used);
      return null;
    }
  }

  /** What was written an instant ago may still be on its way. */
  async function reaches(end: Position): Promise<boolean> {
    for (let turn = 0; reached < end && turn < 8 && !isOver(); turn += 1) await wait(2 ** turn);
    return reached >= end;
  }

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        ending.signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      ending.signal.addEventListener('abort', done);
    });
  }

  /** Asks the server to stop, and ends the loop here whether or not it answers. */
  function leave(): void {
    const left = subscription;
    left?.unsubscribe().catch(ignore);
    left?.destroy(new Left());
  }

  function stop(): void {
    stopListening();
    clearInterval(looking);
    ending.abort();
    leave();
  }

  return {
    start() {
      void keepSubscribed();
      void keepPulse();
    },
    stop,
    complete() {
      stop();
      subscriber.complete();
    },
  };
}
