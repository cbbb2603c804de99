import { z } from 'zod';
import type { FamilyId } from '../domain/ids.ts';
import type { PlanEvent } from '../domain/event.ts';

/**
 * The invented region in an empty store. That a store is invented is written down beside the log (`mark`) before the
 * first event is, with what the region was made from: a load that was cut off goes on where it was, and the pages say
 * "invented" as long as the data exist.
 */
export interface Invented {
  readonly isInvented: boolean;
  progress(): Progress;
  /** Starts to load; false if the store is not empty. */
  load(): boolean;
  /** Ends when nothing is being loaded any more. */
  stop(): Promise<void>;
}

interface Progress {
  readonly state: 'idle' | 'loading' | 'failed';
  readonly done: number;
  readonly total: number;
}

/** From which the same region can be made again. */
interface Recipe {
  readonly families: number;
  readonly seed: number;
  readonly from: string;
  readonly until: string;
}

export interface Mark {
  readonly recipe: Recipe;
  readonly isComplete: boolean;
}

export interface InventedOptions {
  readonly isEmpty: () => boolean;
  readonly readMark: () => Mark | null;
  readonly writeMark: (mark: Mark) => void;
  /** For a region that ends today. */
  readonly newRecipe: () => Recipe;
  /** Family by family, those of one family in order of recording. */
  readonly region: (recipe: Recipe) => Promise<Iterable<PlanEvent>>;
  /** Records events with their own times; the same ones again change nothing. */
  readonly record: (family: FamilyId, events: readonly PlanEvent[]) => Promise<void>;
  readonly report: (progress: Progress) => void;
  readonly failed: (error: unknown) => void;
}

const marked = z.object({
  recipe: z.object({ families: z.int(), seed: z.int(), from: z.string(), until: z.string() }),
  isComplete: z.boolean(),
});

/** A mark that cannot be read is a mark all the same: nothing invented may pass for real. */
export function readMark(text: string): Mark {
  const fallback = { recipe: { families: 0, seed: 0, from: '', until: '' }, isComplete: true };
  try {
    return marked.catch(fallback).parse(JSON.parse(text));
  } catch {
    return fallback;
  }
}

/** More than this in one commit would keep other writers waiting. */
const largestCommit = 1000;

export function inventedRegion(options: InventedOptions): Invented {
  let mark = options.readMark();
  let progress: Progress = { state: 'idle', done: 0, total: mark?.recipe.families ?? 0 };
  let running: Promise<void> | null = null;
  let isStopping = false;

  async function fill(recipe: Recipe): Promise<void> {
    let family: PlanEvent[] = [];
    for (const event of await options.region(recipe)) {
      if (family[0] !== undefined && family[0].family !== event.family) {
        await recordFamily(family);
        family = [];
      }
      if (isStopping) return;
      family.push(event);
    }
    await recordFamily(family);
    mark = { recipe, isComplete: true };
    options.writeMark(mark);
  }

  async function recordFamily(events: readonly PlanEvent[]): Promise<void> {
    for (let from = 0; from < events.length; from += largestCommit) {
      const [first] = events;
      if (first) await options.record(first.family, events.slice(from, from + largestCommit));
      // Requests are answered in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
    advance({ done: progress.done + 1 });
  }

  function advance(step: Partial<Progress>): void {
    progress = { ...progress, ...step };
    options.report(progress);
  }

  function run(recipe: Recipe): void {
    advance({ state: 'loading', done: 0, total: recipe.families });
    running = fill(recipe)
      .then(() => {
        if (mark?.isComplete) advance({ state: 'idle' });
      })
      .catch((error: unknown) => {
        advance({ state: 'failed' });
        options.failed(error);
      });
  }

  if (mark !== null && !mark.isComplete) run(mark.recipe);

  return {
    get isInvented() {
      return mark !== null;
    },
    progress: () => progress,
    load() {
      if (running !== null || mark !== null || !options.isEmpty()) return false;
      mark = { recipe: options.newRecipe(), isComplete: false };
      options.writeMark(mark);
      run(mark.recipe);
      return true;
    },
    async stop() {
      isStopping = true;
      await running;
    },
  };
}
