import type { Cell } from '../../release/result.ts';
import { axisOf } from '../results/axis.ts';
import type { Axis } from '../results/axis.ts';
import type { Grid } from '../results/grid.ts';
import { isInterval } from '../results/grid.ts';
import { shownNumber } from '../results/numbers.ts';
import { marksOf } from '../results/panels.ts';
import type { Group, Mark, Panel, PlotKind } from '../results/panels.ts';
import { hiddenWords, resultWords } from '../words/results.ts';
import { statusNames } from '../words/states.ts';
import { valueName } from '../words/result-values.ts';
import { hiddenText } from './result-cell.tsx';
import { seriesLooks } from './patterns.tsx';
import { inset, percent } from './plot-panel.tsx';
import type { PlotRow } from './plot-panel.tsx';
import type { Screen } from './screen.ts';
import { statusSigns } from './small.tsx';

/** What every drawing of one table shares. */
export interface Drawn {
  readonly grid: Grid;
  readonly least: number;
  readonly axis: Axis;
  readonly prefix: string;
  readonly screen: Screen;
}

/** Numbers that are longer stand beside the name of the bar, not at its end. */
const longestAtEnd = 9;
/** How wide a drawing is on a small phone, and a digit, in pixels. */
const narrowest = 288;
const digit = 8;
const bar = 18;
const stack = 28;
const whisker = 16;
const hiddenLine = 18;

/** One axis for all panels, so that they can be compared. */
export function axisFor(
  kind: PlotKind,
  panels: readonly Panel[],
  { grid, screen }: Pick<Drawn, 'grid' | 'screen'>,
): Axis {
  const groups = panels.flatMap((panel) => panel.groups);
  switch (kind) {
    case 'whiskers':
      return axisOf(
        marksOf(panels).flatMap(({ cell }) => [cell.value ?? [], cell.low ?? [], cell.high ?? []].flat()),
        [1.5, 98.5],
      );
    case 'stacks':
      return axisOf(
        groups.map(({ marks }) => marks.reduce((sum, { cell }) => sum + (cell.value ?? 0), 0)),
        [0, 94],
      );
    case 'bars': {
      const values = marksOf(panels).flatMap(({ cell }) => cell.value ?? []);
      const ends = values.map((value) => shownNumber(value, grid.unit, screen.lang).length);
      const longest = Math.max(0, ...ends.filter((length) => length <= longestAtEnd));
      return axisOf(values, [0, 97 - (longest * digit + inset) / (narrowest / 100)]);
    }
  }
}

export function rowsOf(kind: PlotKind, { groups }: Panel, drawn: Drawn): readonly PlotRow[] {
  const { grid, screen } = drawn;
  const words = grid.dimensions.at(-2)?.words ?? '';
  return groups.flatMap((group): readonly PlotRow[] => {
    const label = group.value === undefined ? '' : screen.say(valueName(words, group.value));
    if (kind === 'stacks') return [{ label, isGroup: true, ...stackOf(group, drawn) }];
    const marks = marksOfGroup(kind, group, groups.length > 1, drawn);
    return group.value === undefined ? marks : [{ label, isGroup: true, height: 0 }, ...marks];
  });
}

/** More hidden marks than this in one group stand on one line: they would hide what is shown. */
const mostHidden = 4;

function marksOfGroup(
  kind: 'bars' | 'whiskers',
  { marks }: Group,
  isSeries: boolean,
  drawn: Drawn,
): readonly PlotRow[] {
  const row = (mark: Mark) => rowOf(kind, mark, isSeries, drawn);
  const hidden = marks.filter(({ cell }) => cell.value === null);
  if (hidden.length <= mostHidden) return marks.map(row);
  const label = drawn.screen.say(resultWords.hiddenMarks(hidden.length, marks.length));
  const text = drawn.screen.say(hiddenWords.secondary);
  return [
    ...marks.filter(({ cell }) => cell.value !== null).map(row),
    { label, height: bar, draw: (top) => <Hidden top={top} text={text} /> },
  ];
}

