import type { FamilyDetail, FamilyStatus } from '../../read/views.ts';
import { matrixWords } from '../words/coverage.ts';
import { coverageWords } from '../words/family.ts';
import { groupNames, groupStates } from '../words/states.ts';
import { recordLink } from './record-link.ts';
import type { Screen } from './screen.ts';
import { Table } from './small.tsx';

export interface CoverProps {
  readonly status: FamilyStatus;
  readonly detail: FamilyDetail;
  readonly screen: Screen;
  /** Forms are offered only where people look at now. */
  readonly isLive: boolean;
  /** The free text of a record. */
  readonly reasonsOf: (event: string) => string | undefined;
}

/** Two numbers, never a percentage: accepting is not monitoring. Then who is expected, asked or not. */
export function Numbers({ status: { family, coverage }, screen, isLive }: CoverProps) {
  const { say } = screen;
  const invite = isLive ? recordLink(screen, family, 'monitor-invited', { back: 'coverage' }) : null;
  return (
    <section aria-labelledby="expected">
      <p class="lead">{say(coverageWords.numbers(coverage.agreed, coverage.active))}</p>
      <p>{say(coverage.allMonitoring ? coverageWords.all : coverageWords.notAll)}</p>
      <h2 id="expected">{say(matrixWords.expected)}</h2>
      <Table
        caption={say(coverageWords.groups)}
        heads={[coverageWords.group, coverageWords.state]}
        screen={screen}
      >
        {coverage.parties.map(({ kind, state }) => (
          <tr class={state === 'active' ? 'met' : 'not-met'}>
            <th scope="row">{say(groupNames[kind])}</th>
            <td>
              {state === 'active' ? say(groupStates[state]) : <strong>{say(groupStates[state])}</strong>}{' '}
              {invite !== null && (state === 'not_asked' || state === 'asked_declined') && (
                <a href={invite}>
                  {say(matrixWords.invite)}{' '}
                  <span class="visually-hidden">({say(matrixWords.forGroup(say(groupNames[kind])))})</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
