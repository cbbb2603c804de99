import type { EmergencyOpening } from '../../access/emergency.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { EmergencyLine } from '../parts/emergency.tsx';
import { isProblem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { AskShowing, PersonVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { emergencyWords } from '../words/access.ts';
import { familyWords } from '../words/family.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

type Needs = Pick<Web, 'emergencies' | 'notes' | 'invented'>;

const unseenBy = ({ emergencies }: Needs, { visitor, relations }: PersonVisit): readonly EmergencyOpening[] =>
  emergencies
    .unseen(visitor.account.id, relations.families())
    .filter(({ family }) => relations.of(family)?.ground !== 'emergency');

/** Emergency openings of the visitor's own families, until they were seen. */
export const notices =
  (web: Needs): AskShowing =>
  (request, _response, visit) => {
    const screen = readerOf(readQuery(request, ['lang']), web.invented, visit);
    if (isProblem(screen)) return screen;
    const { say, link } = screen;
    const openings = unseenBy(web, visit);
    if (openings.length === 0) return { kind: 'redirect', to: link('queue') };
    return {
      kind: 'page',
      shows: openings.map(({ family }) => family),
      html: html(
        <Page screen={screen} title={say(emergencyWords.notices)} here={inLanguages('notices')}>
          <h1>{say(emergencyWords.notices)}</h1>
          <p class="lead">{say(emergencyWords.noticesLead)}</p>
          {openings.map((opening) => (
            <section aria-labelledby={`opening-${opening.relation}`}>
              <h2 id={`opening-${opening.relation}`}>
                <a href={link('accessOfFamily', { family: opening.family })}>
                  {say(familyWords.title(opening.family))}
                </a>
              </h2>
              <p>
                <EmergencyLine opening={opening} note={web.notes.open(opening)} screen={screen} />
              </p>
              <form action={link('notices')} method="post">
                <Button name="opening" value={String(opening.relation)}>
                  {say(emergencyWords.seen)}
                </Button>
              </form>
            </section>
          ))}
          <p>
            <LinkButton href={link('queue')}>{say(emergencyWords.toStart)}</LinkButton>
          </p>
        </Page>,
      ),
    };
  };

export const seeNotice =
  (web: Needs): AskShowing =>
  (request, _response, visit) => {
    const screen = readerOf(readQuery(request, ['lang']), web.invented, visit);
    if (isProblem(screen)) return screen;
    const { opening } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const found = unseenBy(web, visit).find(({ relation }) => String(relation) === opening);
    if (found) web.emergencies.seen(visit.visitor.account.id, found.relation);
    return { kind: 'redirect', to: screen.link('notices') };
  };
