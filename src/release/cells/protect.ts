import type { Cell, ResultTable } from '../result.ts';
import { checkTable, total } from './count-table.ts';
import type { CountTable } from './count-table.ts';
import { checkRule, rounded } from './rounding.ts';
import type { CellRule } from './rounding.ts';
import { places, slicesOf } from './slices.ts';
import { fatesOf } from './suppression.ts';

/**
 * The table as it may leave. Counts below `least`, or with fewer families than that behind them, are hidden (`small`);
 * the others are rounded to a multiple of `base`; further ones are hidden (`secondary`) until whoever knows the rule,
 * the rounding, the totals, and that counts are whole numbers from 0 on, can narrow no hidden one:
 * - a small count stays anything from 0 to `least` - 1, so the table tells no more than the word "small" does;
 * - another hidden figure stays open over more than `base` numbers in a row, or from 0 to `least` - 1 as well.
 *
 * Zero is hidden like other small counts. A zero says that nobody of a group did something, and a row in which all
 * others are zero says what everybody of a group did (group disclosure); and whether a cell holds nobody or one family
 * is just what an onlooker may not learn of that family. By the same rule a row in which everybody falls into one cell
 * loses its total or that cell.
 *
 * Only this table is looked at. Tables over the same families that share margins belong together in one table with
 * `totals`; a sum that is known from elsewhere belongs in `known`. There is no chance in it: the same table gives the
 * same answer. Rule and widths: A. Hundepool et al., Statistical Disclosure Control, Wiley 2012, ch. 4 and 5 (threshold
 * rule, feasibility intervals, secondary suppression); bounds by maximum flow: L. Cox, JASA 90 (1995) 1453-1462.
 *
 * Throws a RangeError that names the field for a table or a rule that cannot be.
 */
export function protect(table: CountTable, rule: CellRule): ResultTable {
  checkTable(table);
  checkRule(rule);
  const cells = new Map<string, Cell>();
  for (const slice of slicesOf(table)) {
    const fates = fatesOf(slice, rule);
    slice.forEach(({ at, count }, index) => {
      if (!at) return;
      const hidden = fates[index];
      cells.set(at.join(), hidden ? { value: null, hidden } : { value: rounded(count, rule) });
    });
  }
  const dimensions = table.dimensions.map(({ id, values }) => ({
    id,
    values: table.totals?.includes(id) ? [...values, total] : [...values],
  }));
  const rows = places(dimensions.map(({ values }) => values.length)).map((at) => ({
    at: at.map((value, axis) => dimensions[axis]?.values[value] ?? ''),
    cell: cells.get(at.join()) ?? { value: null, hidden: 'secondary' as const },
  }));
  return { id: table.id, unit: table.unit, dimensions, rows };
}
