import { basisOf, defaultPolicy, parameterNames } from '../../domain/parameters.ts';
import type { Policy } from '../../domain/parameters.ts';
import { parameterMeanings, parameterWords } from '../words/parameters.ts';
import type { Screen } from './screen.ts';
import { Table } from './small.tsx';

interface Props {
  readonly screen: Screen;
  readonly policy: Policy;
}

/** Every threshold with what it means, its default, the value in force and what it rests on. */
export function ParametersInForce({ screen, policy: { name: policy, parameters } }: Props) {
  const { say } = screen;
  const { heads } = parameterWords;
  return (
    <section aria-labelledby="parameters">
      <h2 id="parameters">{say(parameterWords.title)}</h2>
      <p>
        {say(parameterWords.policy)} <code>{policy}</code>. {say(parameterWords.design)}
      </p>
      <Table
        caption={say(parameterWords.caption)}
        heads={[heads.meaning, heads.standard, heads.inForce, heads.basis]}
        screen={screen}
        cards
      >
        {parameterNames.map((name) => {
          const standard = defaultPolicy.parameters[name];
          const inForce = parameters[name];
          return (
            <tr>
              <th scope="row">
                {say(parameterMeanings[name])} <code>{name}</code>
              </th>
              <td data-label={say(heads.standard)}>{standard}</td>
              <td data-label={say(heads.inForce)}>
                {inForce === standard ? inForce : <strong>{say(parameterWords.differs(inForce))}</strong>}
              </td>
              <td data-label={say(heads.basis)} lang="en">
                {basisOf(name)}
              </td>
            </tr>
          );
        })}
      </Table>
    </section>
  );
}
