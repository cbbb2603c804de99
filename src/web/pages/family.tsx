import { Persons } from '../parts/persons.tsx';
import { Alarms, Safety } from '../parts/safety.tsx';
import { isProblem } from '../problem.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { FamilyFrame } from './family-frame.tsx';
import { html } from './layout.tsx';
import { openFamily } from './open-family.ts';

/** How one family stands, from the viewpoint of the address. */
export const family =
  (web: Pick<Web, 'views' | 'now' | 'invented'>): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const opened = await openFamily(web, request, visit);
    if (isProblem(opened)) return opened;
    const { screen, status, entries } = opened;
    const facts = { family: status.family, entries };
    return {
      kind: 'page',
      html: html(
        <FamilyFrame {...opened} tab="family">
          <Safety status={status} facts={facts} screen={screen} />
          <Alarms status={status} facts={facts} screen={screen} />
          <Persons persons={status.safety.persons} facts={facts} screen={screen} />
        </FamilyFrame>,
      ),
    };
  };
