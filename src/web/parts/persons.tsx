import type { FamilyDetail, FamilyStatus } from '../../read/views.ts';
import { familyWords, personWords, safetyWords } from '../words/family.ts';
import type { Finding } from '../words/findings.ts';
import type { Text } from '../words/lang.ts';
import { paperWords } from '../words/links.ts';
import { overviewWords } from '../words/overview.ts';
import { isDirect, rules } from '../words/rules.ts';
import { roleNames, statusNames } from '../words/states.ts';
import { Cited } from './cited.tsx';
import type { Facts } from './cited.tsx';
import { EmptyState } from './empty-state.tsx';
import { recordLink } from './record-link.ts';
import type { Screen } from './screen.ts';
import { StatusInWords, Table, When } from './small.tsx';
import { spoken } from './speaking.ts';

type Person = FamilyStatus['safety']['persons'][number];

interface Props {
  readonly status: FamilyStatus;
  readonly detail: FamilyDetail;
  readonly facts: Facts;
  readonly screen: Screen;
}

/** Each person at risk: the direct and the durable rules side by side, met or not (Q7). */
export function Persons({ status, detail, facts, screen }: Props) {
  const { say } = screen;
  const { persons } = status.safety;
  const others = detail.members.filter((member) => !persons.some(({ person }) => person === member));
  return (
    <section aria-labelledby="persons">
      <h2 id="persons">{say(personWords.title)}</h2>
      {persons.length === 0 && <EmptyState text={say(personWords.nobody)} />}
      {persons.map((person) => (
        <OnePerson {...{ person, status, detail, facts, screen }} />
      ))}
      {others.length > 0 && (
        <>
          <h3>{say(overviewWords.others)}</h3>
          {others.map((person) => (
            <>
              <p>{screen.name(person)}</p>
              <Feeling {...{ person, family: status.family, detail, screen }} />
              <ToPaper {...{ person, family: status.family, detail, screen }} />
            </>
          ))}
        </>
      )}
    </section>
  );
}

function OnePerson({ person: judged, status, detail, facts, screen }: Props & { readonly person: Person }) {
  const { say } = screen;
  const { person } = judged;
  const name = screen.name(person);
  const findings = detail.persons.find((each) => each.person === person)?.findings ?? [];
  const table = (title: Text, isShown: (finding: Finding) => boolean) => (
    <Reasons
      title={`${say(title)} (${name})`}
      findings={findings.filter(isShown)}
      {...{ person, detail, facts, screen }}
    />
  );
  return (
    <article class="person" id={`person-${person.replace(':', '-')}`}>
      <h3>
        {name} <span class="role">({say(roleNames[judged.role])})</span>
      </h3>
      <p class="person-status">
        <StatusInWords status={judged.status} screen={screen} />
        {', '}
        {say(familyWords.since)} <When at={judged.since} screen={screen} />.
      </p>
      {judged.status === 'unknown' && (
        <p class="person-unknown">
          <a href="#todo">{say(overviewWords.unknownPerson)}</a>
        </p>
      )}
      <EvidenceAndDecision evidence={judged.evidence} decided={judged.decided} screen={screen} />
      <Feeling {...{ person, family: status.family, detail, screen }} />
      <ToPaper {...{ person, family: status.family, detail, screen }} />
      <div class="beside">
        {table(personWords.direct, ({ rule }) => isDirect(rule))}
        {table(personWords.durable, ({ rule }) => !isDirect(rule))}
      </div>
    </article>
  );
}

interface FeelingProps extends Pick<Props, 'detail' | 'screen'> {
  readonly person: string;
  readonly family: string;
}

/** What somebody feels stands beside the status and never in it; nobody's mark is averaged with another's. */
function Feeling({ person, family, detail, screen }: FeelingProps) {
  const { say, name } = screen;
  const voice = detail.voices.find((each) => each.person === person);
  if (voice?.feelsSafe != null)
    return (
      <p>
        {say(overviewWords.feels(name(person), voice.feelsSafe))} (
        {say(voice.alone ? overviewWords.alone : overviewWords.notAlone)},{' '}
        <When at={voice.at} screen={screen} />
        ).
      </p>
    );
  const form = recordLink(screen, family, 'family-voice-recorded', { person });
  return (
    <p>
      {say(overviewWords.notAsked(name(person)))} <a href={form}>{say(overviewWords.ask)}</a>
    </p>
  );
}

/** To the sheet of what this member may know; there is none of who is not recorded as a member. */
function ToPaper({ person, family, detail, screen: { say, name, link } }: FeelingProps) {
  if (!detail.members.includes(person)) return null;
  return (
    <p>
      <a href={link('printFor', { family, person })}>{say(paperWords.open(name(person)))}</a>
    </p>
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

interface ReasonsProps extends Pick<Props, 'detail' | 'facts' | 'screen'> {
  readonly title: string;
  readonly person: string;
  readonly findings: readonly Finding[];
}

function Reasons({ title, person, findings, detail, facts, screen }: ReasonsProps) {
  const { say } = screen;
  return (
    <Table caption={title} heads={[personWords.rule, personWords.met, personWords.why]} screen={screen}>
      {findings.map((finding) => (
        <tr class={finding.met ? 'met' : 'not-met'}>
          <th scope="row">
            <span class="rule">{finding.rule}</span> {say(rules[finding.rule].name)}
          </th>
          <td>
            <span class={finding.met ? 'answer yes' : 'answer no'}>
              {say(finding.met ? familyWords.yes : familyWords.no)}
            </span>
          </td>
          <td>
            {spoken(finding, person, { facts, detail, screen })}
            <Cited ids={finding.events} facts={facts} screen={screen} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
