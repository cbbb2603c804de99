import type { Grid } from '../results/grid.ts';
import { marksOf, panelsOf, plotKind } from '../results/panels.ts';
import type { Panel } from '../results/panels.ts';
import { statusNames } from '../words/states.ts';
import { resultWords, unitNames } from '../words/results.ts';
import { valueName } from '../words/result-values.ts';
import { SeriesPatterns, StatusPatterns } from './patterns.tsx';
import { PlotPanel } from './plot-panel.tsx';
import { axisFor, rowsOf } from './plot-rows.tsx';
import type { Screen } from './screen.ts';
import { statusSigns } from './small.tsx';

interface Props {
  readonly grid: Grid;
  readonly title: string;
  readonly least: number;
  readonly screen: Screen;
}

/** More marks than this nobody reads. */
const mostMarks = 240;

/** A table as a drawing; three dimensions as several small ones on the same scale. */
export function ResultPlot({ grid, title, least, screen }: Props) {
  const { say } = screen;
  const panels = panelsOf(grid);
  const marks = marksOf(panels);
  if (marks.length > mostMarks) return <p>{say(resultWords.tooMany)}</p>;
  const kind = plotKind(grid);
  const prefix = `${grid.id}-`;
  const axis = axisFor(kind, panels, { grid, screen });
  const used = [...new Set(marks.flatMap(({ status }) => status ?? []))];
  return (
    <figure class="result-plot">
      <figcaption>{say(resultWords.plot(say(unitNames[grid.unit])))}</figcaption>
      {marks.every(({ cell }) => cell.value === null) && <p>{say(resultWords.nothingShown)}</p>}
      {kind === 'stacks' && (
        <ul class="plot-legend" aria-hidden="true">
          {used.map((status) => (
            <li>
              <svg width="22" height="16" class={`of-${status}`}>
                <rect
                  class="plot-bar"
                  x={1}
                  y={1}
                  width={20}
                  height={14}
                  fill={`url(#${prefix}ground-${status})`}
                />
              </svg>
              {statusSigns[status]} {say(statusNames[status])}
            </li>
          ))}
        </ul>
      )}
      <div class="plot-panels">
        {panels.map((panel, index) => {
          const name = nameOf(panel, grid, screen);
          return (
            <div class="plot-panel">
              {name !== undefined && <h3>{name}</h3>}
              <PlotPanel
                screen={screen}
                label={say(resultWords.plotNamed(name === undefined ? title : `${title}, ${name}`))}
                unit={grid.unit}
                axis={axis}
                rows={rowsOf(kind, panel, { grid, least, axis, prefix, screen })}
                patterns={
                  <>
                    {index === 0 && used.length > 0 && <StatusPatterns prefix={prefix} />}
                    {index === 0 && used.length === 0 && <SeriesPatterns prefix={prefix} />}
                  </>
                }
              />
            </div>
          );
        })}
      </div>
    </figure>
  );
}

const nameOf = ({ value }: Panel, grid: Grid, { say }: Screen): string | undefined =>
  value === undefined ? undefined : say(valueName(grid.dimensions[0]?.words ?? '', value));
