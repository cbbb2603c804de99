/** What one run of one contestant measured: a rate in events a second, and whatever else it wants to tell. */
export interface Figures {
  readonly rate: number;
  readonly [name: string]: number;
}

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
  readonly runs: number;
}

export interface Contestant {
  run(amount: number): Promise<Figures>;
}

/** The figures of each contestant, round by round: the runs of one round stand under one index. */
export type Rounds<Name extends string> = Readonly<Record<Name, readonly Figures[]>>;

export interface Course {
  /** What each contestant is asked to do in one run: milliseconds or events, as the contest has it. */
  readonly amount: (name: string) => number;
  readonly rounds: number;
  /** No new round is begun after this many milliseconds, once there are three. */
  readonly withinMs: number;
}

const fewestRounds = 3;

/**
 * Lets contestants run in turns, so that whatever else the machine does meets all of them alike. The order alternates,
 * and a first round that warms everybody up does not count.
 */
export async function inTurns<Name extends string>(
  contestants: Readonly<Record<Name, Contestant>>,
  { amount, rounds, withinMs }: Course,
): Promise<Rounds<Name>> {
  const names = Object.keys(contestants) as Name[];
  const figures = Object.fromEntries(names.map((name) => [name, [] as Figures[]])) as Record<Name, Figures[]>;
  for (const name of names) await contestants[name].run(Math.ceil(amount(name) / 4));
  const started = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    if (round >= fewestRounds && performance.now() - started > withinMs) break;
    const order = round % 2 === 0 ? names : [...names].reverse();
    for (const name of order) figures[name].push(await contestants[name].run(amount(name)));
  }
  return figures;
}

/** The ratios of runs in the same round. */
export function ratios(ours: readonly Figures[], others: readonly Figures[]): number[] {
  return ours.slice(0, others.length).map(({ rate }, round) => rate / (others[round]?.rate ?? NaN));
}

export const rates = (figures: readonly Figures[]): number[] => figures.map(({ rate }) => rate);

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    min: sorted[0] ?? NaN,
    median: quantile(sorted, 0.5),
    max: sorted.at(-1) ?? NaN,
    runs: sorted.length,
  };
}

export const median = (values: readonly number[]): number => spread(values).median;

export function percentile(values: readonly number[], share: number): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    share,
  );
}

/** Between two values the one in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
