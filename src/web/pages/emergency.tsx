import { emergencyParty, emergencyReasons } from '../../access/emergency.ts';
import type { EmergencyReason } from '../../access/emergency.ts';
import { addHours } from '../../domain/calendar.ts';
import { FamilyId } from '../../domain/ids.ts';
import { logger } from '../access-log.ts';
import { Button } from '../parts/button.tsx';
import { Radios } from '../parts/choices.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { TextArea, TextField } from '../parts/field.tsx';
import type { Screen } from '../parts/screen.ts';
import { isProblem, problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { AskShowing, PersonVisit } from '../route.ts';
import type { Showing } from '../answer.ts';
import type { Web } from '../web.ts';
import { emergencyReasonNames, emergencyWords } from '../words/access.ts';
import type { Text } from '../words/lang.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

/** After how many hours an emergency opening ends [D]. */
const emergencyHours = 24;
const longest = 1000;
const shortest = 10;

type Needs = Pick<Web, 'emergencies' | 'journal' | 'notes' | 'newKey' | 'now' | 'invented'>;

interface Asked {
  readonly screen: Screen;
  readonly family: FamilyId;
}

/**
 * Opens a family without a working relation. Nothing is looked up about the family: the form and its answer are the
 * same whether it exists or not, and who then finds nothing has been written down and reported all the same.
 */
export const emergency =
  (web: Needs): AskShowing =>
  (request, _response, visit) => {
    const asked = ask(web, request, visit);
    return isProblem(asked) ? asked : form(asked, {}, []);
  };

export const openInEmergency =
  (web: Needs): AskShowing =>
  async (request, _response, visit) => {
    const asked = ask(web, request, visit);
    if (isProblem(asked)) return asked;
    const { family, screen } = asked;
    // Who works with it already needs no emergency; who is tied to it is refused by what follows.
    if (visit.relations.of(family)) return { kind: 'redirect', to: screen.link('family', { family }) };
    const filled = readForm(request.body);
    const faults = faultsIn(filled, family);
    const reason = emergencyReasons.find((each) => each === filled.reason);
    if (faults.length > 0 || reason === undefined) return form(asked, filled, faults);
    const noteId = `emergency-${web.newKey()}`;
    const note = await web.notes.seal(family, noteId, filled.note.trim());
    const { account } = visit.visitor;
    const until = addHours(web.now(), emergencyHours);
    logger(web, request, 'emergency', visit.visitor).opened(
      'care',
      [{ family, relation: { family, party: emergencyParty, ground: 'emergency', since: web.now(), until } }],
      'emergency',
    );
    web.emergencies.open({ by: account, family, reason, note, noteId, until });
    return { kind: 'redirect', to: screen.link('family', { family }) };
  };

function ask(web: Needs, request: Parameters<AskShowing>[0], visit: PersonVisit): Asked | Problem {
  const screen = readerOf(readQuery(request, ['lang']), web.invented, visit);
  if (isProblem(screen)) return screen;
  const family = FamilyId.safeParse(request.params['family']);
  return family.success ? { screen, family: family.data } : problem('no-such-family');
}

interface Filled {
  readonly number: string;
  readonly reason: string;
  readonly note: string;
}

function readForm(body: unknown): Filled {
  const given = (body ?? {}) as Readonly<Record<string, unknown>>;
  const textOf = (name: string) => (typeof given[name] === 'string' ? given[name] : '');
  return { number: textOf('number').trim(), reason: textOf('reason'), note: textOf('note') };
}

interface Fault {
  readonly id: 'number' | 'reason' | 'note';
  readonly text: Text;
}

function faultsIn({ number, reason, note }: Filled, family: FamilyId): readonly Fault[] {
  const { length } = note.trim();
  return [
    ...(number === family ? [] : [{ id: 'number' as const, text: emergencyWords.wrongNumber }]),
    ...(emergencyReasons.some((each) => each === reason)
      ? []
      : [{ id: 'reason' as const, text: emergencyWords.noReason }]),
    ...(length < shortest ? [{ id: 'note' as const, text: emergencyWords.shortNote }] : []),
    ...(length > longest ? [{ id: 'note' as const, text: emergencyWords.longNote }] : []),
  ];
}

function form({ screen, family }: Asked, filled: Partial<Filled>, faults: readonly Fault[]): Showing {
  const { say, link } = screen;
  const faultOf = (id: Fault['id']) => faults.find((fault) => fault.id === id)?.text;
  return {
    kind: 'page',
    shows: [],
    status: faults.length === 0 ? 200 : 422,
    html: html(
      <Page screen={screen} title={say(emergencyWords.title)} here={inLanguages('emergency', { family })}>
        <ErrorSummary screen={screen} errors={faults} />
        <h1>{say(emergencyWords.title)}</h1>
        <p class="lead">{say(emergencyWords.lead)}</p>
        <p>
          {say(emergencyWords.hours(emergencyHours))} {say(emergencyWords.unknown)}
        </p>
        <form action={link('emergency', { family })} method="post">
          <TextField
            screen={screen}
            name="number"
            label={emergencyWords.number}
            hint={emergencyWords.numberHint}
            value={filled.number}
            error={faultOf('number')}
            maxLength={64}
          />
          <Radios
            screen={screen}
            name="reason"
            label={emergencyWords.reason}
            options={emergencyReasons.map((value: EmergencyReason) => ({
              value,
              label: say(emergencyReasonNames[value]),
            }))}
            value={filled.reason}
            error={faultOf('reason')}
          />
          <TextArea
            screen={screen}
            name="note"
            label={emergencyWords.note}
            hint={emergencyWords.noteHint}
            value={filled.note}
            error={faultOf('note')}
            maxLength={longest}
          />
          <Button>{say(emergencyWords.open)}</Button>
        </form>
      </Page>,
    ),
  };
}
