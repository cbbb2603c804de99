import { dayOf } from '../../domain/calendar.ts';
import type { Meeting } from '../../access/meetings.ts';
import type { AskShowing } from '../route.ts';
import type { Screen } from '../parts/screen.ts';
import { Button } from '../parts/button.tsx';
import { shownDay } from '../parts/screen.ts';
import { Table } from '../parts/small.tsx';
import { isProblem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Web } from '../web.ts';
import { meetingWords } from '../words/meetings.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

const mostShown = 50;

/** The meetings of the visitor's team, the latest first. */
export const meetings =
  ({ meetings: kept, invented }: Pick<Web, 'meetings' | 'invented'>): AskShowing =>
  (request, _response, visit) => {
    const screen = readerOf(readQuery(request, ['lang']), invented, visit);
    if (isProblem(screen)) return screen;
    const { team } = visit.visitor.account;
    const list = team === undefined ? [] : kept.ofTeam(team, mostShown);
    return {
      kind: 'page',
      shows: [],
      html: html(<Meetings screen={screen} hasTeam={team !== undefined} list={list} />),
    };
  };

/** Begins a meeting with the visitor at the table. */
export const beginMeeting =
  ({
    meetings: kept,
    invented,
    now,
    newKey,
  }: Pick<Web, 'meetings' | 'invented' | 'now' | 'newKey'>): AskShowing =>
  (request, _response, visit) => {
    const screen = readerOf(readQuery(request, ['lang']), invented, visit);
    if (isProblem(screen)) return screen;
    const { id: openedBy, name, team } = visit.visitor.account;
    if (team === undefined) return { kind: 'redirect', to: screen.link('meetings') };
    const id = `meeting-${newKey()}`;
    kept.open({ id, team, openedBy, openedAt: now(), participants: [name], agenda: [] });
    return { kind: 'redirect', to: screen.link('meeting', { meeting: id }) };
  };

interface Props {
  readonly screen: Screen;
  readonly hasTeam: boolean;
  readonly list: readonly Meeting[];
}

function Meetings({ screen, hasTeam, list }: Props) {
  const { say, link } = screen;
  return (
    <Page screen={screen} title={say(meetingWords.title)} here={inLanguages('meetings')} part="meetings">
      <h1>{say(meetingWords.title)}</h1>
      <p class="lead">{say(meetingWords.lead)}</p>
      {hasTeam ? (
        <form action={link('meetings')} method="post">
          <Button>{say(meetingWords.beginNow)}</Button>
        </form>
      ) : (
        <p class="note">{say(meetingWords.noTeam)}</p>
      )}
      {list.length === 0 ? (
        <p>{say(meetingWords.none)}</p>
      ) : (
        <Table
          caption={say(meetingWords.caption)}
          heads={[meetingWords.day, meetingWords.agenda, meetingWords.state]}
          screen={screen}
        >
          {list.map(({ id, openedAt, closedAt, agenda }) => (
            <tr>
              <th scope="row">
                <a href={link('meeting', { meeting: id })}>{shownDay(dayOf(openedAt), screen.lang)}</a>
              </th>
              <td>{say(meetingWords.families(agenda.length))}</td>
              <td>{say(closedAt === null ? meetingWords.open : meetingWords.closed)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Page>
  );
}
