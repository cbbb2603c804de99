import type { Answer } from '../answer.ts';
import { concerned, readEntry, warningsOf } from '../decide/entry.ts';
import type { Entry, Fault, Form } from '../decide/entry.ts';
import { newerThan } from '../conflict.ts';
import { DecideForm } from '../decide/form.tsx';
import { textIn } from '../form.ts';
import { Alert } from '../parts/alert.tsx';
import { FactList } from '../parts/decision.tsx';
import { Table } from '../parts/small.tsx';
import { spoken } from '../parts/speaking.ts';
import { isProblem, problem } from '../problem.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { decideWords } from '../words/decide.ts';
import type { Text } from '../words/lang.ts';
import { statusNames } from '../words/states.ts';
import { FamilyFrame } from './family-frame.tsx';
import { html } from './layout.tsx';
import { openFamily } from './open-family.ts';
import type { OpenedFamily } from './open-family.ts';

type Needs = Pick<Web, 'views' | 'handle' | 'now' | 'invented' | 'newKey'>;
type Opened = OpenedFamily<'person'>;

/** Where a team says what it decides: what the facts allow stands above, and nothing is forbidden. */
export const decide =
  (web: Needs): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const opened = await openFamily(web, request, visit, ['person']);
    if (isProblem(opened)) return opened;
    const { person } = opened.query;
    const form = person === undefined ? {} : { person };
    return show(web, visit, opened, { form, key: web.newKey() });
  };

/** Records the decision, unless something is missing, may be a mistake, or changed meanwhile. */
export const recordDecision =
  (web: Needs): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const opened = await openFamily(web, request, visit, ['person']);
    if (isProblem(opened)) return opened;
    const form = (request.body ?? {}) as Form;
    const key = textIn(form['key']);
    if (!/^[A-Za-z0-9_-]{8,40}$/.test(key)) return problem('bad-parameter', { path: 'key' });
    const entry = readEntry(form, opened.screen.lang);
    if ('length' in entry) return show(web, visit, opened, { form, key, faults: entry });
    const warnings = warningsOf(entry, opened.status, opened.detail, opened.screen.name);
    if (warnings.length > 0 && textIn(form['sure']) === '')
      return show(web, visit, opened, {
        form,
        key,
        warnings,
        faults: [{ id: 'sure', text: decideWords.sureError }],
      });
    const expected = /^\d{1,15}$/.test(textIn(form['version'])) ? Number(form['version']) : -1;
    const event = eventOf(entry, key, visit);
    const outcome = await web.handle({ family: visit.family, events: [event], expected });
    switch (outcome.kind) {
      case 'recorded':
        return {
          kind: 'redirect',
          to: opened.screen.link('family', {
            family: visit.family,
            after: outcome.receipt.position,
            done: event.id,
          }),
        };
      case 'nothing-new':
        return { kind: 'redirect', to: opened.screen.link('family', { family: visit.family }) };
      case 'conflict': {
        const found = newerThan(web.views, visit.family, outcome);
        // What arrived meanwhile stands on the page as well.
        const again = await openFamily(web, request, visit, ['person']);
        return isProblem(again) ? again : show(web, visit, again, { form, key, warnings, found });
      }
      case 'refused':
        return problem('refused', { path: outcome.path, detail: outcome.nextStep });
      case 'malformed':
        return problem('malformed', { path: outcome.path });
      case 'id-taken':
        return problem('key-reused', { path: 'key' });
    }
  };

const eventOf = ({ text, ...entry }: Entry, key: string, { family, relation }: FamilyVisit) => ({
  id: `decision-${key}`,
  type: 'SafetyStatusDecided',
  version: 1,
  family,
  by: relation.party,
  source: 'observed',
  data: entry,
  ...(text !== '' && { sealed: { text } }),
});

interface Entered {
  readonly form: Form;
  readonly key: string;
  readonly faults?: readonly Fault[];
  readonly warnings?: readonly Text[];
  /** Recorded by others since the form was opened. */
  readonly found?: ReturnType<typeof newerThan>;
}

function show(
  { views }: Needs,
  { family, relation }: FamilyVisit,
  opened: Opened,
  { form, key, faults = [], warnings = [], found }: Entered,
): Answer {
  const { screen, standpoint, status, detail, entries } = opened;
  const { say, link } = screen;
  const facts = { family, entries };
  return {
    kind: 'page',
    status: found ? 409 : faults.length > 0 ? 422 : 200,
    html: html(
      <FamilyFrame {...opened} tab="family" page="decide" title={say(decideWords.title)} isLive={false}>
        <p>{say(decideWords.lead)}</p>
        {found && (
          <Alert kind="warning" announce title={say(decideWords.conflict)}>
            <p>{say(found.missing === 0 ? decideWords.conflictNext : decideWords.conflictWait)}</p>
            <FactList ids={found.newer.map(({ record }) => record.id)} facts={facts} screen={screen} />
          </Alert>
        )}
        <Allows opened={opened} />
        {standpoint.isLive ? (
          <DecideForm
            own={relation.party}
            version={found?.missing ? found.expected : views.version(family)}
            formKey={key}
            {...{ screen, status, detail, facts, form, faults, warnings }}
          />
        ) : (
          <p class="note">
            {say(decideWords.past)}{' '}
            <a href={link('decide', { family, at: undefined, 'known-at': undefined })}>
              {say(decideWords.toNow)}
            </a>
          </p>
        )}
      </FamilyFrame>,
    ),
  };
}

/** The evidence for each person, and the direct rules that stand in the way. */
function Allows({ opened: { screen, status, detail, entries } }: { readonly opened: Opened }) {
  const { say, name } = screen;
  const facts = { family: status.family, entries };
  const heads = [decideWords.person, decideWords.facts, decideWords.decided, decideWords.inTheWay];
  return (
    <section aria-labelledby="allows">
      <h2 id="allows">{say(decideWords.allows)}</h2>
      <Table caption={say(decideWords.allowsCaption)} heads={heads} screen={screen} cards>
        {concerned(status, 'family').map(({ person, evidence, decided }) => {
          const lacking = (detail.persons.find((each) => each.person === person)?.findings ?? []).filter(
            ({ rule, met }) => !met && (evidence === 'direct' || /^[LD]/.test(rule)),
          );
          return (
            <tr>
              <th scope="row">{name(person)}</th>
              <td data-label={say(decideWords.facts)}>{say(statusNames[evidence]).toLowerCase()}</td>
              <td data-label={say(decideWords.decided)}>
                {decided === null ? say(decideWords.undecided) : say(statusNames[decided]).toLowerCase()}
              </td>
              <td data-label={say(decideWords.inTheWay)}>
                {lacking.length === 0 ? (
                  say(decideWords.nothing)
                ) : (
                  <ul>
                    {lacking.map((finding) => (
                      <li>
                        {spoken(finding, person, { facts, detail, screen })}{' '}
                        <span class="rule">{finding.rule}</span>
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          );
        })}
      </Table>
    </section>
  );
}
