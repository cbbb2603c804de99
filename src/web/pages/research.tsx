import { Landing } from '../parts/landing.tsx';
import { ResultsInFolder } from '../parts/result-list.tsx';
import { isProblem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Ask, PersonVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { researchWords } from '../words/office.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

/** Where researchers begin. */
export const research =
  ({ invented, results }: Pick<Web, 'invented' | 'results'>): Ask<PersonVisit> =>
  async (request, _response, visit) => {
    const screen = readerOf(readQuery(request, ['lang']), invented, visit);
    if (isProblem(screen)) return screen;
    const { say } = screen;
    const list = await results.list();
    return {
      kind: 'page',
      html: html(
        <Page screen={screen} title={say(researchWords.title)} here={inLanguages('research')} part="research">
          <h1>{say(researchWords.title)}</h1>
          <p class="lead">{say(researchWords.lead)}</p>
          <ResultsInFolder screen={screen} list={list} />
          <Landing screen={screen} may={researchWords.may} never={researchWords.never} />
        </Page>,
      ),
    };
  };
