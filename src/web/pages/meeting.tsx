import { dayOf } from '../../domain/calendar.ts';
import type { FamilyId } from '../../domain/ids.ts';
import type { Meeting } from '../../access/meetings.ts';
import { readAgenda, suggestions } from '../meeting/agenda.ts';
import type { Suggestion } from '../meeting/agenda.ts';
import { textIn } from '../form.ts';
import type { Fault } from '../meeting/deciding.ts';
import { Button } from '../parts/button.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { TextArea } from '../parts/field.tsx';
import { shownDay } from '../parts/screen.ts';
import type { Screen } from '../parts/screen.ts';
import { Table } from '../parts/small.tsx';
import type { Showing } from '../answer.ts';
import { isProblem, problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Ask, AskShowing, PersonVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { meetingWords } from '../words/meetings.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

type Needs = Pick<Web, 'views' | 'meetings' | 'now' | 'invented'>;
type Form = Readonly<Record<string, unknown>>;

const mostSuggested = 10;

interface Found {
  readonly screen: Screen;
  readonly meeting: Meeting;
}

function find(
  { meetings, invented }: Needs,
  request: Parameters<Ask>[0],
  visit: PersonVisit,
): Found | Problem {
  const screen = readerOf(readQuery(request, ['lang']), invented, visit);
  if (isProblem(screen)) return screen;
  const { team } = visit.visitor.account;
  const meeting = team === undefined ? null : meetings.find(team, String(request.params['meeting']));
  return meeting === null ? problem('not-found') : { screen, meeting };
}

/** One meeting: who sits there, and the families in the order of discussion. */
export const meeting =
  (web: Needs): AskShowing =>
  (request, _response, visit) => {
    const found = find(web, request, visit);
    return 'kind' in found ? found : show(web, visit, found, {}, []);
  };

/** Changes who and what, or closes the meeting. */
export const changeMeeting =
  (web: Needs): AskShowing =>
  (request, _response, visit) => {
    const found = find(web, request, visit);
    if ('kind' in found) return found;
    const { meetings, now } = web;
    const { id, team } = found.meeting;
    const form = (request.body ?? {}) as Form;
    if (form['close'] === 'yes') meetings.close(team, id, now());
    else {
      const more = textIn(form['add']);
      const given = more === '' ? form : { ...form, agenda: `${textIn(form['agenda'])}\n${more}` };
      const agenda = readAgenda(given, visit.relations);
      if ('length' in agenda) return show(web, visit, found, given, agenda);
      meetings.change(team, id, agenda);
    }
    return { kind: 'redirect', to: found.screen.link('meeting', { meeting: id }) };
  };

function show(
  { views, now }: Needs,
  { relations }: PersonVisit,
  { screen, meeting: found }: Found,
  form: Form,
  faults: readonly Fault[],
): Showing {
  const at = now();
  const statusOf = (family: FamilyId) => views.status(family, { at, knownAt: at });
  const ideas =
    found.closedAt === null
      ? suggestions({
          relations,
          onAgenda: found.agenda,
          queue: views.queue().rows,
          statusOf,
          most: mostSuggested,
        })
      : [];
  const reviewOf = (family: FamilyId) =>
    views
      .records(family)
      .findLast(({ record }) => record.type === 'MdaReviewHeld' && record.event.correlation === found.id)
      ?.record.id;
  const items = found.agenda
    .filter((family) => relations.of(family))
    .map((family) => ({ family, review: reviewOf(family) }));
  return {
    kind: 'page',
    shows: [...items, ...ideas].map(({ family }) => family),
    status: faults.length === 0 ? 200 : 422,
    html: html(<OneMeeting {...{ screen, meeting: found, items, ideas, form, faults }} />),
  };
}

interface Props extends Found {
  readonly items: readonly { readonly family: FamilyId; readonly review: string | undefined }[];
  readonly ideas: readonly Suggestion[];
  readonly form: Form;
  readonly faults: readonly Fault[];
}

function OneMeeting({ screen, meeting: held, items, ideas, form, faults }: Props) {
  const { say, link } = screen;
  const title = say(meetingWords.of(shownDay(dayOf(held.openedAt), screen.lang)));
  const isOpen = held.closedAt === null;
  return (
    <Page screen={screen} title={title} here={inLanguages('meeting', { meeting: held.id })} part="meetings">
      <h1>{title}</h1>
      {!isOpen && <p class="note">{say(meetingWords.isClosed)}</p>}
      {items.length === 0 ? (
        <p>{say(meetingWords.nothingOnAgenda)}</p>
      ) : (
        <Table
          caption={say(meetingWords.agenda)}
          heads={[meetingWords.family, meetingWords.state]}
          screen={screen}
        >
          {items.map((item) => (
            <Item {...item} meeting={held} screen={screen} />
          ))}
        </Table>
      )}
      {isOpen && <Change {...{ screen, meeting: held, form, faults }} />}
      {ideas.length > 0 && <Ideas screen={screen} meeting={held} ideas={ideas} />}
      {isOpen && (
        <form action={link('meeting', { meeting: held.id })} method="post">
          <Button look="secondary" name="close" value="yes">
            {say(meetingWords.close)}
          </Button>
        </form>
      )}
    </Page>
  );
}

interface ItemProps {
  readonly family: FamilyId;
  readonly review: string | undefined;
  readonly meeting: Meeting;
  readonly screen: Screen;
}

function Item({ family, review, meeting: held, screen }: ItemProps) {
  const { say, link } = screen;
  return (
    <tr>
      <th scope="row" class="id">
        <a href={link('family', { family })}>{family}</a>
      </th>
      <td>
        {review === undefined ? (
          say(meetingWords.notYet)
        ) : (
          <a href={link('reviewed', { family, review })}>{say(meetingWords.discussed)}</a>
        )}{' '}
        {held.closedAt === null && (
          <a href={link('review', { family, meeting: held.id })}>
            {say(meetingWords.discuss)} <span class="unseen">{family}</span>
          </a>
        )}
      </td>
    </tr>
  );
}

function Change({ screen, meeting: held, form, faults }: Omit<Props, 'items' | 'ideas'>) {
  const { say, link } = screen;
  const given = (name: 'participants' | 'agenda') =>
    form[name] === undefined ? held[name].join('\n') : textIn(form[name]);
  return (
    <form action={link('meeting', { meeting: held.id })} method="post">
      <ErrorSummary errors={faults} screen={screen} />
      <TextArea
        name="participants"
        label={meetingWords.participants}
        hint={meetingWords.participantsHint}
        value={given('participants')}
        error={faults.find(({ id }) => id === 'participants')?.text}
        screen={screen}
      />
      <TextArea
        name="agenda"
        label={meetingWords.agenda}
        hint={meetingWords.agendaHint}
        value={given('agenda')}
        error={faults.find(({ id }) => id === 'agenda')?.text}
        screen={screen}
      />
      <Button>{say(meetingWords.save)}</Button>
    </form>
  );
}

interface IdeasProps {
  readonly ideas: readonly Suggestion[];
  readonly meeting: Meeting;
  readonly screen: Screen;
}

/** Those who ask for attention, each with one press. */
function Ideas({ ideas, meeting: held, screen }: IdeasProps) {
  const { say, link } = screen;
  return (
    <section aria-labelledby="ideas">
      <h2 id="ideas">{say(meetingWords.suggestions)}</h2>
      <p>{say(meetingWords.suggestionsMore)}</p>
      <form action={link('meeting', { meeting: held.id })} method="post">
        <input type="hidden" name="participants" value={held.participants.join('\n')} />
        <input type="hidden" name="agenda" value={held.agenda.join('\n')} />
        <ul>
          {ideas.map(({ family, why }) => (
            <li>
              <a href={link('family', { family })}>{family}</a>: {say(why)}{' '}
              <Button look="subtle" name="add" value={family}>
                {say(meetingWords.add)} <span class="unseen">{family}</span>
              </Button>
            </li>
          ))}
        </ul>
      </form>
    </section>
  );
}
