import type { FamilyHistory } from '../../read/views.ts';
import { never } from '../../domain/instant.ts';
import type { Bar } from '../timeline/bars.ts';
import type { TimelineFact } from '../timeline/facts.ts';
import { isIn } from '../timeline/scale.ts';
import type { Window } from '../timeline/scale.ts';
import { timelineWords } from '../words/family.ts';
import { rightsWords } from '../words/rights.ts';
import { entryStates, sourceNames } from '../words/states.ts';
import { drawingWords, tableWords } from '../words/timeline.ts';
import { barText, factText, laneName } from './fact-words.ts';
import type { Screen } from './screen.ts';
import { StatusInWords, Table, When } from './small.tsx';

interface Props {
  readonly facts: readonly TimelineFact[];
  readonly bars: readonly Bar[];
  readonly total: number;
  readonly screen: Screen;
  readonly factLink: (id: string) => string;
}

/** The drawing in rows: a row for each sign, with the same words, and what the sign cannot say besides. */
export function FactsTable({ facts, bars, total, screen, factLink }: Props) {
  const { say } = screen;
  const lasting = Map.groupBy(bars, ({ fact }) => fact.id);
  const heads = [
    timelineWords.when,
    tableWords.fact,
    tableWords.lanes,
    tableWords.lasts,
    timelineWords.recorded,
    timelineWords.by,
    timelineWords.source,
    timelineWords.state,
  ];
  return (
    <Table caption={say(tableWords.facts(total))} heads={heads} screen={screen}>
      {facts.map((fact) => (
        <tr id={`e-${fact.id}`} class={fact.state}>
          <td>
            <When at={fact.from} screen={screen} />
          </td>
          <th scope="row">
            <a href={factLink(fact.id)} data-row={fact.id}>
              {factText(fact, screen)}
            </a>
          </th>
          <td>{fact.lanes.map((id) => laneName(id, screen)).join(', ')}</td>
          <td>
            {lasting
              .get(fact.id)
              ?.map((bar) => barText(bar, screen))
              .join('; ')}
          </td>
          <td>
            <When at={fact.record.recordedAt} screen={screen} />
            {fact.lateDays >= 1 && <span class="late">{say(drawingWords.late(fact.lateDays))}</span>}
          </td>
          <td>
            {fact.record.event.by === 'system' ? say(rightsWords.system) : screen.name(fact.record.event.by)}
          </td>
          <td>
            {say(
              sourceNames[fact.record.event.source] ?? {
                nl: fact.record.event.source,
                en: fact.record.event.source,
              },
            )}
          </td>
          <td>{say(entryStates[fact.state])}</td>
        </tr>
      ))}
    </Table>
  );
}

interface StatusProps {
  readonly history: FamilyHistory;
  readonly window: Window;
  readonly hidden: ReadonlySet<string>;
  readonly screen: Screen;
}

/** The bands in rows. */
export function StatusTable({ history, window, hidden, screen }: StatusProps) {
  const { say } = screen;
  const heads = [tableWords.person, tableWords.status, tableWords.from, tableWords.until];
  const rows = history.persons
    .filter(({ person }) => !hidden.has(person))
    .flatMap(({ person, status }) =>
      status
        .filter(({ from, until }) => isIn(window, from, until) && until > window.from)
        .map((stretch) => ({ person, ...stretch })),
    );
  return (
    <Table caption={say(tableWords.statuses)} heads={heads} screen={screen}>
      {rows.map(({ person, is, from, until }) => (
        <tr>
          <th scope="row">{screen.name(person)}</th>
          <td>
            <StatusInWords status={is} screen={screen} />
          </td>
          <td>
            <When at={from} screen={screen} />
          </td>
          <td>{until === never ? say(drawingWords.goesOn) : <When at={until} screen={screen} />}</td>
        </tr>
      ))}
    </Table>
  );
}
