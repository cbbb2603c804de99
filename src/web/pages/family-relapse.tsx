import { EmptyWhileBehind } from '../parts/freshness.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { HelpNeedCard } from '../parts/help-need.tsx';
import { RelapsePlans } from '../parts/relapse-plans.tsx';
import { Relapses } from '../parts/relapse.tsx';
import { isProblem } from '../problem.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { relapsePage } from '../words/relapse.ts';
import { FamilyFrame } from './family-frame.tsx';
import { html } from './layout.tsx';
import { openFamily } from './open-family.ts';

/** Possible relapses, and the help that comes without waiting. */
export const familyRelapse =
  (web: Pick<Web, 'views' | 'now' | 'invented'>): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const opened = await openFamily(web, request, visit);
    if (isProblem(opened)) return opened;
    const { screen, status, detail, entries, standpoint } = opened;
    const { say, name } = screen;
    const { viewpoint, isLive } = standpoint;
    const row = web.views.row(visit.family, viewpoint);
    return {
      kind: 'page',
      html: html(
        <FamilyFrame {...opened} tab="familyRelapse">
          <section aria-labelledby="now">
            <h2 id="now">{say(relapsePage.now)}</h2>
            {row?.needs.map((need) => (
              <HelpNeedCard {...{ row, need, screen, isLive }} others={0} asOf={viewpoint.at} isOwnPage />
            ))}
            {(row?.needs.length ?? 0) === 0 && (
              <EmptyState text={say(relapsePage.noneNow)}>
                <EmptyWhileBehind screen={screen} />
              </EmptyState>
            )}
            {detail.lastProfessional !== null && (
              <p>
                {say(relapsePage.last)}: {name(detail.lastProfessional)}.
              </p>
            )}
          </section>
          <Relapses relapse={status.relapse} facts={{ family: status.family, entries }} screen={screen} />
          <RelapsePlans family={status.family} detail={detail} screen={screen} isLive={isLive} />
        </FamilyFrame>,
      ),
    };
  };
