import type { FamilyStatus } from '../../read/views.ts';
import { familyWords, personWords, safetyWords } from '../words/family.ts';
import { isDirect, rules } from '../words/rules.ts';
import { roleNames, statusNames } from '../words/states.ts';
import { Cited } from './cited.tsx';
import type { Facts } from './cited.tsx';
import type { Screen } from './screen.ts';
import { StatusInWords, Table, When } from './small.tsx';

type Person = FamilyStatus['safety']['persons'][number];
type Reason = Person['reasons'][number];

/** Each person at risk: the direct and the durable rules side by side, met or not (Q7). */
export function Persons({
  persons,
  facts,
  screen,
}: {
  readonly persons: readonly Person[];
  readonly facts: Facts;
  readonly screen: Screen;
}) {
  return (
    <section aria-labelledby="persons">
      <h2 id="persons">{screen.say(personWords.title)}</h2>
      {persons.length === 0 && <p class="note">{screen.say(personWords.nobody)}</p>}
      {persons.map((person) => (
        <OnePerson person={person} facts={facts} screen={screen} />
      ))}
    </section>
  );
}

function OnePerson({
  person,
  facts,
  screen,
}: {
  readonly person: Person;
  readonly facts: Facts;
  readonly screen: Screen;
}) {
  const { say } = screen;
  const name = screen.name(person.person);
  return (
    <article class="person">
      <h3>
        {name} <span class="role">({say(roleNames[person.role])})</span>
      </h3>
      <p>
        <StatusInWords status={person.status} screen={screen} />
        {', '}
        {say(familyWords.since)} <When at={person.since} screen={screen} />.
      </p>
      <EvidenceAndDecision evidence={person.evidence} decided={person.decided} screen={screen} />
      <div class="beside">
        <Reasons
          title={`${say(personWords.direct)} (${name})`}
          reasons={person.reasons.filter(({ rule }) => isDirect(rule))}
          facts={facts}
          screen={screen}
        />
        <Reasons
          title={`${say(personWords.durable)} (${name})`}
          reasons={person.reasons.filter(({ rule }) => !isDirect(rule))}
          facts={facts}
          screen={screen}
        />
      </div>
    </article>
  );
}

type Judged = Pick<Person, 'evidence' | 'decided'>;

/** What the facts show and what people decided are two different things (P9). */
export function EvidenceAndDecision({ evidence, decided, screen }: Judged & { readonly screen: Screen }) {
  const { say } = screen;
  return (
    <p>
      {say(safetyWords.evidence)}: <strong>{say(statusNames[evidence]).toLowerCase()}</strong>.{' '}
      {say(safetyWords.decided)}:{' '}
      <strong>
        {decided === null ? say(safetyWords.undecided) : say(statusNames[decided]).toLowerCase()}
      </strong>
      .
    </p>
  );
}

interface ReasonsProps {
  readonly title: string;
  readonly reasons: readonly Reason[];
  readonly facts: Facts;
  readonly screen: Screen;
}

function Reasons({ title, reasons, facts, screen }: ReasonsProps) {
  const { say } = screen;
  return (
    <Table caption={title} heads={[personWords.rule, personWords.met, personWords.why]} screen={screen}>
      {reasons.map(({ rule, met, events, missing }) => {
        const words = rules[rule];
        const lack = missing === undefined ? undefined : words.missing?.[missing];
        return (
          <tr class={met ? 'met' : 'not-met'}>
            <th scope="row">
              <span class="rule">{rule}</span> {say(words.name)}
            </th>
            <td>
              <span class={met ? 'answer yes' : 'answer no'}>
                {say(met ? familyWords.yes : familyWords.no)}
              </span>
            </td>
            <td>
              {say(met ? words.met : words.notMet)}
              {lack && (
                <p class="lack">
                  <strong>{say(personWords.missing)}:</strong> {say(lack)}
                </p>
              )}
              <Cited ids={events} facts={facts} screen={screen} />
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
