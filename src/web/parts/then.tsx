import { isIn } from '../timeline/scale.ts';
import type { Window } from '../timeline/scale.ts';
import type { Then } from '../timeline/then.ts';
import { drawingWords, tableWords } from '../words/timeline.ts';
import { shownTime } from './fact-words.ts';
import type { Screen } from './screen.ts';
import { StatusInWords, Table, When } from './small.tsx';
import type { Address } from './timeline-controls.tsx';

interface Props {
  readonly screen: Screen;
  readonly address: Address;
  readonly then: Then | undefined;
}

/** Whether what was thought then is shown, how far back, and the way to it: working it out takes too long for every page. */
export function WhatWasThought({ screen, address, then }: Props) {
  const { say } = screen;
  if (!then)
    return (
      <p>
        <a href={address.with({ toen: '1' })}>{say(drawingWords.thenShow)}</a>
      </p>
    );
  const isNone = [...then.persons.values()].every((thoughts) => thoughts.length === 0);
  return (
    <p>
      {say(isNone ? drawingWords.thenNone : drawingWords.thenSome)}{' '}
      {then.onlyFrom !== null && `${say(drawingWords.thenOnly(shownTime(then.onlyFrom, screen)))} `}
      <a href={address.with({ toen: undefined })}>{say(drawingWords.thenHide)}</a>
    </p>
  );
}

interface TableProps {
  readonly screen: Screen;
  readonly window: Window;
  readonly hidden: ReadonlySet<string>;
  readonly then: Then;
}

/** The thin bands in rows. */
export function ThenTable({ screen, window, hidden, then }: TableProps) {
  const heads = [tableWords.person, tableWords.status, tableWords.from, tableWords.until];
  const rows = [...then.persons]
    .filter(([person]) => !hidden.has(person))
    .flatMap(([person, thoughts]) =>
      thoughts
        .filter(({ from, until }) => isIn(window, from, until) && until > window.from)
        .map((thought) => ({ person, ...thought })),
    );
  return (
    <Table caption={screen.say(drawingWords.thenTitle)} heads={heads} screen={screen}>
      {rows.map(({ person, is, from, until }) => (
        <tr>
          <th scope="row">{screen.name(person)}</th>
          <td>
            <StatusInWords status={is} screen={screen} />
          </td>
          <td>
            <When at={from} screen={screen} />
          </td>
          <td>
            <When at={until} screen={screen} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
