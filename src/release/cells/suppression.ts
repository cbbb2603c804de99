import { reach } from './network.ts';
import type { Bounds, Reach } from './network.ts';
import { countsToldAs, leastTold, rounded } from './rounding.ts';
import type { CellRule } from './rounding.ts';
import type { Figure, Slice } from './slices.ts';

/** What becomes of each figure of a slice: undefined is told, rounded. */
export type Fate = 'small' | 'secondary' | undefined;

/**
 * Hides small figures, and then as many others as it takes until each hidden one is protected (`isProtected`). What
 * holds a hidden figure back is found as the cut of a maximum flow; of the figures in it the one with the smallest
 * number that is told gives way. Hiding only widens what an onlooker must think possible, so what is protected once
 * stays so. In the end secondary ones that are not needed come back, the largest first.
 *
 * The words on hidden cells tell something too: that a cell is not small. Where that is too much (somebody knows the
 * sum of a small and an almost small cell) all hidden cells of the slice are called secondary.
 */
export function fatesOf(slice: Slice, rule: CellRule): readonly Fate[] {
  const small = slice.map((figure) => isShowable(figure) && isSmall(figure, rule));
  const labelled = hide(slice, small, { rule, tells: true });
  const hidden = labelled ?? hide(slice, small, { rule, tells: false });
  return slice.map((figure, index) => {
    if (hidden?.[index] !== true) return undefined;
    return labelled && small[index] === true && !figure.isTotal ? 'small' : 'secondary';
  });
}

interface Telling {
  readonly rule: CellRule;
  /** Whether the words `small` and `secondary` tell the two kinds of hidden cells apart. */
  readonly tells: boolean;
}

const isShowable = ({ at }: Figure): boolean => at !== undefined;

/** Zero is as small as one: that nobody is there can say as much about a group as that somebody is. */
function isSmall({ count, contributors }: Figure, rule: CellRule): boolean {
  return count < leastTold(rule) || contributors < rule.least;
}

function hide(slice: Slice, small: readonly boolean[], telling: Telling): readonly boolean[] | undefined {
  const hidden = [...small];
  const toDo = slice.flatMap((_, index) => (hidden[index] === true ? [index] : []));
  for (const index of toDo) {
    for (;;) {
      const holding = heldBack(slice, hidden, index, telling);
      if (!holding) break;
      const next = cheapest(slice, hidden, holding, telling);
      if (next === undefined) {
        if (telling.tells) return undefined;
        // Nothing is left that could be hidden: somebody knows a sum so small that it speaks for itself.
        break;
      }
      hidden[next] = true;
      toDo.push(next);
    }
  }
  return bringBack(slice, small, hidden, telling);
}

/**
 * What keeps a hidden figure from being protected; undefined: it is. A small one must be able to be anything from 0 to
 * the last number that is too small, so that the table tells no more than the rule does; one that is small by its few
 * families anything from 0 to twice itself; one that is hidden for the sake of others must stay open over more numbers
 * than rounding leaves open.
 */
function heldBack(
  slice: Slice,
  hidden: readonly boolean[],
  index: number,
  telling: Telling,
): Reach['heldBy'] | undefined {
  const figure = slice[index];
  if (!figure || figure.isKnown) return undefined;
  const bounds = slice.map((one, other) => boundsOf(one, hidden[other] === true, telling));
  const way = (way: 'up' | 'down', by: number) => reach(slice, bounds, { edge: index, way, by });
  const last = leastTold(telling.rule) - 1;
  if (isSmall(figure, telling.rule)) {
    const [up, down] = [figure.count > last ? figure.count : last - figure.count, figure.count];
    const moves = [way('up', up), way('down', down)];
    const isOpen = moves[0]?.by === up && moves[1]?.by === down;
    return isOpen ? undefined : moves.flatMap(({ heldBy }) => heldBy);
  }
  const up = way('up', telling.rule.base);
  const down = way('down', telling.rule.base - up.by);
  return up.by + down.by >= telling.rule.base ? undefined : [...up.heldBy, ...down.heldBy];
}

/** What somebody who knows the rule concludes about one figure from how it is shown. */
function boundsOf(figure: Figure, isHidden: boolean, { rule, tells }: Telling): Bounds {
  const { count, contributors, isTotal, isKnown } = figure;
  if (isKnown) return { low: count, high: count };
  if (!isShowable(figure)) return { low: 0, high: Infinity };
  if (!isHidden) return countsToldAs(rounded(count, rule), rule);
  if (isTotal || !tells) return { low: 0, high: Infinity };
  if (!isSmall(figure, rule)) return { low: leastTold(rule), high: Infinity };
  return { low: 0, high: contributors < count ? Infinity : leastTold(rule) - 1 };
}

/** Among the figures that hold back and would give room when hidden, the one whose number is the smallest loss. */
function cheapest(
  slice: Slice,
  hidden: readonly boolean[],
  holding: Reach['heldBy'],
  telling: Telling,
): number | undefined {
  let best: { readonly index: number; readonly loss: number } | undefined;
  for (const { edge: index, way } of holding) {
    const figure = slice[index];
    if (!figure || hidden[index] === true || !isShowable(figure)) continue;
    const [now, then] = [boundsOf(figure, false, telling), boundsOf(figure, true, telling)];
    const loss = rounded(figure.count, telling.rule);
    const givesRoom = way === 'up' ? then.high > now.high : then.low < now.low;
    if (givesRoom && (!best || loss < best.loss || (loss === best.loss && index < best.index)))
      best = { index, loss };
  }
  return best?.index;
}

/** Beyond this the search for what need not have been hidden would take long, and gains little. */
const largestToSearch = 400;

function bringBack(
  slice: Slice,
  small: readonly boolean[],
  hidden: readonly boolean[],
  telling: Telling,
): readonly boolean[] {
  if (slice.length > largestToSearch) return hidden;
  const secondary = slice.flatMap(({ count }, index) =>
    hidden[index] === true && small[index] !== true ? [{ count, index }] : [],
  );
  secondary.sort((a, b) => b.count - a.count || a.index - b.index);
  let kept = hidden;
  for (const { index } of secondary) {
    const fewer = kept.with(index, false);
    if (slice.every((_, other) => fewer[other] !== true || !heldBack(slice, fewer, other, telling)))
      kept = fewer;
  }
  return kept;
}
