import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from 'd3-shape';
import { timeFormatLocale } from 'd3-time-format';
import { clockOf } from '../../domain/calendar.ts';
import type { Viewpoint } from '../../read/views.ts';
import type { Drawing, LaneDrawing, PlacedBar } from '../timeline/drawing.ts';
import { size } from '../timeline/drawing.ts';
import { closest } from '../timeline/clusters.ts';
import type { Cluster } from '../timeline/clusters.ts';
import type { TimelineFact } from '../timeline/facts.ts';
import { signOf } from '../timeline/facts.ts';
import type { Shape } from '../timeline/kinds.ts';
import { placing, plot, spanOf, ticks } from '../timeline/scale.ts';
import type { Tick, Window } from '../timeline/scale.ts';
import type { Lang } from '../words/lang.ts';
import { eventNames } from '../words/events.ts';
import { monitorStates, roleNames, statusNames } from '../words/states.ts';
import { drawingWords } from '../words/timeline.ts';
import { barText, factText, laneName, shownTime } from './fact-words.ts';
import { Pattern, StatusPatterns } from './patterns.tsx';
import { shownInstant } from './screen.ts';
import type { Screen } from './screen.ts';

interface Props {
  readonly drawing: Drawing;
  readonly screen: Screen;
  readonly viewpoint: Viewpoint;
  /** Where a sign leads. */
  readonly factLink: (id: string) => string;
  /** Where a cluster leads: closer, or to the table if its facts cannot be pulled apart. */
  readonly clusterLink: (facts: readonly TimelineFact[]) => string;
}

/** The timeline as a picture of links: one sign, one fact. */
export function TimelineDrawing(props: Props) {
  const { drawing, screen, viewpoint } = props;
  const { say } = screen;
  return (
    <div class="scroll timeline-sheet" role="region" aria-label={say(drawingWords.drawing)} tabIndex={0}>
      <svg
        class={drawing.height > tall ? 'timeline-drawing tall' : 'timeline-drawing'}
        id="drawing"
        viewBox={`0 0 ${plot.width} ${drawing.height}`}
        role="group"
        aria-label={say(drawingWords.drawing)}
      >
        <Definitions />
        <Axis drawing={drawing} screen={screen} />
        {drawing.lanes.map((lane) => (
          <LaneOfTime lane={lane} {...props} />
        ))}
        <Standpoints {...{ drawing, screen, viewpoint }} />
      </svg>
    </div>
  );
}

/** Taller than this it gets a sheet of paper of its own. */
const tall = 1050;

const big = 210;
const path = (type: Parameters<typeof symbol>[0], area = big) => symbol(type, area)() ?? '';

/** Each shape once, around its own middle. */
const outlines: Readonly<Record<Shape, string>> = {
  square: path(symbolSquare),
  triangle: path(symbolTriangle, 200),
  diamond: path(symbolDiamond, 230),
  circle: path(symbolCircle, 190),
  half: path(symbolCircle, 190),
  ring: path(symbolCircle, 190),
  cross: 'M-9,-5.5L-5.5,-9L0,-3.5L5.5,-9L9,-5.5L3.5,0L9,5.5L5.5,9L0,3.5L-5.5,9L-9,5.5L-3.5,0Z',
  flag: 'M-7,-8H8L4,-3L8,2H-5V9H-7Z',
  bell: 'M0,-9C5,-9 6,-4 6,0L8,5H-8L-6,0C-6,-4 -5,-9 0,-9ZM-2.5,6H2.5A2.5,2.5 0 0 1 -2.5,6Z',
  star: path(symbolStar, 150),
  plus: path(symbolCross, 170),
  speech: 'M-8,-7H8V4H0L-4,9V4H-8Z',
  wedge: 'M-6,-8L8,0L-6,8Z',
  dot: path(symbolCircle, 70),
};

function Definitions() {
  return (
    <defs>
      {Object.entries(outlines).map(([shape, d]) => (
        <path id={`shape-${shape}`} d={d} />
      ))}
      <StatusPatterns />
      <Pattern id="ground-unseen" ground="ground-unseen" size={8}>
        <path class="hatch hatch-unseen" d="M0,8L8,0M-1,1L1,-1M7,9L9,7" />
      </Pattern>
    </defs>
  );
}

const locale = (months: string) =>
  timeFormatLocale({
    dateTime: '',
    date: '',
    time: '',
    periods: ['', ''],
    days: ['', '', '', '', '', '', ''],
    shortDays: ['', '', '', '', '', '', ''],
    months: monthsOf(months),
    shortMonths: monthsOf(months),
  });
