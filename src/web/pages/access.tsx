import { EmergencyLine } from '../parts/emergency.tsx';
import { Pages } from '../parts/pages.tsx';
import { Openings } from '../parts/openings.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { isProblem } from '../problem.ts';
import { readNumber } from '../query.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { accessWords } from '../words/access.ts';
import { FamilyFrame } from './family-frame.tsx';
import { html } from './layout.tsx';
import { openFamily } from './open-family.ts';

const pageSize = 50;

type Needs = Pick<Web, 'views' | 'now' | 'invented' | 'journal' | 'emergencies' | 'notes'>;

/** Who opened something of this family: for those who work with it, and through them for the family. */
export const accessOfFamily =
  (web: Needs): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const opened = await openFamily(web, request, visit, ['page']);
    if (isProblem(opened)) return opened;
    const page = readNumber(opened.query, 'page', 1_000_000, 1) ?? 1;
    if (isProblem(page)) return page;
    const { family } = visit;
    const { screen, standpoint, status, seen } = opened;
    const { say, link } = screen;
    const total = web.journal.count({ family });
    const rows = web.journal.find({ family }, { from: (page - 1) * pageSize, size: pageSize });
    const emergencies = web.emergencies.ofFamily(family);
    return {
      kind: 'page',
      html: html(
        <FamilyFrame {...{ screen, standpoint, status, seen }} tab="accessOfFamily" isLive={false}>
          <section aria-labelledby="who-looked">
            <h2 id="who-looked">{say(accessWords.title)}</h2>
            <p>{say(accessWords.lead)}</p>
            <p class="on-screen">{say(accessWords.print)}</p>
            {emergencies.length > 0 && (
              <>
                <h3>{say(accessWords.emergencies)}</h3>
                <ul>
                  {emergencies.map((opening) => (
                    <li>
                      <EmergencyLine opening={opening} note={web.notes.open(opening)} screen={screen} />
                    </li>
                  ))}
                </ul>
              </>
            )}
            {rows.length === 0 ? (
              <EmptyState text={say(accessWords.none)} />
            ) : (
              <Openings rows={rows} caption={say(accessWords.caption(total))} screen={screen} />
            )}
            <Pages
              screen={screen}
              page={page}
              last={Math.ceil(total / pageSize)}
              address={(other) => link('accessOfFamily', { family, page: other })}
            />
          </section>
        </FamilyFrame>,
      ),
    };
  };