function rowOf(kind: 'bars' | 'whiskers', mark: Mark, isSeries: boolean, drawn: Drawn): PlotRow {
  const { grid, screen, least, axis, prefix } = drawn;
  const { cell, status } = mark;
  const last = grid.dimensions.at(-1);
  const name = screen.say(valueName(last?.words ?? '', mark.value));
  const label = status !== undefined && last?.id === 'status' ? `${statusSigns[status]} ${name}` : name;
  if (cell.value === null)
    return { label, height: bar, draw: (top) => <Hidden top={top} text={hiddenText(cell, least, screen)} /> };
  const { value } = cell;
  const shown = shownNumber(value, grid.unit, screen.lang);
  const look = status !== undefined ? `of-${status}` : 'of-series';
  if (kind === 'whiskers')
    return {
      ...{ label, value: shown, height: whisker },
      draw: (top) => <Whisker {...{ cell, value, axis, look, middle: top + whisker / 2 }} />,
    };
  const isLong = shown.length > longestAtEnd;
  const ground =
    status === undefined ? `series-${isSeries ? mark.series % seriesLooks : 0}` : `ground-${status}`;
  const [from = 0, to = 0] = [axis.place(0), axis.place(value)].sort((one, other) => one - other);
  return {
    ...{ label, height: bar, ...(isLong && { value: shown }) },
    draw: (top) => (
      <>
        <rect
          class={`plot-bar ${look}`}
          x={percent(from)}
          y={top}
          width={percent(to - from)}
          height={bar - 4}
          fill={`url(#${prefix}${ground})`}
        />
        {!isLong && (
          <text class="plot-value" x={percent(to)} dx={6} y={top + 12}>
            {shown}
          </text>
        )}
      </>
    ),
  };
}

interface WhiskerProps {
  readonly cell: Cell;
  readonly value: number;
  readonly axis: Axis;
  readonly look: string;
  readonly middle: number;
}

function Whisker({ cell, value, axis, look, middle }: WhiskerProps) {
  const { low = value, high = value } = cell;
  const across = { y1: middle, y2: middle, x1: percent(axis.place(low)), x2: percent(axis.place(high)) };
  return (
    <g class={`plot-whisker ${look}`}>
      {isInterval(cell) && (
        <>
          <line {...across} />
          {[low, high].map((bound) => (
            <line
              x1={percent(axis.place(bound))}
              x2={percent(axis.place(bound))}
              y1={middle - 5}
              y2={middle + 5}
            />
          ))}
        </>
      )}
      <circle cx={percent(axis.place(value))} cy={middle} r={5} />
    </g>
  );
}

/** What is hidden has a mark of its own: a bar of no length would say that there is nothing. */
const Hidden = ({ top, text }: { readonly top: number; readonly text: string }) => (
  <>
    <rect class="plot-hidden" x={inset} y={top + 1} width={16} height={bar - 6} />
    <text class="plot-hidden-text" x={28} y={top + 12}>
      {text}
    </text>
  </>
);

/** Parts of a whole beside each other; what is hidden has no length and is named below. */
function stackOf(
  { marks }: Group,
  { grid, axis, prefix, screen, least }: Drawn,
): Pick<PlotRow, 'height' | 'draw'> {
  const shown = marks.flatMap(({ cell, status }) =>
    cell.value === null || status === undefined ? [] : [{ status, value: cell.value }],
  );
  const hidden = marks.flatMap(({ cell, status }) =>
    cell.value === null && status !== undefined
      ? [`${statusSigns[status]} ${screen.say(statusNames[status])}: ${hiddenText(cell, least, screen)}`]
      : [],
  );
  const starts = shown.map((_, index) => shown.slice(0, index).reduce((sum, { value }) => sum + value, 0));
  const draw = (top: number) => (
    <>
      {shown.map(({ status, value }, index) => {
        const start = axis.place(starts[index] ?? 0);
        const end = axis.place((starts[index] ?? 0) + value);
        const text = shownNumber(value, grid.unit, screen.lang);
        return (
          <g class={`of-${status}`}>
            <rect
              class="plot-bar"
              x={percent(start)}
              y={top}
              width={percent(end - start)}
              height={stack - 6}
              fill={`url(#${prefix}ground-${status})`}
            />
            {hasRoom(end - start, text) && (
              <text class="plot-value on-pattern" x={percent(start)} dx={5} y={top + 16}>
                {`${statusSigns[status]} ${text}`}
              </text>
            )}
          </g>
        );
      })}
      {hidden.map((text, index) => (
        <text class="plot-hidden-text" x={0} y={top + stack + hiddenLine * index + 10}>
          {text}
        </text>
      ))}
    </>
  );
  return { height: stack + hidden.length * hiddenLine, draw };
}

const hasRoom = (width: number, text: string): boolean =>
  (width * narrowest) / 100 > digit * text.length + 26;
