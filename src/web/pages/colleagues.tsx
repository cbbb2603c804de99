import { PartyId } from '../../domain/ids.ts';
import { professionals } from '../../access/visitor.ts';
import type { HeldRelation } from '../../access/relations.ts';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { Radios } from '../parts/choices.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { TextField } from '../parts/field.tsx';
import type { Screen } from '../parts/screen.ts';
import { Table, When } from '../parts/small.tsx';
import { textIn } from '../form.ts';
import type { Form } from '../form.ts';
import { isProblem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { Answer } from '../answer.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { colleagueWords } from '../words/colleagues.ts';
import type { Text } from '../words/lang.ts';
import { FamilyFrame } from './family-frame.tsx';
import { html } from './layout.tsx';
import { openFamily } from './open-family.ts';

type Needs = Pick<Web, 'views' | 'relations' | 'people' | 'now' | 'invented'>;

interface Outcome {
  readonly form: Form;
  readonly errors: readonly { readonly id: string; readonly text: Text }[];
  readonly done?: Text;
}

/** Who works with a family; whoever does may ask a colleague in, hand over, or stop. */
export const colleagues =
  (web: Needs): Ask<FamilyVisit> =>
  (request, _response, visit) =>
    show(web, request, visit, { form: {}, errors: [] });

export const changeColleagues =
  (web: Needs): Ask<FamilyVisit> =>
  (request, _response, visit) => {
    const form = (request.body ?? {}) as Form;
    return show(
      web,
      request,
      visit,
      form['end'] === undefined ? add(web, visit, form) : end(web, visit, form),
    );
  };

function add(
  { relations, people, now }: Needs,
  { family, relation, visitor }: FamilyVisit,
  form: Form,
): Outcome {
  if (relation.ground === 'emergency')
    return { form, errors: [{ id: 'account', text: colleagueWords.notInEmergency }] };
  const account = people.find(textIn(form['account']).trim(), now());
  const party = PartyId.safeParse(form['party']);
  const isProfessional = account?.roles.some((role) => professionals.some((each) => each === role)) ?? false;
  const errors = [
    ...(isProfessional ? [] : [{ id: 'account', text: colleagueWords.unknownAccount }]),
    ...(party.success ? [] : [{ id: 'party', text: colleagueWords.pickParty }]),
  ];
  if (errors.length > 0 || account === undefined || !party.success) return { form, errors };
  relations.give({
    ground: 'own',
    holder: account.id,
    family,
    party: party.data,
    givenBy: visitor.account.id,
    why: 'asked-in',
  });
  return { form: {}, errors: [], done: colleagueWords.given };
}

/** The last one cannot go: a family with a plan is never left without somebody who looks. */
function end({ relations }: Needs, { family, relation, visitor }: FamilyVisit, form: Form): Outcome {
  if (relation.ground === 'emergency')
    return { form, errors: [{ id: 'account', text: colleagueWords.notInEmergency }] };
  const running = lasting(relations.ofFamily(family).filter(relations.isRunning));
  const chosen = running.find(({ id }) => String(id) === form['end']);
  if (chosen === undefined) return { form: {}, errors: [] };
  if (running.length === 1) return { form: {}, errors: [{ id: 'relations', text: colleagueWords.last }] };
  relations.end(chosen.id, visitor.account.id);
  return { form: {}, errors: [], done: colleagueWords.ended };
}

const lasting = (relations: readonly HeldRelation[]) =>
  relations.filter(({ ground }) => ground !== 'emergency');

async function show(
  web: Needs,
  request: Parameters<Ask>[0],
  visit: FamilyVisit,
  outcome: Outcome,
): Promise<Answer | Problem> {
  const opened = await openFamily(web, request, visit);
  if (isProblem(opened)) return opened;
  const { relations, views, people, now } = web;
  const { screen, standpoint } = opened;
  const { say, name, link } = screen;
  const action = link('colleagues', { family: visit.family });
  const running = relations.ofFamily(visit.family).filter(relations.isRunning);
  const nameOf = (held: HeldRelation) =>
    held.ground === 'team'
      ? say(colleagueWords.team(held.holder))
      : (people.find(held.holder, now())?.name ?? held.holder);
  const mayChange = standpoint.isLive && visit.relation.ground !== 'emergency';
  return {
    kind: 'page',
    status: outcome.errors.length === 0 ? 200 : 422,
    html: html(
      <FamilyFrame {...opened} tab="colleagues" isLive={false}>
        <p class="lead">{say(colleagueWords.lead)}</p>
        {outcome.done && <Alert kind="ok" announce title={say(outcome.done)} />}
        <ErrorSummary screen={screen} errors={outcome.errors} />
        <div id="relations">
          <Table
            caption={say(colleagueWords.caption)}
            heads={[
              colleagueWords.who,
              colleagueWords.as,
              colleagueWords.ground,
              colleagueWords.since,
              colleagueWords.action,
            ]}
            screen={screen}
            cards
          >
            {running.map((held) => (
              <tr>
                <th scope="row">
                  {nameOf(held)}
                  {held.holder === visit.visitor.account.id && ` (${say(colleagueWords.you)})`}
                </th>
                <td data-label={say(colleagueWords.as)}>{name(held.party)}</td>
                <td data-label={say(colleagueWords.ground)}>{say(colleagueWords.grounds[held.ground])}</td>
                <td data-label={say(colleagueWords.since)}>
                  <When at={held.since} screen={screen} />
                </td>
                <td data-label={say(colleagueWords.action)}>
                  {mayChange && held.ground !== 'emergency' && (
                    <form action={action} method="post">
                      <Button look="subtle" name="end" value={String(held.id)}>
                        {say(colleagueWords.end)} <span class="unseen">{nameOf(held)}</span>
                      </Button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </Table>
        </div>
        {mayChange && (
          <AddForm
            action={action}
            parties={views.parties(visit.family, now())}
            outcome={outcome}
            screen={screen}
          />
        )}
      </FamilyFrame>,
    ),
  };
}

interface AddProps {
  readonly action: string;
  readonly parties: readonly string[];
  readonly outcome: Outcome;
  readonly screen: Screen;
}

function AddForm({ action, parties, outcome: { form, errors }, screen }: AddProps) {
  const { say, name } = screen;
  const text = (field: string) => textIn(form[field]);
  const errorOf = (field: string) => errors.find(({ id }) => id === field)?.text;
  return (
    <section aria-labelledby="add">
      <h2 id="add">{say(colleagueWords.add)}</h2>
      <form action={action} method="post">
        <TextField
          screen={screen}
          name="account"
          label={colleagueWords.account}
          hint={colleagueWords.accountHint}
          value={text('account')}
          error={errorOf('account')}
          maxLength={64}
        />
        <Radios
          screen={screen}
          name="party"
          label={colleagueWords.party}
          options={parties.map((party) => ({ value: party, label: name(party) }))}
          value={text('party')}
          error={errorOf('party')}
        />
        <Button>{say(colleagueWords.give)}</Button>
      </form>
    </section>
  );
}
