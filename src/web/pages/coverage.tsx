import { Cover } from '../parts/coverage.tsx';
import { isProblem } from '../problem.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { FamilyFrame } from './family-frame.tsx';
import { html } from './layout.tsx';
import { openFamily } from './open-family.ts';

/** Who really watches the agreements. */
export const coverage =
  (web: Pick<Web, 'views' | 'now' | 'invented'>): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const opened = await openFamily(web, request, visit);
    if (isProblem(opened)) return opened;
    const { screen, status } = opened;
    return {
      kind: 'page',
      html: html(
        <FamilyFrame {...opened} tab="coverage">
          <Cover coverage={status.coverage} screen={screen} />
        </FamilyFrame>,
      ),
    };
  };
