import type { ResultTable } from '../../release/result.ts';
import { Breadcrumb } from '../parts/breadcrumb.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { HowToRead, PoliciesOfResult, ResultOrigin } from '../parts/result-about.tsx';
import { ResultPlot } from '../parts/result-plot.tsx';
import { ResultTableView } from '../parts/result-table.tsx';
import type { Screen } from '../parts/screen.ts';
import { isProblem, problem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { PlacedResult } from '../results/folder.ts';
import { gridOf } from '../results/grid.ts';
import type { Ask, PersonVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { officeMenu } from '../words/office.ts';
import { tableWords } from '../words/result-values.ts';
import { hiddenMeanings, resultWords } from '../words/results.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

/** One result: every table as a plot, with the numbers beside it. */
export const result =
  ({ invented, results }: Pick<Web, 'invented' | 'results'>): Ask<PersonVisit> =>
  async (request, _response, visit) => {
    const screen = readerOf(readQuery(request, ['lang']), invented, visit);
    if (isProblem(screen)) return screen;
    const placed = await results.read(String(request.params['name']));
    if (!placed) return problem('no-such-result');
    return { kind: 'page', html: html(<ResultPage screen={screen} placed={placed} />) };
  };

interface Props {
  readonly screen: Screen;
  readonly placed: PlacedResult;
}

function ResultPage({ screen, placed }: Props) {
  const { say, link, visitor } = screen;
  const { name, result: shown } = placed;
  const isResearcher = visitor.kind === 'person' && visitor.account.roles.includes('researcher');
  const home = isResearcher ? 'research' : 'policy';
  const title = say(resultWords.title(name));
  return (
    <Page
      screen={screen}
      title={title}
      here={inLanguages('result', { name })}
      part={home}
      styles={['results.css']}
    >
      <Breadcrumb screen={screen} trail={[{ href: link(home), name: say(officeMenu[home]) }]} here={name} />
      <h1>{title}</h1>
      <ResultOrigin screen={screen} placed={placed} />
      <HowToRead screen={screen} result={shown} />
      {shown.tables.length > 1 && (
        <nav class="contents" aria-label={say(resultWords.contents)}>
          <ul>
            {shown.tables.map(({ id }) => (
              <li>
                <a href={`#table-${id}`}>{titleOf(id, screen)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {shown.tables.length === 0 && <EmptyState text={say(resultWords.noTables)} />}
      {shown.tables.map((table) => (
        <OneTable screen={screen} placed={placed} table={table} />
      ))}
      <PoliciesOfResult screen={screen} result={shown} />
    </Page>
  );
}

function OneTable({ screen, placed, table }: Props & { readonly table: ResultTable }) {
  const { say, link } = screen;
  const { id } = table;
  const { name } = placed;
  const grid = gridOf(table);
  const title = titleOf(id, screen);
  const lead = tableWords(id)?.lead;
  const shared = { grid, title, least: placed.result.cells.least, screen };
  return (
    <section class="result" aria-labelledby={`table-${id}`}>
      <h2 id={`table-${id}`}>{title}</h2>
      {lead && <p>{say(lead)}</p>}
      <div class={grid.dimensions.length === 3 ? 'result-under' : 'result-beside'}>
        <ResultPlot {...shared} />
        <div class="result-numbers">
          <ResultTableView {...shared} />
          {(['secondary', 'none'] as const).map(
            (reason) => grid.hidden.has(reason) && <p class="fine">{say(hiddenMeanings[reason])}</p>,
          )}
          <p class="no-print">
            <a href={link('resultFile', { name, table: id })}>{say(resultWords.file(title))}</a>
          </p>
        </div>
      </div>
    </section>
  );
}

const titleOf = (id: string, { say }: Screen): string => {
  const words = tableWords(id);
  return words ? say(words.title) : id;
};
