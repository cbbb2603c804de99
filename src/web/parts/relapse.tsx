import type { FamilyStatus } from '../../read/views.ts';
import { breachText } from '../words/alarms.ts';
import { familyWords, relapseWords } from '../words/family.ts';
import { candidateStates } from '../words/states.ts';
import { Fact } from './cited.tsx';
import type { Facts } from './cited.tsx';
import type { Screen } from './screen.ts';
import { Table, UrgencyBadge, When } from './small.tsx';

type Relapse = FamilyStatus['relapse'];
type Candidate = Relapse['candidates'][number];

interface Props {
  readonly relapse: Relapse;
  readonly facts: Facts;
  readonly screen: Screen;
}

/** Possible relapses with their terms, and where the guarantee was broken. */
export function Relapses({ relapse, facts, screen }: Props) {
  const { say } = screen;
  const heads = [
    relapseWords.what,
    relapseWords.urgency,
    relapseWords.state,
    relapseWords.since,
    relapseWords.contactDue,
    relapseWords.helpDue,
    relapseWords.breaches,
  ];
  return (
    <section aria-labelledby="relapse">
      <h2 id="relapse">{say(relapseWords.title)}</h2>
      <p>
        {relapse.guaranteedSince === null ? (
          say(relapseWords.notGuaranteed)
        ) : (
          <>
            {say(relapseWords.guaranteed)} <When at={relapse.guaranteedSince} screen={screen} />.
          </>
        )}
      </p>
      {relapse.candidates.length === 0 ? (
        <p>{say(relapseWords.none)}</p>
      ) : (
        <Table caption={say(relapseWords.caption)} heads={heads} screen={screen}>
          {[...relapse.candidates].sort(openFirst).map((candidate) => (
            <OneCandidate candidate={candidate} facts={facts} screen={screen} />
          ))}
        </Table>
      )}
    </section>
  );
}

/** What still needs help stands on top; then the newest. */
function openFirst(a: Candidate, b: Candidate): number {
  const openness = Number(b.state === 'open') - Number(a.state === 'open');
  return openness || (a.since < b.since ? 1 : -1);
}

function OneCandidate({
  candidate,
  facts,
  screen,
}: {
  readonly candidate: Candidate;
  readonly facts: Facts;
  readonly screen: Screen;
}) {
  const { say } = screen;
  const { breaches } = candidate;
  return (
    <tr>
      <th scope="row">
        <Fact id={candidate.candidate} facts={facts} screen={screen} />
      </th>
      <td>
        <UrgencyBadge urgency={candidate.urgency} screen={screen} />
      </td>
      <td>{say(candidateStates[candidate.state])}</td>
      <td>
        <When at={candidate.since} screen={screen} />
      </td>
      <td>
        <When at={candidate.contactDue} screen={screen} />
      </td>
      <td>
        <When at={candidate.helpDue} screen={screen} />
      </td>
      <td>
        {breaches.length === 0 ? (
          say(familyWords.none)
        ) : (
          <Breaches breaches={breaches} facts={facts} screen={screen} />
        )}
      </td>
    </tr>
  );
}

function Breaches({ breaches, facts, screen }: Pick<Candidate, 'breaches'> & Omit<Props, 'relapse'>) {
  const { say } = screen;
  return (
    <ul class="breaches">
      {breaches.map(({ rule, at, event }) => (
        <li>
          {say(breachText(rule))} <span class="rule">{rule}</span>, {say(relapseWords.on)}{' '}
          <When at={at} screen={screen} />
          {event !== null && (
            <>
              {': '}
              <Fact id={event} facts={facts} screen={screen} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
