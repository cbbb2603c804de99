import { Observable } from 'rxjs';
import type { Subscriber } from 'rxjs';
import type { Position, Stored } from '../log.ts';

/** Everybody who follows the log. */
export interface Followers {
  follow(after: Position): Observable<Stored>;
  /** Tells what has just been committed; asked for only if somebody listens. */
  tell(first: Position, records: () => readonly Stored[]): void;
  end(): void;
}

interface Follower {
  readonly subscriber: Subscriber<Stored>;
  /** The last position handed out. */
  at: Position;
  /** Reading from disk; until it has caught up, commits are not handed over: it will find them there. */
  reading: boolean;
}

/** How many events are handed out before others get their turn. */
const stretch = 256;

/**
 * A follower holds a position and nothing else. When it is behind, it reads from disk in stretches; when it stands at the
 * end, it gets the records of a commit as they are. So a slow one costs no memory, and nobody misses or repeats an event.
 */
export function followersOf(
  read: (after: Position, most: number) => readonly Stored[],
  head: () => Position,
): Followers {
  const followers = new Set<Follower>();
  let ended = false;

  function follow(after: Position): Observable<Stored> {
    return new Observable((subscriber) => {
      if (ended) {
        subscriber.complete();
        return undefined;
      }
      const follower = { subscriber, at: after, reading: false };
      followers.add(follower);
      catchUp(follower);
      return () => followers.delete(follower);
    });
  }

  function catchUp(follower: Follower): void {
    follower.reading = follower.at < head();
    if (follower.reading) setImmediate(readOn, follower);
  }

  function readOn(follower: Follower): void {
    if (follower.subscriber.closed) return;
    try {
      handOver(follower, read(follower.at, stretch));
      catchUp(follower);
    } catch (error) {
      follower.subscriber.error(error);
    }
  }

  function handOver(follower: Follower, records: readonly Stored[]): void {
    for (const stored of records) {
      if (follower.subscriber.closed) return;
      if (stored.position <= follower.at) continue;
      follower.at = stored.position;
      follower.subscriber.next(stored);
    }
  }

  function tell(first: Position, records: () => readonly Stored[]): void {
    const waiting = [...followers].filter(({ reading }) => !reading);
    if (waiting.length === 0) return;
    const committed = records();
    for (const follower of waiting)
      if (first <= follower.at + 1) handOver(follower, committed);
      else catchUp(follower);
  }

  function end(): void {
    ended = true;
    for (const { subscriber } of followers) subscriber.complete();
  }

  return { follow, tell, end };
}
