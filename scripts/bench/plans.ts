/** How much is measured. The quick form must print within 50 s, so it says how many events it got to. */
export interface Plan {
  readonly name: 'full' | 'quick';
  /** All of it is over after this long; sections that come late are given what is left. */
  readonly withinMs: number;
  readonly append: { readonly runMs: number; readonly rounds: number; readonly withinMs: number };
  readonly replay: {
    readonly size: number;
    readonly fillWithinMs: number;
    readonly rounds: number;
    readonly withinMs: number;
    readonly consumed: number;
  };
  readonly status: { readonly events: number; readonly calls: number };
  readonly queue: { readonly families: number; readonly eventsEach: number; readonly arrivals: number };
  readonly timeline: { readonly events: number; readonly calls: number };
  readonly live: { readonly seconds: number };
  readonly kurrent: { readonly runMs: number; readonly rounds: number; readonly size: number };
  readonly load: {
    readonly minutes: number;
    readonly connections: number;
    readonly viewsPerSecond: number;
    readonly eventsPerSecond: number;
  };
  /** Families in the stores of which a release is made, ascending. */
  readonly release: { readonly sizes: readonly number[]; readonly k: number };
}

const status = { events: 2000, calls: 80 };
const timeline = { events: 5000, calls: 60 };
const load = { connections: 200, viewsPerSecond: 50, eventsPerSecond: 3 };

export const full: Plan = {
  name: 'full',
  withinMs: Infinity,
  append: { runMs: 1000, rounds: 15, withinMs: Infinity },
  replay: { size: 1_000_000, fillWithinMs: 1_800_000, rounds: 7, withinMs: Infinity, consumed: 10_000 },
  status,
  queue: { families: 100_000, eventsEach: 10, arrivals: 100 },
  timeline,
  live: { seconds: 20 },
  kurrent: { runMs: 4000, rounds: 7, size: 50_000 },
  load: { ...load, minutes: 10 },
  release: { sizes: [2000, 8000], k: 10 },
};

export const quick: Plan = {
  name: 'quick',
  withinMs: 39_000,
  append: { runMs: 250, rounds: 9, withinMs: 5000 },
  replay: { size: 100_000, fillWithinMs: 5000, rounds: 5, withinMs: 8000, consumed: 4000 },
  status,
  queue: { families: 100_000, eventsEach: 3, arrivals: 15 },
  timeline,
  live: { seconds: 3 },
  kurrent: { runMs: 1500, rounds: 3, size: 10_000 },
  load: { ...load, minutes: 1 },
  release: { sizes: [500, 2000], k: 3 },
};
