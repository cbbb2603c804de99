import type { Instant } from '../../domain/instant.ts';
import type { FamilyRow } from '../../read/views.ts';
import { alarmText } from '../words/alarms.ts';
import { familiesWords } from '../words/families.ts';
import { statusNames } from '../words/states.ts';
import type { Screen } from './screen.ts';
import { StatusInWords, Table, UrgencyBadge, When } from './small.tsx';
import { Professional, Term } from './term.tsx';

interface Props {
  readonly rows: readonly FamilyRow[];
  readonly asOf: Instant;
  /** Facts recorded lately, by family. */
  readonly news: ReadonlyMap<string, number>;
  readonly named: (row: FamilyRow) => Screen;
  /** What the address says, to come back to; undefined if nothing may be recorded from here. */
  readonly view: string | undefined;
  readonly screen: Screen;
}

export function FamilyTable({ rows, screen, named, ...rest }: Props) {
  const heads = [
    familiesWords.family,
    familiesWords.status,
    familiesWords.alarms,
    familiesWords.what,
    familiesWords.will,
    familiesWords.who,
    familiesWords.professional,
  ];
  return (
    <Table caption={screen.say(familiesWords.caption)} heads={heads} screen={screen} cards>
      {rows.map((row) => (
        <Row row={row} screen={named(row)} {...rest} />
      ))}
    </Table>
  );
}

type RowProps = Omit<Props, 'rows' | 'named'> & { readonly row: FamilyRow };

function Row({ row, asOf, news, view, screen }: RowProps) {
  const { say, link } = screen;
  const { family, nextChange, contactDue } = row;
  return (
    <tr>
      <th scope="row" class="id">
        <a href={link('family', { family })}>{family}</a>
      </th>
      <td data-label={say(familiesWords.status)}>
        <StatusInWords status={row.status} screen={screen} />
      </td>
      <td data-label={say(familiesWords.alarms)}>
        <Alarms row={row} view={view} screen={screen} />
      </td>
      <td data-label={say(familiesWords.what)}>
        <Changed row={row} count={news.get(family) ?? 0} screen={screen} />
      </td>
      <td data-label={say(familiesWords.will)}>
        {nextChange === null ? (
          say(familiesWords.stays)
        ) : (
          <span>
            {say(familiesWords.becomes(say(statusNames[nextChange.to]).toLowerCase()))},{' '}
            <When at={nextChange.at} screen={screen} />
          </span>
        )}
      </td>
      <td data-label={say(familiesWords.who)}>
        <Quiet row={row} screen={screen} />
      </td>
      <td data-label={say(familiesWords.professional)}>
        <span>
          <Professional row={row} screen={screen} />
        </span>
        <br />
        <span>
          {contactDue === null ? (
            say(familiesWords.noContact)
          ) : (
            <Term by={contactDue} isLate={row.contactLate} asOf={asOf} screen={screen} />
          )}
        </span>
      </td>
    </tr>
  );
}

interface ChangedProps {
  readonly row: FamilyRow;
  readonly count: number;
  readonly screen: Screen;
}

function Changed({ row: { family, since, before }, count, screen }: ChangedProps) {
  const { say, link } = screen;
  return (
    <>
      {since !== null && (
        <span>
          {say(familiesWords.since)} <When at={since} screen={screen} />
          {before !== null && <> ({say(familiesWords.before(say(statusNames[before]).toLowerCase()))})</>}
          {'. '}
        </span>
      )}
      <span>
        {count === 0 ? (
          say(familiesWords.noNews)
        ) : (
          <a href={link('timeline', { family })}>{say(familiesWords.newFacts(count))}</a>
        )}
      </span>
    </>
  );
}

function Quiet({ row: { family, quiet }, screen }: Pick<ChangedProps, 'row' | 'screen'>) {
  const { say, link, name } = screen;
  if (quiet.length === 0) return say(familiesWords.nobodyQuiet);
  return (
    <ul class="short">
      {quiet.map(({ party, state }) => (
        <li>
          <a href={link('coverage', { family })}>{name(party)}</a> ({say(familiesWords[state])})
        </li>
      ))}
    </ul>
  );
}

const mostAlarms = 3;

function Alarms({ row: { family, alarms }, view, screen }: Pick<RowProps, 'row' | 'view' | 'screen'>) {
  const { say, link } = screen;
  if (alarms.length === 0) return say(familiesWords.noAlarms);
  return (
    <ul class="short">
      {alarms.slice(0, mostAlarms).map((alarm) => (
        <li>
          <UrgencyBadge urgency={alarm.urgency} screen={screen} /> {say(alarmText(alarm.rule))}{' '}
          {alarm.acknowledged ? (
            <span class="seen">({say(familiesWords.isSeen)})</span>
          ) : (
            view !== undefined && (
              <form class="inline" action={link('acknowledge', { family })} method="post">
                <input type="hidden" name="rule" value={alarm.rule} />
                <input type="hidden" name="subject" value={alarm.subject} />
                <input type="hidden" name="view" value={view} />
                <button
                  class="utrecht-button utrecht-button--subtle"
                  type="submit"
                  aria-label={say(familiesWords.seenFor(say(alarmText(alarm.rule)), family))}
                >
                  {say(familiesWords.seen)}
                </button>
              </form>
            )
          )}
        </li>
      ))}
      {alarms.length > mostAlarms && (
        <li>
          <a href={link('family', { family }, 'alarms')}>{say(familiesWords.allAlarms(alarms.length))}</a>
        </li>
      )}
    </ul>
  );
}
