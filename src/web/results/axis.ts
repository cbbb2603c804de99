import { scaleLinear } from 'd3-scale';

/** Where numbers lie in a drawing as wide as there is room: in per cent of its width, so that text keeps its size. */
export interface Axis {
  /** From 0 to 100. */
  place(value: number): number;
  /** None if there is no number at all. */
  readonly ticks: readonly number[];
  /** Where the first number can lie. */
  readonly from: number;
}

/** Beyond this the distance between two numbers is no number any more. */
const most = 1e300;
/** Nearer to zero than this no step between two marks is a number any more. */
const nearest = 1e-290;

const bounded = (value: number): number =>
  Math.abs(value) < nearest ? 0 : Math.max(-most, Math.min(most, value));

/** Every number, and zero, has a place between two that are given in per cent of the width. */
export function axisOf(values: readonly number[], [from, to]: readonly [number, number]): Axis {
  const within = values.map(bounded);
  const least = within.reduce((one, other) => Math.min(one, other), 0);
  const greatest = within.reduce((one, other) => Math.max(one, other), 0);
  const scale = scaleLinear([least, least === greatest ? least + 1 : greatest], [from, to]).nice(4);
  return {
    place: (value) => rounded(Math.max(from, Math.min(to, scale(bounded(value))))),
    ticks: values.length === 0 ? [] : scale.ticks(4),
    from,
  };
}

const rounded = (place: number): number => Math.round(place * 100) / 100;
