import type { Request } from 'express';
import { professionals } from '../../access/visitor.ts';
import { FamilyId, PartyId } from '../../domain/ids.ts';
import { logger } from '../access-log.ts';
import type { Answer } from '../answer.ts';
import { textIn } from '../form.ts';
import type { Form } from '../form.ts';
import { Alert } from '../parts/alert.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { Accounts, RelationForm } from '../parts/people.tsx';
import { isProblem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Ask, PersonVisit } from '../route.ts';
import type { Web } from '../web.ts';
import type { Text } from '../words/lang.ts';
import { peopleWords } from '../words/office.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

type Needs = Pick<Web, 'people' | 'sessions' | 'relations' | 'journal' | 'now' | 'invented'>;

interface Fault {
  readonly id: string;
  readonly text: Text;
}

/** Who can use Waakvlam. Nothing about a family is looked up here. */
export const people =
  (web: Needs): Ask<PersonVisit> =>
  (request, _response, visit) =>
    show(web, request, visit, {}, []);

export const changePeople =
  (web: Needs): Ask<PersonVisit> =>
  (request, _response, visit) => {
    const screen = readerOf(readQuery(request, ['lang', 'done']), web.invented, visit);
    if (isProblem(screen)) return screen;
    const form = (request.body ?? {}) as Form;
    const change = form['out'] === undefined ? relationChange(web, form, visit) : signOut(web, form);
    if (!('apply' in change)) return show(web, request, visit, form, change);
    // On disk before it holds: who may open what has a history.
    logger(web, request, 'people', visit.visitor).noted('administrator', 'account', change.family);
    change.apply();
    return { kind: 'redirect', to: screen.link('people', { done: change.done }) };
  };

interface Change {
  readonly done: keyof typeof peopleWords.done;
  readonly family?: FamilyId;
  readonly apply: () => unknown;
}

const signOut = ({ sessions }: Needs, form: Form): Change => ({
  done: 'out',
  apply: () => sessions.endAllOf(textIn(form['out'])),
});

function relationChange(web: Needs, form: Form, { visitor }: PersonVisit): Change | readonly Fault[] {
  const { relations } = web;
  const holder = textIn(form['holder']).trim();
  const ground = (['own', 'team'] as const).find((each) => each === form['ground']);
  const done = (['give', 'end'] as const).find((each) => each === form['do']);
  const family = FamilyId.safeParse(textIn(form['family']).trim());
  const party = PartyId.safeParse(textIn(form['party']).trim());
  const faults: Fault[] = [];
  const check = (id: keyof typeof peopleWords.errors, isRight: boolean) => {
    if (!isRight) faults.push({ id, text: peopleWords.errors[id] });
  };
  check('ground', ground !== undefined);
  check('holder', isHolder(web, ground, holder));
  check('family', family.success);
  check('party', done === 'end' || party.success);
  check('do', done !== undefined);
  if (faults.length > 0 || ground === undefined || done === undefined || !family.success) return faults;
  const by = visitor.account.id;
  const running = () =>
    relations
      .ofHolder(ground, holder)
      .filter((held) => held.family === family.data && relations.isRunning(held));
  return {
    done,
    family: family.data,
    apply() {
      if (done === 'end') for (const { id } of running()) relations.end(id, by);
      else if (party.success)
        relations.give({
          ...{ ground, holder, family: family.data, party: party.data },
          ...{ givenBy: by, why: 'administrator' },
        });
    },
  };
}

function isHolder({ people: known }: Needs, ground: 'own' | 'team' | undefined, holder: string): boolean {
  return known
    .all()
    .some(({ account: { id, roles, team } }) =>
      ground === 'team'
        ? team === holder
        : id === holder && professionals.some((role) => roles.includes(role)),
    );
}

function show(
  web: Needs,
  request: Request,
  visit: PersonVisit,
  form: Form,
  faults: readonly Fault[],
): Answer {
  const query = readQuery(request, ['lang', 'done']);
  if (isProblem(query)) return query;
  const screen = readerOf(query, web.invented, visit);
  if (isProblem(screen)) return screen;
  const { say } = screen;
  const done = Object.entries(peopleWords.done).find(([name]) => name === query.done)?.[1];
  return {
    kind: 'page',
    status: faults.length === 0 ? 200 : 422,
    html: html(
      <Page screen={screen} title={say(peopleWords.title)} here={inLanguages('people')} part="people">
        <h1>{say(peopleWords.title)}</h1>
        {done && faults.length === 0 && <Alert kind="ok" announce title={say(done)} />}
        <ErrorSummary screen={screen} errors={faults} />
        <p class="lead">{say(peopleWords.lead)}</p>
        <Accounts screen={screen} known={web.people.all()} live={web.sessions.live()} />
        <RelationForm screen={screen} form={form} faults={faults} />
      </Page>,
    ),
  };
}
