import type { Cell, ResultTable } from '../../release/result.ts';
import { shownNumber } from '../results/numbers.ts';
import { hiddenWords, resultWords } from '../words/results.ts';
import type { Screen } from './screen.ts';

/** In the place of a number that is not shown. */
export function hiddenText({ hidden = 'none' }: Cell, least: number, { say }: Screen): string {
  return say(hidden === 'small' ? hiddenWords.small(least) : hiddenWords[hidden]);
}

interface Props {
  readonly cell: Cell;
  readonly unit: ResultTable['unit'];
  readonly least: number;
  readonly screen: Screen;
}

/** A number in a table, with its bounds below. */
export function NumberCell({ cell, unit, least, screen }: Props) {
  const { value, low, high } = cell;
  if (value === null) return <td class="number-cell not-shown">{hiddenText(cell, least, screen)}</td>;
  const shown = (number: number) => shownNumber(number, unit, screen.lang);
  return (
    <td class="number-cell">
      <span class="figure">{shown(value)}</span>
      {low !== undefined && high !== undefined && (
        <span class="bounds"> {screen.say(resultWords.range(shown(low), shown(high)))}</span>
      )}
    </td>
  );
}
