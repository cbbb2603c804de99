/** For each field how far it is generalised: 0 is as recorded. */
export type Levels = Readonly<Record<string, number>>;

export interface Outcome {
  /** Share that must be left out at these levels so that the parameters are met. */
  readonly suppressed: number;
  /** What these levels cost in information, suppression included; in any unit. */
  readonly cost: number;
}

export interface Lattice {
  /** The highest level of each field. */
  readonly maxima: Levels;
  readonly evaluate: (levels: Levels) => Outcome;
  /** The largest share that may be left out. */
  readonly most: number;
  /**
   * Says that a higher node never suppresses more. True of k-anonymity and distinct l-diversity when whole classes are
   * left out, because coarser classes are unions of finer ones (Samarati 2001; LeFevre et al., Incognito, 2005). Not
   * true of event sequences, whose events are left out greedily: there nothing is skipped for it.
   */
  readonly isMonotone?: boolean;
  /** A cost that evaluate will not undercut, cheap to know; nodes that cannot be the best are then not evaluated. */
  readonly atLeast?: (levels: Levels) => number;
}

export interface Choice extends Outcome {
  readonly levels: Levels;
}

/**
 * The node of the generalisation lattice that is allowed and costs least; of equals the one that suppresses least, then
 * the first by its text. Null if no node is allowed. The same lattice gives the same choice; no node is evaluated twice.
 */
export function choose(lattice: Lattice): Choice | null {
  const { most, evaluate, isMonotone = false, atLeast = () => -Infinity } = lattice;
  const nodes = nodesOf(lattice.maxima)
    .map((levels) => ({ levels, bound: atLeast(levels), text: nodeText(levels) }))
    .sort((one, other) => one.bound - other.bound || compare(one.text, other.text));
  const refused: Levels[] = [];
  let best: (Choice & { readonly text: string }) | null = null;
  // With a monotone lattice the top answers for all: if it is refused, so is everything below it.
  const ordered = isMonotone ? [...nodes.filter(isTop), ...nodes.filter((node) => !isTop(node))] : nodes;
  for (const { levels, bound, text } of ordered) {
    if (best !== null && bound > best.cost) continue;
    if (isMonotone && refused.some((above) => isUnder(levels, above))) continue;
    const choice = { levels, text, ...evaluate(levels) };
    // A share that is no number is not allowed either.
    if (!(choice.suppressed <= most)) refused.push(levels);
    else if (best === null || isBetter(choice, best)) best = choice;
  }
  return best && { levels: best.levels, suppressed: best.suppressed, cost: best.cost };

  function isTop({ levels }: { readonly levels: Levels }): boolean {
    return isUnder(lattice.maxima, levels);
  }
}

/** Names a node: its fields in code-point order, each with its level. */
export function nodeText(levels: Levels): string {
  return Object.entries(levels)
    .sort(([one], [other]) => compare(one, other))
    .map(([field, level]) => `${field}=${level}`)
    .join(' ');
}

function nodesOf(maxima: Levels): Levels[] {
  return Object.entries(maxima).reduce<Levels[]>(
    (nodes, [field, most]) =>
      nodes.flatMap((node) => Array.from({ length: most + 1 }, (_, level) => ({ ...node, [field]: level }))),
    [{}],
  );
}

const isUnder = (levels: Levels, above: Levels) =>
  Object.entries(levels).every(([field, level]) => level <= (above[field] ?? 0));

function isBetter(one: Choice & { text: string }, other: Choice & { text: string }): boolean {
  const order = one.cost - other.cost || one.suppressed - other.suppressed || compare(one.text, other.text);
  return order < 0;
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
