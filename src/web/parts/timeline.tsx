import { dayLength, parseInstant } from '../../domain/instant.ts';
import type { Entry } from '../../read/views.ts';
import { timelineWords } from '../words/family.ts';
import { entryStates, sourceNames } from '../words/states.ts';
import { eventName } from './cited.tsx';
import type { Screen } from './screen.ts';
import { Table, When } from './small.tsx';

interface Props {
  readonly entries: readonly Entry[];
  readonly total: number;
  readonly screen: Screen;
}

/** What was recorded, newest first; what became of it, and what was written down late. Never its content. */
export function TimelineTable({ entries, total, screen }: Props) {
  const { say } = screen;
  const heads = [
    timelineWords.when,
    timelineWords.what,
    timelineWords.recorded,
    timelineWords.by,
    timelineWords.source,
    timelineWords.state,
  ];
  return (
    <Table caption={say(timelineWords.caption(entries.length, total))} heads={heads} screen={screen}>
      {entries.map((entry) => (
        <tr id={`e-${entry.id}`} class={entry.state}>
          <td>
            <When at={entry.from} screen={screen} />
            {entry.to !== entry.from && (
              <>
                {' '}
                {say(timelineWords.until)} <When at={entry.to} screen={screen} />
              </>
            )}
          </td>
          <th scope="row">{eventName(entry.type, screen)}</th>
          <td>
            <When at={entry.recordedAt} screen={screen} />
            <Late entry={entry} screen={screen} />
          </td>
          <td>{screen.name(entry.by)}</td>
          <td>{say(sourceNames[entry.source] ?? { nl: entry.source, en: entry.source })}</td>
          <td>{say(entryStates[entry.state])}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Late is a full day or more after it happened: a choice of this screen, read by no rule. */
function Late({ entry, screen }: { readonly entry: Entry; readonly screen: Screen }) {
  const days = Math.floor(
    ((parseInstant(entry.recordedAt) ?? 0) - (parseInstant(entry.to) ?? 0)) / dayLength,
  );
  return days < 1 ? null : <span class="late">{screen.say(timelineWords.late(days))}</span>;
}
