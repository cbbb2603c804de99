import { createHash } from 'node:crypto';
import { FamilyId, PartyId } from '../../domain/ids.ts';
import { Button } from '../parts/button.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { Select, TextField } from '../parts/field.tsx';
import type { Screen } from '../parts/screen.ts';
import type { Showing } from '../answer.ts';
import { textIn } from '../form.ts';
import type { Form } from '../form.ts';
import { isProblem, problem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { AskShowing } from '../route.ts';
import type { Web } from '../web.ts';
import { newFamilyWords } from '../words/colleagues.ts';
import type { Text } from '../words/lang.ts';
import { partyKinds } from '../words/states.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

type Needs = Pick<Web, 'handle' | 'relations' | 'newKey' | 'invented'>;

/** The first page of a family: it gets a number that means nothing, and who begins gets the working relation. */
export const newFamily =
  ({ invented, newKey }: Needs): AskShowing =>
  (request, _response, visit) => {
    const screen = readerOf(readQuery(request, ['lang']), invented, visit);
    if (isProblem(screen)) return screen;
    return show(screen, { key: newKey() }, []);
  };

export const beginFamily =
  ({ handle, relations, newKey, invented }: Needs): AskShowing =>
  async (request, _response, visit) => {
    const screen = readerOf(readQuery(request, ['lang']), invented, visit);
    if (isProblem(screen)) return screen;
    const form = (request.body ?? {}) as Form;
    const kind = textIn(form['kind']);
    const name = textIn(form['organisation']).trim();
    const errors = [
      ...(Object.hasOwn(partyKinds, kind) ? [] : [{ id: 'kind', text: newFamilyWords.pickKind }]),
      ...(/^(?=.*\p{L}).{2,60}$/u.test(name) ? [] : [{ id: 'organisation', text: newFamilyWords.fillName }]),
    ];
    if (errors.length > 0) return show(screen, form, errors);
    // The form brings the key of its number, so that sending it twice begins one family.
    const family = numberOf(textIn(form['key']) || newKey(), visit.visitor.account.id);
    const party = PartyId.parse(`party:${slug(kind)}-1`);
    const outcome = await handle({
      family,
      expected: 0,
      events: [
        {
          id: `begin-${family}`,
          type: 'PartyInvolved',
          version: 1,
          family,
          by: party,
          source: 'observed',
          sealed: { [party]: name },
          data: { party, kind, informal: false, organisation: slug(name) || slug(kind) },
        },
      ],
    });
    if (outcome.kind !== 'recorded') return problem('busy', { headers: { 'Retry-After': '1' } });
    relations.give({
      ground: 'own',
      holder: visit.visitor.account.id,
      family,
      party,
      givenBy: visit.visitor.account.id,
      why: 'new-family',
    });
    return { kind: 'redirect', to: screen.link('recordIndex', { family, after: outcome.receipt.position }) };
  };

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

/** Nobody chooses a number: a chosen one would tell by the answer whether another's family has it. */
function numberOf(key: string, account: string): FamilyId {
  const digest = createHash('sha256').update(`${account}\n${key}`).digest('base64url');
  const letters = digest
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 10);
  return FamilyId.parse(`fam-${letters}`);
}

function show(
  screen: Screen,
  form: Form,
  errors: readonly { readonly id: string; readonly text: Text }[],
): Showing {
  const { say, link } = screen;
  const errorOf = (field: string) => errors.find(({ id }) => id === field)?.text;
  const value = (field: string) => textIn(form[field]);
  return {
    kind: 'page',
    shows: [],
    status: errors.length === 0 ? 200 : 422,
    html: html(
      <Page screen={screen} title={say(newFamilyWords.title)} here={inLanguages('newFamily')} part="families">
        <h1>{say(newFamilyWords.title)}</h1>
        <p class="lead">{say(newFamilyWords.lead)}</p>
        <form action={link('newFamily')} method="post">
          <ErrorSummary screen={screen} errors={errors} />
          <input type="hidden" name="key" value={value('key')} />
          <Select
            screen={screen}
            name="kind"
            label={newFamilyWords.kind}
            options={Object.entries(partyKinds).map(([kind, text]) => ({ value: kind, label: say(text) }))}
            value={value('kind')}
            error={errorOf('kind')}
          />
          <TextField
            screen={screen}
            name="organisation"
            label={newFamilyWords.organisation}
            hint={newFamilyWords.organisationHint}
            value={value('organisation')}
            error={errorOf('organisation')}
            maxLength={60}
          />
          <Button>{say(newFamilyWords.begin)}</Button>
        </form>
      </Page>,
    ),
  };
}
