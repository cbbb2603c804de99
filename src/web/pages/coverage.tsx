import { Absences, BellPaths } from '../parts/bell-paths.tsx';
import { Numbers } from '../parts/coverage.tsx';
import { Matrix } from '../parts/matrix.tsx';
import { isProblem } from '../problem.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { FamilyFrame } from './family-frame.tsx';
import { html } from './layout.tsx';
import { openFamily } from './open-family.ts';

/** Who really watches which agreement, who is away soon, and who rings whom. */
export const coverage =
  (web: Pick<Web, 'views' | 'now' | 'invented'>): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const opened = await openFamily(web, request, visit);
    if (isProblem(opened)) return opened;
    const { screen, status, detail, standpoint, reasonsOf } = opened;
    const shown = { screen, status, detail, reasonsOf, isLive: standpoint.isLive };
    return {
      kind: 'page',
      html: html(
        <FamilyFrame {...opened} tab="coverage">
          <Numbers {...shown} />
          <Matrix {...shown} />
          <Absences {...shown} />
          <BellPaths {...shown} />
        </FamilyFrame>,
      ),
    };
  };
