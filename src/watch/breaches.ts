import { asyncScheduler } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import { formatInstant } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import type { Freshness } from '../log/log.ts';
import type { Task, Work } from '../log/work.ts';
import type { ToldBreach, Views } from '../read/views.ts';

/** Tells the operators once, whatever the number of nodes, that a breach of the guarantee begins. */
export interface BreachWatch {
  /** Resolves when what it was doing has ended. */
  stop(): Promise<void>;
}

export interface BreachWatchNeeds {
  readonly views: Pick<Views, 'breaches' | 'changes'>;
  readonly work: Pick<Work, 'offer' | 'take'>;
  /** Of the log that the views follow. */
  readonly freshness: Observable<Freshness>;
  readonly now: () => Instant;
  /** True if what stands in the store was invented: then only what begins from now on is told. */
  readonly isInvented?: () => boolean;
  /** Writes a line in the operations log. */
  readonly warn: (line: BreachLine) => void;
  /** Told of what goes wrong on the way; it is tried again. */
  readonly trouble: (error: Error) => void;
}

/** Family number, rule and since when; never a name. */
export interface BreachLine {
  readonly family: string;
  readonly rule: string;
  readonly since: string;
}

const kind = 'breach';
/**
 * What ended longer ago than this and could have been known all that time is history, not news: an old log that is
 * opened for the first time does not tell of years. Longer than all nodes are ever away together.
 */
const newsDays = 30;
const pauseMs = 5000;

/**
 * Every node looks at what its own answers say, and offers a task for each breach; whichever node takes it writes the
 * line. A node whose log is behind says nothing: help may have been recorded that it has not seen.
 */
export function watchBreaches(needs: BreachWatchNeeds): BreachWatch {
  const { views, work, freshness, now, isInvented = () => false, warn, trouble } = needs;
  const startedAt = now();
  const seen = new Set<string>();
  const waiting = new Map<string, Task>();
  let isLive = false;
  let isStopped = false;
  let offering: Promise<void> | undefined;
  let next: Subscription | undefined;

  function look(breaches: readonly ToldBreach[]): void {
    for (const breach of breaches) {
      if (seen.has(breach.key) || !isNews(breach)) continue;
      seen.add(breach.key);
      waiting.set(breach.key, taskOf(breach));
    }
    offerSoon();
  }

  function isNews({ isOpen, knownSince }: ToldBreach): boolean {
    if (isInvented()) return knownSince >= startedAt;
    return isOpen || knownSince > now() - newsDays * 86_400_000;
  }

  function offerSoon(): void {
    if (isStopped || offering || next || waiting.size === 0) return;
    offering = offerAll().finally(() => {
      offering = undefined;
      if (isStopped || waiting.size === 0) return;
      next = asyncScheduler.schedule(() => {
        next = undefined;
        offerSoon();
      }, pauseMs);
    });
  }

  /** In their order; what is not accepted stays, and those after it with it. */
  async function offerAll(): Promise<void> {
    try {
      for (const [key, task] of waiting) {
        if (isStopped) return;
        await work.offer(task);
        waiting.delete(key);
      }
    } catch (error) {
      trouble(error instanceof Error ? error : new Error(String(error)));
    }
  }

  const taking = work.take(
    kind,
    ({ data: { family, rule, since } }) => {
      warn({ family: String(family), rule: String(rule), since: String(since) });
      return Promise.resolve('done');
    },
    { trouble },
  );
  const changing = views.changes.subscribe(({ families }) => {
    if (isLive) look(families.flatMap((family) => views.breaches(family)));
  });
  const following = freshness.subscribe(({ kind: its }) => {
    isLive = its === 'live';
    if (isLive) look(views.breaches());
  });

  return {
    async stop() {
      isStopped = true;
      changing.unsubscribe();
      following.unsubscribe();
      next?.unsubscribe();
      await offering;
      await taking.stop();
    },
  };
}

const taskOf = ({ key, family, rule, since }: ToldBreach): Task => ({
  kind,
  name: key,
  data: { family, rule, since: formatInstant(since) },
});
