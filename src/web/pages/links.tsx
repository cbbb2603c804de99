import { addDays } from '../../domain/calendar.ts';
import { PartyId } from '../../domain/ids.ts';
import type { Link, Told } from '../../access/links.ts';
import type { Asked } from '../../read/views.ts';
import { Alert } from '../parts/alert.tsx';
import { isProblem, problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { Answer } from '../answer.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { addressOf } from '../watcher/address.ts';
import { LinksTable, NewLink } from '../watcher/links-table.tsx';
import { linkWords } from '../words/links.ts';
import { FamilyFrame } from './family-frame.tsx';
import { html } from './layout.tsx';
import { openFamily } from './open-family.ts';

type Needs = Pick<Web, 'views' | 'links' | 'linkDays' | 'now' | 'invented' | 'site'>;

/** A party that is asked to watch something now, with its link if it has one. */
export interface Holder {
  readonly party: PartyId;
  readonly asked: readonly Asked[];
  readonly link: Link | undefined;
  readonly isTied: boolean;
  /** What the party reads first. */
  readonly words: string | undefined;
}

/** The personal links of a family: made, renewed and revoked here; the monitor copies them. */
export const links =
  (web: Needs): Ask<FamilyVisit> =>
  async (request, _response, visit) =>
    show(web, request, visit, null);

export const changeLinks =
  (web: Needs): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const { links: kept, now, linkDays } = web;
    const form = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const party = PartyId.safeParse(form['party']);
    if (!party.success) return problem('bad-parameter', { path: 'party' });
    const at = now();
    const { family } = visit;
    if (form['do'] === 'end') {
      kept.end(family, party.data, at);
      return show(web, request, visit, 'ended');
    }
    const isAsked = web.views.asked(family, party.data, at).length > 0;
    if (!isAsked) return problem('bad-parameter', { path: 'party', next: linkWords.notAsked });
    const told = kept.make({
      family,
      party: party.data,
      madeFor: visit.relation.party,
      at,
      expiresAt: addDays(at, linkDays),
      withCode: form['code'] !== 'no',
    });
    return show(web, request, visit, told);
  };

async function show(
  web: Needs,
  request: Parameters<Ask>[0],
  visit: FamilyVisit,
  change: Told | 'ended' | null,
): Promise<Answer | Problem> {
  const opened = await openFamily(web, request, visit);
  if (isProblem(opened)) return opened;
  const { screen, standpoint } = opened;
  const { say, name } = screen;
  return {
    kind: 'page',
    html: html(
      <FamilyFrame {...opened} tab="links" isLive={false}>
        <p class="lead">{say(linkWords.lead)}</p>
        {change === 'ended' && <Alert kind="ok" announce title={say(linkWords.ended)} />}
        {change !== null && change !== 'ended' && (
          <NewLink
            title={say(linkWords.made(name(change.link.party)))}
            address={addressOf(web.site, request, change.secret)}
            code={change.code}
            screen={screen}
          />
        )}
        <LinksTable
          family={visit.family}
          holders={holders(web, visit)}
          mayChange={standpoint.isLive}
          screen={screen}
        />
      </FamilyFrame>,
    ),
  };
}

function holders({ views, links: kept, now }: Needs, { family }: FamilyVisit): readonly Holder[] {
  const at = now();
  const inForce = kept.of(family, at);
  return views.parties(family, at).flatMap((id): Holder[] => {
    const party = PartyId.parse(id);
    const asked = views.asked(family, party, at);
    const link = inForce.find((each) => each.party === party);
    if (asked.length === 0 && link === undefined) return [];
    const words = asked[0]?.told.map((record) => views.text(record)).find((text) => text !== undefined);
    return [{ party, asked, link, isTied: views.ties(family, party).length > 0, words }];
  });
}
