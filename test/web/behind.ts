import { BehaviorSubject, concatMap, filter, map, take } from 'rxjs';
import type { Instant } from '../../src/domain/instant.ts';
import { openEngine } from '../../src/log/engine.ts';
import type { Freshness } from '../../src/log/log.ts';

/** An engine behind a line that can be cut: what is written is kept, and followers get it once it is mended. */
export function cutLine() {
  const freshness = new BehaviorSubject<Freshness>({ kind: 'live' });
  const passes = new BehaviorSubject(true);
  return {
    cut(since: string) {
      passes.next(false);
      freshness.next({ kind: 'behind', since: Date.parse(since) as Instant, why: 'dropped' });
    },
    /** Nothing comes through, and nobody has noticed yet. */
    hold() {
      passes.next(false);
    },
    mend() {
      passes.next(true);
      freshness.next({ kind: 'live' });
    },
    open: (async (options) => {
      const engine = await openEngine(options);
      const follow: typeof engine.log.follow = (after) =>
        engine.log.follow(after).pipe(
          concatMap((stored) =>
            passes.pipe(
              filter((is) => is),
              take(1),
              map(() => stored),
            ),
          ),
        );
      return { ...engine, log: { ...engine.log, follow, freshness } };
    }) satisfies typeof openEngine as typeof openEngine,
  };
}
