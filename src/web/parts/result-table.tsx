import type { Grid } from '../results/grid.ts';
import { dimensionName, valueName } from '../words/result-values.ts';
import { resultWords, unitNames } from '../words/results.ts';
import { NumberCell } from './result-cell.tsx';
import type { Screen } from './screen.ts';

interface Props {
  readonly grid: Grid;
  readonly title: string;
  readonly least: number;
  readonly screen: Screen;
}

/** More columns than this do not stand beside a drawing: then every number has a row of its own. */
const mostColumns = 5;
/** Nor do longer names, all of them together. */
const mostSigns = 80;

/** More rows than this scroll by themselves on a screen. */
const mostRows = 40;

/** The numbers of a table: its last dimension across, if there are few values of it, the others down. */
export function ResultTableView({ grid, title, least, screen }: Props) {
  const { say } = screen;
  const last = grid.dimensions.at(-1);
  const heads = (last?.values ?? []).map((value) => say(valueName(last?.words ?? '', value)));
  const isAcross =
    grid.dimensions.length > 1 && heads.length <= mostColumns && heads.join('').length <= mostSigns;
  const across = isAcross ? (last?.values ?? []) : [undefined];
  const down = isAcross ? grid.dimensions.slice(0, -1) : grid.dimensions;
  const unit = say(unitNames[grid.unit]);
  const caption = say(resultWords.tableOf(title, unit));
  const isWide = across.length + down.length > 4;
  const isTall = down.reduce((product, { values }) => product * values.length, 1) > mostRows;
  return (
    <div
      class={`scroll${isWide ? ' wide-table' : ''}${isTall ? ' tall-table' : ''}`}
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table>
        <caption>
          {caption}
          {grid.hasIntervals && <span class="bounds"> {say(resultWords.bounds)}</span>}
        </caption>
        <thead>
          {isAcross && (
            <tr>
              {down.map(({ id }) => (
                <th scope="col" rowSpan={2}>
                  {say(dimensionName(id))}
                </th>
              ))}
              <th scope="colgroup" colSpan={across.length} class="across">
                {say(dimensionName(last?.id ?? ''))}
              </th>
            </tr>
          )}
          <tr>
            {!isAcross && down.map(({ id }) => <th scope="col">{say(dimensionName(id))}</th>)}
            {across.map((value) => (
              <th scope="col" class="number-cell">
                {value === undefined ? unit : say(valueName(last?.words ?? '', value))}
              </th>
            ))}
          </tr>
        </thead>
        {bodiesOf(down).map((rows) => (
          <tbody>
            {rows.map((at, index) => (
              <tr>
                {at.map((value, depth) =>
                  depth === 0 && at.length > 1 ? (
                    index === 0 && (
                      <th scope="rowgroup" rowSpan={rows.length}>
                        {say(valueName(down[depth]?.words ?? '', value))}
                      </th>
                    )
                  ) : (
                    <th scope="row">{say(valueName(down[depth]?.words ?? '', value))}</th>
                  ),
                )}
                {across.map((value) => (
                  <NumberCell
                    cell={grid.cell(value === undefined ? at : [...at, value])}
                    unit={grid.unit}
                    least={least}
                    screen={screen}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** Rows, in one body for each value of the first dimension if there are more. */
function bodiesOf(down: Grid['dimensions']): readonly (readonly (readonly string[])[])[] {
  const [first, ...others] = down;
  const rest = others.reduce<readonly (readonly string[])[]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
  const values = first?.values ?? [];
  if (others.length === 0) return [values.map((value) => [value])];
  return values.map((value) => rest.map((row) => [value, ...row]));
}
