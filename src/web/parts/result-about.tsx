import type { Result } from '../../release/result.ts';
import type { PlacedResult } from '../results/folder.ts';
import { isParameter, limitsThatDiffer } from '../results/limits.ts';
import { parameterMeanings } from '../words/parameters.ts';
import { resultKinds, resultWords } from '../words/results.ts';
import { Alert } from './alert.tsx';
import { DataList } from './data-list.tsx';
import type { Screen } from './screen.ts';
import { When } from './small.tsx';

interface Props {
  readonly screen: Screen;
  readonly placed: PlacedResult;
}

/** Where a result comes from. */
export function ResultOrigin({ screen, placed: { result, placedAt } }: Props) {
  const { say } = screen;
  return (
    <DataList
      items={[
        { term: say(resultWords.kind), value: say(resultKinds[result.kind]) },
        { term: say(resultWords.release), value: <code>{result.release}</code> },
        { term: say(resultWords.policies), value: result.policies.map(({ name }) => name).join(', ') || '-' },
        { term: say(resultWords.placed), value: <When at={placedAt} screen={screen} /> },
      ]}
    />
  );
}

interface OfResult {
  readonly screen: Screen;
  readonly result: Result;
}

/** What every reader must know before the first figure. */
export function HowToRead({ screen: { say }, result: { cells, bootstrap, tables } }: OfResult) {
  const hasIntervals = tables.some(({ rows }) => rows.some(({ cell }) => cell.low !== undefined));
  return (
    <Alert title={say(resultWords.reading)}>
      <ul class="reading">
        <li>
          {say(resultWords.few(cells.least))} {cells.base > 1 && say(resultWords.rounded(cells.base))}
        </li>
        {hasIntervals && (
          <li>
            {say(resultWords.interval)}{' '}
            {bootstrap && say(resultWords.bootstrap(bootstrap.draws, bootstrap.seed))}
          </li>
        )}
        <li>{say(resultWords.cannotSay)}</li>
        <li>{say(resultWords.unknown)}</li>
        <li>{say(resultWords.noCause)}</li>
      </ul>
    </Alert>
  );
}

/** The policies under which it was worked out, with what differs between them. */
export function PoliciesOfResult({ screen, result }: OfResult) {
  const { say } = screen;
  const { policies } = result;
  const limits = limitsThatDiffer(result);
  if (policies.length === 0) return null;
  const names = policies.map(({ name }) => name).join(', ');
  const isOne = policies.length === 1;
  const caption = say(isOne ? resultWords.ownLimits : resultWords.differing);
  return (
    <section aria-labelledby="policies">
      <h2 id="policies">{say(resultWords.policies)}</h2>
      {limits.length === 0 ? (
        <p>
          {names}: {say(isOne ? resultWords.standardPolicy : resultWords.samePolicies)}
        </p>
      ) : (
        <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
          <table class="limits">
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{say(resultWords.limit)}</th>
                {policies.map(({ name }) => (
                  <th scope="col" class="number-cell">
                    {name}
                  </th>
                ))}
                {isOne && (
                  <th scope="col" class="number-cell">
                    {say(resultWords.standard)}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {limits.map(({ name, values, standard }) => (
                <tr>
                  <th scope="row">
                    {isParameter(name) && `${say(parameterMeanings[name])} `}
                    <code>{name}</code>
                  </th>
                  {values.map((value) => (
                    <td class="number-cell">{value ?? standard ?? '-'}</td>
                  ))}
                  {isOne && <td class="number-cell">{standard ?? '-'}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
