import type { FamilyStatus } from '../../read/views.ts';
import { coverageWords, familyWords } from '../words/family.ts';
import { coverStates, groupNames, groupStates, monitorStates, partyKinds } from '../words/states.ts';
import type { Screen } from './screen.ts';
import { Table, When } from './small.tsx';

type Coverage = FamilyStatus['coverage'];
type Agreement = Coverage['agreements'][number];

/** Two numbers, never a percentage: accepting is not monitoring. */
export function Cover({ coverage, screen }: { readonly coverage: Coverage; readonly screen: Screen }) {
  const { say } = screen;
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{say(coverageWords.title)}</h2>
      <p class="lead">{say(coverageWords.numbers(coverage.agreed, coverage.active))}</p>
      <p>{say(coverage.allMonitoring ? coverageWords.all : coverageWords.notAll)}</p>
      <Table
        caption={say(coverageWords.groups)}
        heads={[coverageWords.group, coverageWords.state]}
        screen={screen}
      >
        {coverage.parties.map(({ kind, state }) => (
          <tr>
            <th scope="row">{say(groupNames[kind])}</th>
            <td>{say(groupStates[state])}</td>
          </tr>
        ))}
      </Table>
      {coverage.agreements.length === 0 && <p>{say(coverageWords.none)}</p>}
      {coverage.agreements.map((agreement) => (
        <OneAgreement agreement={agreement} screen={screen} />
      ))}
    </section>
  );
}

function OneAgreement({ agreement, screen }: { readonly agreement: Agreement; readonly screen: Screen }) {
  const { say } = screen;
  const { critical, complete, monitors, state } = agreement;
  const traits = [
    coverStates[state],
    ...(critical ? [coverageWords.critical] : []),
    complete ? coverageWords.complete : coverageWords.incomplete,
  ];
  const heads = [
    coverageWords.party,
    coverageWords.kind,
    coverageWords.state,
    coverageWords.independent,
    coverageWords.last,
    coverageWords.due,
  ];
  return (
    <>
      <h3>{say(coverageWords.agreement(agreement.agreement))}</h3>
      <p>
        <strong class={`cover cover-${state}`}>{traits.map(say).join('; ')}</strong>.
      </p>
      {monitors.length === 0 ? (
        <p>{say(coverageWords.noMonitors)}</p>
      ) : (
        <Table caption={say(coverageWords.monitors(agreement.agreement))} heads={heads} screen={screen}>
          {monitors.map((monitor) => (
            <tr>
              <th scope="row">{screen.name(monitor.party)}</th>
              <td>{say(partyKinds[monitor.kind])}</td>
              <td>{say(monitorStates[monitor.state])}</td>
              <td>{say(monitor.independent ? familyWords.yes : familyWords.no)}</td>
              <td>
                {monitor.lastCheckIn === null ? (
                  say(familyWords.none)
                ) : (
                  <When at={monitor.lastCheckIn} screen={screen} />
                )}
              </td>
              <td>{monitor.due === null ? '-' : <When at={monitor.due} screen={screen} />}</td>
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}
