import { Relapses } from '../parts/relapse.tsx';
import { isProblem } from '../problem.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { FamilyFrame } from './family-frame.tsx';
import { html } from './layout.tsx';
import { openFamily } from './open-family.ts';

/** Possible relapses, and the help that comes without waiting. */
export const familyRelapse =
  (web: Pick<Web, 'views' | 'now' | 'invented'>): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const opened = await openFamily(web, request, visit);
    if (isProblem(opened)) return opened;
    const { screen, status, entries } = opened;
    return {
      kind: 'page',
      html: html(
        <FamilyFrame {...opened} tab="familyRelapse">
          <Relapses relapse={status.relapse} facts={{ family: status.family, entries }} screen={screen} />
        </FamilyFrame>,
      ),
    };
  };
