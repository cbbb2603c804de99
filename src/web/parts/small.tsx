import type { ComponentChildren } from 'preact';
import { formatInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Status, Urgency } from '../../domain/vocabulary.ts';
import type { Text } from '../words/lang.ts';
import { freshnessWords } from '../words/freshness.ts';
import { statusMeanings, statusNames, urgencyNames } from '../words/states.ts';
import { behindClock } from './freshness.tsx';
import { shownInstant } from './screen.ts';
import type { Screen } from './screen.ts';

/** An instant as text for people and for programs. */
export function When({ at, screen }: { readonly at: Instant | string; readonly screen: Screen }) {
  const machine = typeof at === 'string' ? at : formatInstant(at);
  return <time dateTime={machine}>{shownInstant(at, screen.lang)}</time>;
}

/** The sign differs by shape as well as by colour, and the word always stands beside it. */
export const statusSigns: Readonly<Record<Status, string>> = {
  unsafe: '■',
  unknown: '?',
  direct: '◐',
  durable: '●',
};

const isSafe = (status: Status) => status === 'direct' || status === 'durable';

/** While the answers are behind, what is safe never stands without the hour up to which that is known. */
export function StatusBadge({ status, screen }: { readonly status: Status; readonly screen: Screen }) {
  const clock = behindClock(screen);
  return (
    <span class={`status status-${status}`}>
      <span class="sign" aria-hidden="true">
        {statusSigns[status]}
      </span>{' '}
      {screen.say(statusNames[status])}
      {isSafe(status) && clock !== null && ` (${screen.say(freshnessWords.short(clock))})`}
    </span>
  );
}

/** The status with what it means: "unknown" never stands without it. */
export function StatusInWords({ status, screen }: { readonly status: Status; readonly screen: Screen }) {
  return (
    <>
      <StatusBadge status={status} screen={screen} />
      <span class="meaning"> {screen.say(statusMeanings[status])}</span>
    </>
  );
}

export function UrgencyBadge({ urgency, screen }: { readonly urgency: Urgency; readonly screen: Screen }) {
  return <span class={`urgency urgency-${urgency}`}>{screen.say(urgencyNames[urgency])}</span>;
}

interface TableProps {
  readonly caption: string;
  readonly heads: readonly Text[];
  readonly screen: Screen;
  /** On a narrow screen each row becomes a card; its cells then carry a data-label. */
  readonly cards?: boolean;
  readonly children: ComponentChildren;
}

/** A table that can be scrolled with the keyboard where the screen is narrow. */
export function Table({ caption, heads, screen, cards = false, children }: TableProps) {
  return (
    <div class={cards ? 'scroll cards' : 'scroll'} role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{screen.say(head)}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
