import { Decisions } from '../parts/decision.tsx';
import { Persons } from '../parts/persons.tsx';
import { Research } from '../parts/research.tsx';
import { Alarms, Safety } from '../parts/safety.tsx';
import { Todos } from '../parts/todo.tsx';
import { isProblem } from '../problem.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { overviewWords } from '../words/overview.ts';
import { FamilyFrame } from './family-frame.tsx';
import { html } from './layout.tsx';
import { openFamily } from './open-family.ts';

/** How one family stands, from the viewpoint of the address. */
export const family =
  (web: Pick<Web, 'views' | 'now' | 'invented'>): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const opened = await openFamily(web, request, visit);
    if (isProblem(opened)) return opened;
    const { screen, status, detail, entries, standpoint, reasonsOf } = opened;
    const facts = { family: status.family, entries };
    const shown = { status, detail, facts, screen };
    const records = web.views.records(visit.family).map(({ record }) => record);
    return {
      kind: 'page',
      html: html(
        <FamilyFrame {...opened} tab="family">
          {!standpoint.isLive && <p class="note">{screen.say(overviewWords.past)}</p>}
          <Todos {...shown} isLive={standpoint.isLive} />
          <Alarms {...shown} isLive={standpoint.isLive} />
          <Safety status={status} facts={facts} screen={screen} />
          <Persons {...shown} />
          <Decisions decisions={detail.decisions} facts={facts} screen={screen} reasonsOf={reasonsOf} />
          <Research {...{ facts, records, screen }} isLive={standpoint.isLive} />
        </FamilyFrame>,
      ),
    };
  };
