import type { JSX } from 'preact';

/** Grounds that differ by their pattern as well as by their colour: also in black and white. Styled in status.css. */

interface PatternProps {
  readonly id: string;
  /** The class of what lies below the pattern. */
  readonly ground: string;
  readonly size: number;
  readonly children: JSX.Element | readonly JSX.Element[];
}

export const Pattern = ({ id, ground, size: side, children }: PatternProps) => (
  <pattern id={id} width={side} height={side} patternUnits="userSpaceOnUse">
    <rect class={ground} width={side} height={side} />
    {children}
  </pattern>
);

interface Props {
  readonly prefix?: string;
}

/** The grounds of the statuses: `url(#ground-unsafe)`, with the prefix of the drawing before it. */
export const StatusPatterns = ({ prefix = '' }: Props) => (
  <>
    <Pattern id={`${prefix}ground-unsafe`} ground="ground-unsafe" size={7}>
      <path class="hatch hatch-unsafe" d="M0,7L7,0M-1,1L1,-1M6,8L8,6" />
      <path class="hatch hatch-unsafe" d="M0,0L7,7" />
    </Pattern>
    <Pattern id={`${prefix}ground-unknown`} ground="ground-unknown" size={8}>
      <circle class="speck" cx="2" cy="2" r="1" />
      <circle class="speck" cx="6" cy="6" r="1" />
    </Pattern>
    <Pattern id={`${prefix}ground-direct`} ground="ground-direct" size={6}>
      <path class="hatch hatch-direct" d="M0,3H6" />
    </Pattern>
    <Pattern id={`${prefix}ground-durable`} ground="ground-durable" size={6}>
      <path class="hatch hatch-durable" d="M3,0V6M0,3H6" />
    </Pattern>
  </>
);

/** How many series look different; more begin again. */
export const seriesLooks = 6;

/** The grounds of what has no status: `url(#...series-0)` and on. */
export const SeriesPatterns = ({ prefix = '' }: Props) => (
  <>
    {[
      'M0,0',
      'M0,8L8,0M-1,1L1,-1M7,9L9,7',
      'M0,2H8M0,6H8',
      'M2,0V8M6,0V8',
      'M0,0L8,8M0,8L8,0',
      'M2,2h2v2h-2zM6,6h2v2h-2z',
    ].map((d, index) => (
      <Pattern
        id={`${prefix}series-${index}`}
        ground={index === 0 ? 'series-solid' : 'series-ground'}
        size={8}
      >
        <path class="hatch hatch-series" d={d} />
      </Pattern>
    ))}
  </>
);
