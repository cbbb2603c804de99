import type { JSX } from 'preact';
import type { ResultTable } from '../../release/result.ts';
import type { Axis } from '../results/axis.ts';
import { shownTick } from '../results/numbers.ts';
import { wrapped } from '../results/wrap.ts';
import type { Screen } from './screen.ts';

/**
 * A drawing as wide as there is room, without a script: what lies across is in per cent, what lies down in pixels. So
 * words keep their size on every screen and on paper.
 */

/** One line of words, and below it what they are about. */
export interface PlotRow {
  readonly label: string;
  /** Stands beside the label. */
  readonly value?: string;
  readonly isGroup?: boolean;
  readonly height: number;
  /** Draws itself below the place that is given, from the left edge on. */
  draw?(top: number): JSX.Element;
}

interface Props {
  readonly screen: Screen;
  readonly label: string;
  readonly unit: ResultTable['unit'];
  readonly axis: Axis;
  readonly rows: readonly PlotRow[];
  readonly patterns: JSX.Element;
}

const line = 18;
const gap = 14;
const foot = 22;
/** As many signs as fit on a small phone. */
const signs = 40;

interface Placed extends PlotRow {
  readonly lines: readonly string[];
  readonly top: number;
  readonly next: number;
}

/** Each row under the one before. */
function placed(rows: readonly PlotRow[]): readonly Placed[] {
  const found: Placed[] = [];
  for (const row of rows) {
    const top = (found.at(-1)?.next ?? 0) + (row.isGroup === true && found.length > 0 ? gap : 0);
    const lines = wrapped(row.label, signs, 3);
    const isBeside = fitsBeside(lines, row);
    const shown = row.value === undefined || isBeside ? lines : [...lines, ''];
    found.push({ ...row, lines: shown, top, next: top + shown.length * line + row.height + gap / 2 });
  }
  return found;
}

const fitsBeside = (lines: readonly string[], { value = '' }: PlotRow): boolean =>
  (lines.at(-1) ?? '').length + value.length < signs;

export function PlotPanel({ screen, label, unit, axis, rows, patterns }: Props) {
  const drawn = placed(rows);
  const bottom = drawn.at(-1)?.next ?? 0;
  return (
    <svg class="plot" width="100%" height={bottom + foot} role="img" aria-label={label}>
      <defs>{patterns}</defs>
      <g class="plot-axis">
        {axis.ticks.map((tick) => (
          <Tick at={axis.place(tick)} bottom={bottom} isZero={tick === 0}>
            {shownTick(tick, unit, screen.lang)}
          </Tick>
        ))}
      </g>
      {drawn.map((row) => (
        <>
          <Label row={row} from={axis.from} />
          {row.draw?.(row.top + row.lines.length * line)}
        </>
      ))}
    </svg>
  );
}

/** Beside the line at the left edge, not upon it. */
export const inset = 5;

function Label({ row, from }: { readonly row: Placed; readonly from: number }) {
  const { label, lines, value, isGroup = false, top } = row;
  const isCut = lines.some((each) => each.endsWith('…'));
  return (
    <text class={isGroup ? 'plot-group' : 'plot-label'} y={top + 13}>
      {lines.map((each, index) => (
        <tspan x={percent(from)} dx={isGroup ? 0 : inset} dy={index === 0 ? 0 : line}>
          {each}
          {value !== undefined && index === lines.length - 1 && (
            <tspan class="plot-value">{each === '' ? value : `  ${value}`}</tspan>
          )}
        </tspan>
      ))}
      {isCut && <title>{label}</title>}
    </text>
  );
}

interface TickProps {
  readonly at: number;
  readonly bottom: number;
  readonly isZero: boolean;
  readonly children: string;
}

function Tick({ at, bottom, isZero, children }: TickProps) {
  const anchor = at < 5 ? 'start' : at > 95 ? 'end' : 'middle';
  return (
    <>
      <line class={isZero ? 'plot-zero' : 'plot-grid'} x1={percent(at)} x2={percent(at)} y1={0} y2={bottom} />
      <text x={percent(at)} y={bottom + 16} text-anchor={anchor}>
        {children}
      </text>
    </>
  );
}

export const percent = (place: number): string => `${Math.round(place * 100) / 100}%`;
