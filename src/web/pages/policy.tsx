import { Landing } from '../parts/landing.tsx';
import { ParametersInForce } from '../parts/parameters.tsx';
import { ResultsInFolder } from '../parts/result-list.tsx';
import { isProblem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Ask, PersonVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { policyWords } from '../words/office.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

/** Where those begin who make policy: the thresholds in force, and what each rests on. */
export const policy =
  ({ invented, views, results }: Pick<Web, 'invented' | 'views' | 'results'>): Ask<PersonVisit> =>
  async (request, _response, visit) => {
    const screen = readerOf(readQuery(request, ['lang']), invented, visit);
    if (isProblem(screen)) return screen;
    const { say } = screen;
    const list = await results.list();
    return {
      kind: 'page',
      html: html(
        <Page screen={screen} title={say(policyWords.title)} here={inLanguages('policy')} part="policy">
          <h1>{say(policyWords.title)}</h1>
          <p class="lead">{say(policyWords.lead)}</p>
          <ResultsInFolder screen={screen} list={list} />
          <Landing screen={screen} may={policyWords.may} never={policyWords.never} />
          <ParametersInForce screen={screen} policy={views.policy} />
        </Page>,
      ),
    };
  };
