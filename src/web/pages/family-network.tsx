import { Continuity, Network } from '../parts/network.tsx';
import { isProblem } from '../problem.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { FamilyFrame } from './family-frame.tsx';
import { html } from './layout.tsx';
import { openFamily } from './open-family.ts';

/** Who stays with the family, and who stands around it. */
export const familyNetwork =
  (web: Pick<Web, 'views' | 'now' | 'invented'>): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const opened = await openFamily(web, request, visit);
    if (isProblem(opened)) return opened;
    const { screen, status, detail, standpoint } = opened;
    const shown = { screen, status, detail, isLive: standpoint.isLive };
    return {
      kind: 'page',
      html: html(
        <FamilyFrame {...opened} tab="familyNetwork">
          <Continuity {...shown} />
          <Network {...shown} />
        </FamilyFrame>,
      ),
    };
  };
