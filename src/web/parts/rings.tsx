import { besideWords } from '../words/record-beside.ts';
import type { Screen } from './screen.ts';

interface Props {
  readonly person: string;
  readonly supporters: readonly { readonly supporter: string; readonly ring: number }[];
  readonly screen: Screen;
}

/** Where each ring ends; who stands in it is drawn between its two lines. */
const edges = [70, 106, 142, 178] as const;
const width = 36;

/** A person in the middle of those who support: ring 1 is closest. What it shows stands in a list beside it. */
export function RingsDrawing({ person, supporters, screen }: Props) {
  const { say, name } = screen;
  const label = say(besideWords.networkDrawing(name(person), supporters.length));
  const around = [...supporters].sort((a, b) => a.ring - b.ring);
  return (
    <svg class="rings" viewBox="-220 -190 440 380" role="img" aria-label={label}>
      {edges.map((r, index) => (
        <>
          <circle r={r} />
          <text class="ring-number" y={13 - r}>
            {index + 1}
          </text>
        </>
      ))}
      <circle class="middle" r={28} />
      <text class="middle-name" y={4}>
        {short(name(person), 9)}
      </text>
      {around.map(({ supporter, ring }, index) => {
        const { x, y } = place(ring, (index + 0.5) / around.length);
        return (
          <>
            <circle class="mark" cx={x} cy={y} r={6} />
            <text {...besideMark(x, y, ring)}>{short(name(supporter), 16)}</text>
          </>
        );
      })}
    </svg>
  );
}

/** Clockwise from the top, never at the top itself: there stand the numbers of the rings. */
function place(ring: number, turn: number): { readonly x: number; readonly y: number } {
  const distance = (edges[ring - 1] ?? edges[3]) - width / 2;
  const angle = 2 * Math.PI * turn;
  const round = (value: number) => Math.round(value * 10) / 10;
  return { x: round(distance * Math.sin(angle)), y: round(-distance * Math.cos(angle)) };
}

/** A name stands on the far side of its mark, so that it covers neither the middle nor the next ring inward. */
function besideMark(x: number, y: number, ring: number) {
  const isSideways = ring <= 2 && Math.abs(x) > 1.5 * Math.abs(y);
  if (isSideways)
    return { x: x + 11 * Math.sign(x), y: y + 5, class: x > 0 ? 'to-the-right' : 'to-the-left' };
  return { x, y: y < 0 ? y - 11 : y + 20 };
}

const short = (name: string, most: number) => (name.length <= most ? name : `${name.slice(0, most - 1)}…`);
