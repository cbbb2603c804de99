import { ParametersInForce } from '../parts/parameters.tsx';
import { Table } from '../parts/small.tsx';
import { isProblem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Ask, PersonVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { settingsWords } from '../words/office.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

/** How the server is set; secrets are only said to be there. */
export const settings =
  ({ invented, views, settings: given }: Pick<Web, 'invented' | 'views' | 'settings'>): Ask<PersonVisit> =>
  (request, _response, visit) => {
    const screen = readerOf(readQuery(request, ['lang']), invented, visit);
    if (isProblem(screen)) return screen;
    const { say } = screen;
    return {
      kind: 'page',
      html: html(
        <Page screen={screen} title={say(settingsWords.title)} here={inLanguages('settings')} part="settings">
          <h1>{say(settingsWords.title)}</h1>
          <p class="lead">{say(settingsWords.lead)}</p>
          <Table
            caption={say(settingsWords.caption)}
            heads={[settingsWords.name, settingsWords.value]}
            screen={screen}
          >
            {given.map(({ name, value, isSecret = false }) => (
              <tr>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>
                  {value === undefined
                    ? say(settingsWords.none)
                    : isSecret
                      ? say(settingsWords.secret)
                      : value}
                </td>
              </tr>
            ))}
          </Table>
          <ParametersInForce screen={screen} policy={views.policy} />
        </Page>,
      ),
    };
  };
