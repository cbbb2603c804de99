import type { PlacedResult, ResultList } from '../results/folder.ts';
import { refusals, resultKinds, resultsWords } from '../words/results.ts';
import { EmptyState } from './empty-state.tsx';
import type { Screen } from './screen.ts';
import { Table, When } from './small.tsx';

interface Props {
  readonly screen: Screen;
  readonly list: ResultList;
}

/** The results in the folder, the newest first, and what in it cannot be shown. */
export function ResultsInFolder({ screen, list }: Props) {
  const { say } = screen;
  const { found, misnamed, left, isUnreadable } = list;
  const shown = found.filter((file) => file.kind === 'result');
  const refused = found.filter((file) => file.kind === 'refused');
  return (
    <section aria-labelledby="results">
      <h2 id="results">{say(resultsWords.title)}</h2>
      {isUnreadable ? (
        <EmptyState text={say(resultsWords.unreadable)} />
      ) : shown.length === 0 ? (
        <EmptyState text={say(resultsWords.none)}>
          <pre class="command">
            <code>{command}</code>
          </pre>
          <p>{say(resultsWords.next)}</p>
        </EmptyState>
      ) : (
        <ShownResults screen={screen} shown={shown} />
      )}
      {left > 0 && <p>{say(resultsWords.left(left))}</p>}
      {refused.length > 0 && (
        <>
          <p>{say(resultsWords.refusedLead)}</p>
          <Table
            caption={say(resultsWords.refused)}
            heads={[resultsWords.name, resultsWords.why]}
            screen={screen}
            cards
          >
            {refused.map(({ name, why }) => (
              <tr>
                <th scope="row">
                  <code>{`${name}.json`}</code>
                </th>
                <td data-label={say(resultsWords.why)}>
                  <span>{say(refusals[why])}</span>
                </td>
              </tr>
            ))}
          </Table>
        </>
      )}
      {misnamed > 0 && <p>{say(resultsWords.misnamed(misnamed))}</p>}
    </section>
  );
}

const command = 'npm run waakvlam -- cohort RELEASE --at T0,T12,T18 --out 2026-cohort.json';

function ShownResults({
  screen,
  shown,
}: {
  readonly screen: Screen;
  readonly shown: readonly PlacedResult[];
}) {
  const { say, link } = screen;
  const heads = [
    resultsWords.name,
    resultsWords.kind,
    resultsWords.release,
    resultsWords.policies,
    resultsWords.placed,
  ];
  return (
    <Table caption={say(resultsWords.caption)} heads={heads} screen={screen} cards>
      {shown.map(({ name, placedAt, result }) => (
        <tr>
          <th scope="row">
            <a href={link('result', { name })}>{name}</a>
          </th>
          <td data-label={say(resultsWords.kind)}>
            <span>{say(resultKinds[result.kind])}</span>
          </td>
          <td data-label={say(resultsWords.release)}>
            <code>{result.release}</code>
          </td>
          <td data-label={say(resultsWords.policies)}>
            <span>{result.policies.map(({ name: policy }) => policy).join(', ')}</span>
          </td>
          <td data-label={say(resultsWords.placed)}>
            <When at={placedAt} screen={screen} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
