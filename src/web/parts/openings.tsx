import type { JournalRow } from '../../access/journal.ts';
import {
  accessWords,
  eventNames,
  groundName,
  outcomeNames,
  placeName,
  purposeName,
  roleName,
  whoName,
} from '../words/access.ts';
import type { Screen } from './screen.ts';
import { Table, When } from './small.tsx';

interface Props {
  readonly rows: readonly JournalRow[];
  readonly caption: string;
  readonly screen: Screen;
  /** Where openings of several families stand together. */
  readonly withFamily?: boolean;
}

/** Rows of the access log, as people read them. */
export function Openings({ rows, caption, screen, withFamily = false }: Props) {
  const { say } = screen;
  const withNode = withFamily && rows.some(({ node }) => node !== undefined);
  const heads = [
    accessWords.at,
    accessWords.who,
    accessWords.role,
    ...(withFamily ? [accessWords.family] : []),
    accessWords.what,
    accessWords.why,
    accessWords.outcome,
    ...(withNode ? [accessWords.node] : []),
  ];
  return (
    <Table caption={caption} heads={heads} screen={screen} cards>
      {rows.map(({ at, name, user, role, family, event, route, purpose, ground, outcome, node }) => (
        <tr>
          <th scope="row">
            <When at={at} screen={screen} />
          </th>
          <td data-label={say(accessWords.who)}>{say(whoName(name, user))}</td>
          <td data-label={say(accessWords.role)}>{say(roleName(role))}</td>
          {withFamily && <td data-label={say(accessWords.family)}>{family ?? '-'}</td>}
          <td data-label={say(accessWords.what)}>
            {say(eventNames[event])}: {say(placeName(route))}
          </td>
          <td data-label={say(accessWords.why)}>
            {say(purposeName(purpose))}; {say(groundName(ground))}
          </td>
          <td data-label={say(accessWords.outcome)}>{say(outcomeNames[outcome])}</td>
          {withNode && <td data-label={say(accessWords.node)}>{node ?? say(accessWords.thisNode)}</td>}
        </tr>
      ))}
    </Table>
  );
}