type Months = [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const monthsOf = (text: string) => text.split(' ') as Months;
const locales = {
  nl: locale('jan feb mrt apr mei jun jul aug sep okt nov dec'),
  en: locale('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
};

function tickText({ at, day, unit }: Tick, lang: Lang): string {
  const format = unit === 'year' ? '%Y' : unit === 'month' || unit === 'quarter' ? '%b %Y' : '%-d %b';
  const shown = locales[lang].utcFormat(format)(new Date(`${day}T00:00:00Z`));
  return unit === 'hour' ? `${shown} ${clockOf(at).slice(11)}` : shown;
}

function Axis({ drawing: { window, height }, screen }: Pick<Props, 'drawing' | 'screen'>) {
  const place = placing(window);
  return (
    <g class="axis" aria-hidden="true">
      {ticks(window).map((tick) => (
        <>
          <path class="tick" d={`M${place(tick.at)},${size.axis - 8}V${height}`} />
          <text x={place(tick.at) + 3} y={size.axis - 11}>
            {tickText(tick, screen.lang)}
          </text>
        </>
      ))}
    </g>
  );
}

/** Where one stands: the instant asked about and the instant of knowledge. */
function Standpoints({
  drawing: { window, height },
  screen,
  viewpoint,
}: Omit<Props, 'factLink' | 'clusterLink'>) {
  const place = placing(window);
  const { at, knownAt } = viewpoint;
  const lines = [
    { instant: at, name: 'at', text: drawingWords.at },
    ...(knownAt === at ? [] : [{ instant: knownAt, name: 'known', text: drawingWords.knownAt }]),
  ].filter(({ instant }) => instant > window.from && instant < window.until);
  return (
    <g class="standpoints">
      {lines.map(({ instant, name, text }) => (
        <>
          <path class={`standpoint standpoint-${name}`} d={`M${place(instant)},18V${height}`} />
          <text class="standpoint-text" x={place(instant) - 3} y={14} text-anchor="end">
            {`${screen.say(text)} ${shownInstant(instant, screen.lang)}`}
          </text>
        </>
      ))}
    </g>
  );
}

function LaneOfTime({ lane: drawn, ...props }: Props & { readonly lane: LaneDrawing }) {
  const { drawing, screen } = props;
  const { say } = screen;
  const { lane, top, height } = drawn;
  const name = laneName(lane.id, screen);
  return (
    <g class={`lane lane-${lane.kind}`} role="group" aria-label={say(drawingWords.lane(name))}>
      <rect class="lane-ground" x={0} y={top} width={plot.width} height={height} />
      <text class="lane-name" x={8} y={top + 20}>
        {short(name, 24)}
        <title>{name}</title>
      </text>
      {lane.role !== undefined && (
        <text class="lane-role" x={8} y={top + 37}>
          {say(roleNames[lane.role])}
        </text>
      )}
      {drawn.barsLeft > 0 && (
        <text class="lane-role" x={8} y={top + height - 8}>
          {say(drawingWords.more(drawn.barsLeft))}
        </text>
      )}
      <Bands drawn={drawn} screen={screen} window={drawing.window} />
      {drawn.bars.map((bar) => (
        <BarOfTime bar={bar} {...props} />
      ))}
      {drawn.rows.map(({ y, clusters }) =>
        clusters.map((cluster) => <Sign cluster={cluster} y={y} {...props} />),
      )}
    </g>
  );
}

interface BandsProps {
  readonly drawn: LaneDrawing;
  readonly screen: Screen;
  readonly window: Window;
}

function Bands({ drawn, screen }: BandsProps) {
  const { say } = screen;
  const period = (from: Parameters<typeof shownTime>[0], until: typeof from) =>
    Number.isFinite(until)
      ? say(drawingWords.fromUntil(shownTime(from, screen), shownTime(until, screen)))
      : say(drawingWords.fromUntil(shownTime(from, screen), say(drawingWords.goesOn)));
  return (
    <>
      {drawn.bands.map(({ is, from, until, start, end, y }) => (
        <g class={`band band-${is}`}>
          <title>{`${say(statusNames[is])}: ${period(from, until)}`}</title>
          <rect
            x={start}
            y={y}
            width={width(start, end)}
            height={size.band - 3}
            fill={`url(#ground-${is})`}
          />
          {end - start > 7 * say(statusNames[is]).length + 8 && (
            <text x={start + 4} y={y + size.band - 8}>
              {say(statusNames[is])}
            </text>
          )}
        </g>
      ))}
      {drawn.then.map(({ is, from, until, start, end, y }) => {
        const thought = say(drawingWords.thought(say(statusNames[is])));
        return (
          <g class={`band then band-${is}`}>
            <title>{`${thought}: ${period(from, until)}`}</title>
            <rect
              x={start}
              y={y}
              width={width(start, end)}
              height={size.then - 4}
              fill={`url(#ground-${is})`}
            />
            {end - start > 6.5 * thought.length + 8 && (
              <text x={start + 4} y={y + size.then - 6}>
                {thought}
              </text>
            )}
          </g>
        );
      })}
      {drawn.unseen.map(({ from, until, start, end, y }, index) => {
        const next = drawn.unseen[index + 1]?.start ?? plot.right;
        const since = say(drawingWords.unseenSince(shownTime(from, screen)));
        // Beside the strip if there is no room on it.
        const room = 6.5 * since.length + 8;
        const textStart = end - start > room ? start : next - end > room ? end : null;
        return (
          <g class="no-sight">
            <title>{`${say(drawingWords.unseen)}: ${period(from, until)}`}</title>
            <rect
              x={start}
              y={y}
              width={width(start, end)}
              height={size.unseen - 3}
              fill="url(#ground-unseen)"
            />
            {textStart !== null && (
              <text x={textStart + 4} y={y + size.unseen - 6}>
                {since}
              </text>
            )}
          </g>
        );
      })}
      {drawn.watching.map(({ is, from, until, start, end, y, about }) => (
        <rect
          class={`watch watch-${is}`}
          x={start}
          y={y}
          width={width(start, end)}
          height={size.watching - 2}
        >
          <title>{`${about ?? ''}: ${say(monitorStates[is])}, ${period(from, until)}`}</title>
        </rect>
      ))}
    </>
  );
}

const width = (start: number, end: number) => Math.round(Math.max(end - start, 1) * 10) / 10;

function BarOfTime({ bar, screen, factLink }: Props & { readonly bar: PlacedBar }) {
  const label = `${barText(bar, screen)}. ${factText(bar.fact, screen)}`;
  const name = short(barText(bar, screen), Math.floor((bar.end - bar.start) / 6));
  return (
    <a class={`bar bar-${bar.kind}`} href={factLink(bar.fact.id)} aria-label={label} data-bar={bar.fact.id}>
      <title>{label}</title>
      <rect x={bar.start} y={bar.y} width={width(bar.start, bar.end)} height={size.bar - 2} rx={2} />
      {bar.end - bar.start > 60 && (
        <text x={bar.start + 4} y={bar.y + size.bar - 5}>
          {name}
        </text>
      )}
    </a>
  );
}

/** A finger needs more room than a sign does; no two signs are closer than this. */
const Reach = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <path class="reach" d={`M${x - closest / 2},${y - closest / 2}h${closest}v${closest}h-${closest}z`} />
);

type SignProps = Props & { readonly cluster: Cluster<TimelineFact>; readonly y: number };

function Sign(props: SignProps) {
  const { cluster } = props;
  const [only] = cluster.things;
  return cluster.things.length === 1 && only ? <OneFact {...props} fact={only} /> : <ManyFacts {...props} />;
}

function OneFact({
  cluster,
  y,
  fact,
  drawing,
  screen,
  factLink,
}: SignProps & { readonly fact: TimelineFact }) {
  const label = factText(fact, screen);
  const { x } = cluster;
  const place = placing(drawing.window);
  const sign = signOf(fact);
  const isWide = place(fact.to) - place(fact.from) > 20;
  return (
    <a
      class={`mark mark-${fact.group} shape-${fact.shape} ${fact.state}`}
      href={factLink(fact.id)}
      aria-label={label}
      data-fact={fact.id}
    >
      <title>{label}</title>
      <Reach x={x} y={y} />
      {isWide && <path class="whisker" d={`M${place(fact.from)},${y + 12}v-4v2H${place(fact.to)}v-2v4`} />}
      <use href={`#shape-${fact.shape}`} x={x} y={y} />
      {fact.shape === 'half' && <path class="filled" d={`M${x},${y - 7.8}A7.8,7.8 0 0 1 ${x},${y + 7.8}Z`} />}
      {sign !== '' && (
        <text class="sign-text" x={x} y={y + 4} text-anchor="middle">
          {sign}
        </text>
      )}
      {fact.lateDays >= 1 && (
        <path class="late-sign" d={`M${x + 8},${y - 13}a4.5,4.5 0 1 1 -0.1,0zm0,1.5v3h2.5`} />
      )}
      {fact.state !== 'in_effect' && <path class="struck" d={`M${x - 11},${y}h22`} />}
    </a>
  );
}

function ManyFacts({ cluster: { x, things }, y, screen, clusterLink }: SignProps) {
  const label = clusterText(things, screen);
  const isLoud = things.some((fact) => fact.isLoud);
  return (
    <a
      class={isLoud ? 'cluster cluster-loud' : 'cluster'}
      href={clusterLink(things)}
      aria-label={label}
      data-count={things.length}
    >
      <title>{label}</title>
      <Reach x={x} y={y} />
      <rect x={x - 11} y={y - 10} width={22} height={20} rx={5} />
      <text x={x} y={y + 4} text-anchor="middle">
        {things.length > 999 ? '999+' : things.length}
      </text>
    </a>
  );
}

/** How many, from when to when, and which kinds most. */
function clusterText(things: readonly TimelineFact[], screen: Screen): string {
  const { say } = screen;
  const counts = new Map<TimelineFact['record']['type'], number>();
  for (const {
    record: { type },
  } of things)
    counts.set(type, (counts.get(type) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 3);
  const named = most.map(([type, count]) => say(drawingWords.times(count, say(eventNames[type])))).join(', ');
  const { from: first, until: last } = spanOf(things);
  return say(drawingWords.cluster(things.length, shownTime(first, screen), shownTime(last, screen), named));
}

/** Whole words, so that who speaks the words that stand there is understood. */
function short(text: string, most: number): string {
  if (text.length <= most) return text;
  const room = text.slice(0, Math.max(most - 1, 0));
  const end = room.lastIndexOf(' ');
  return end > 0 ? `${room.slice(0, end)}…` : '';
}
