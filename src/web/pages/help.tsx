import { Status } from '../../domain/vocabulary.ts';
import { DataList } from '../parts/data-list.tsx';
import type { Screen } from '../parts/screen.ts';
import { StatusBadge, Table } from '../parts/small.tsx';
import { isProblem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Ask } from '../route.ts';
import type { Web } from '../web.ts';
import { helpWords, keyWords, statusHelp, whomToCall } from '../words/help.ts';
import { subjects } from '../words/terms.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

/** What words and signs mean, which keys work, whom to call. For everybody, also for who has not signed in. */
export const help =
  ({ invented }: Pick<Web, 'invented'>): Ask =>
  (request, _response, visit) => {
    const screen = readerOf(readQuery(request, ['lang']), invented, visit);
    return isProblem(screen) ? screen : { kind: 'page', html: html(<Help screen={screen} />) };
  };

const contents = [
  ['call', helpWords.call],
  ['statuses', helpWords.statuses],
  ['words', helpWords.words],
  ['keys', helpWords.keys],
  ['safety-of-reader', helpWords.safety],
] as const;

interface Props {
  readonly screen: Screen;
}

function Help({ screen }: Props) {
  const { say } = screen;
  return (
    <Page screen={screen} title={say(helpWords.title)} here={inLanguages('help')} part="help">
      <h1>{say(helpWords.title)}</h1>
      <p class="lead">{say(helpWords.lead)}</p>
      <nav class="contents" aria-label={say(helpWords.contents)}>
        <ul>
          {contents.map(([id, text]) => (
            <li>
              <a href={`#${id}`}>{say(text)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Calling screen={screen} />
      <Statuses screen={screen} />
      <Words screen={screen} />
      <Keys screen={screen} />
      <section aria-labelledby="safety-of-reader">
        <h2 id="safety-of-reader">{say(helpWords.safety)}</h2>
        <p>{say(helpWords.safetyMore)}</p>
        <p>{say(helpWords.covered)}</p>
      </section>
    </Page>
  );
}

function Calling({ screen: { say } }: Props) {
  const items = whomToCall.map(({ when, who, number }) => ({
    term: say(when),
    value: (
      <>
        {number !== undefined && (
          <>
            <a class="number" href={`tel:${number.replaceAll('-', '')}`}>
              {number}
            </a>{' '}
          </>
        )}
        {say(who)}
      </>
    ),
  }));
  return (
    <section aria-labelledby="call">
      <h2 id="call">{say(helpWords.call)}</h2>
      <DataList items={items} />
    </section>
  );
}

function Statuses({ screen }: Props) {
  const { say } = screen;
  const items = Status.options.map((status) => ({
    term: <StatusBadge status={status} screen={screen} />,
    value: say(statusHelp[status]),
  }));
  return (
    <section aria-labelledby="statuses">
      <h2 id="statuses">{say(helpWords.statuses)}</h2>
      <DataList items={items} />
      <p>{say(helpWords.lower)}</p>
    </section>
  );
}

function Words({ screen: { say } }: Props) {
  return (
    <section aria-labelledby="words">
      <h2 id="words">{say(helpWords.words)}</h2>
      {subjects.map(({ id, title, terms }) => (
        <section aria-labelledby={`words-${id}`}>
          <h3 id={`words-${id}`}>{say(title)}</h3>
          <DataList
            items={terms.map((each) => ({
              term: <dfn id={each.id}>{say(each.term)}</dfn>,
              value: say(each.means),
            }))}
          />
        </section>
      ))}
    </section>
  );
}

function Keys({ screen }: Props) {
  const { say } = screen;
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{say(helpWords.keys)}</h2>
      <Table caption={say(helpWords.keysCaption)} heads={[helpWords.key, helpWords.does]} screen={screen}>
        {keyWords.map(({ keys, does }) => (
          <tr>
            <th scope="row">
              {keys.map((key, index) => (
                <>
                  {index > 0 && ' '}
                  <kbd>{say(key)}</kbd>
                </>
              ))}
            </th>
            <td>{say(does)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
