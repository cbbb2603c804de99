import type { ComponentChildren } from 'preact';
import type { EventType } from '../../domain/event.ts';
import { Breadcrumb } from '../parts/breadcrumb.tsx';
import { Button, LinkButton } from '../parts/button.tsx';
import { Confirmation } from '../parts/confirmation.tsx';
import { When } from '../parts/small.tsx';
import { Page, html, inLanguages } from '../pages/layout.tsx';
import { isProblem } from '../problem.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { eventNames } from '../words/events.ts';
import { recordWords, subjectNames } from '../words/record.ts';
import { openDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { subjects } from './form.ts';
import { formAt, forms, kindOf } from './forms/all.ts';
import { draftLink } from './keeping.ts';
import { first, valuesIn } from './values.ts';

/** Everything that can be recorded about a family, by subject; what is needed often stands first. */
export const recordIndex =
  (web: Web): Ask<FamilyVisit> =>
  (request, _response, visit) => {
    const desk = openDesk(web, request, visit, ['after', 'done']);
    if (isProblem(desk)) return desk;
    const drafts = web.drafts.of(visit.visitor.account.id, desk.family, desk.now);
    const { screen, family, query } = desk;
    const confirmation = <Confirmation {...{ screen, family }} views={web.views} done={query['done']} />;
    return { kind: 'page', html: html(<Index {...{ desk, drafts, confirmation }} />) };
  };

/** Throws away a form that waited. */
export const dropDraft =
  (web: Web): Ask<FamilyVisit> =>
  (request, _response, visit) => {
    const desk = openDesk(web, request, visit);
    if (isProblem(desk)) return desk;
    web.drafts.drop(visit.visitor.account.id, first(valuesIn(request.body), 'drop'));
    return { kind: 'redirect', to: desk.screen.link('recordIndex', { family: desk.family }) };
  };

const often: readonly EventType[] = [
  'IncidentRecorded',
  'MonitorCheckedIn',
  'RelapseSignalObserved',
  'ContactHeld',
  'BellRung',
  'SafetyAgreementMade',
];

interface Props {
  readonly desk: Desk;
  readonly drafts: ReturnType<Web['drafts']['of']>;
  readonly confirmation: ComponentChildren;
}

function Index({ desk, drafts, confirmation }: Props) {
  const { screen, family } = desk;
  const { say, link } = screen;
  const formLink = (type: EventType) => link('record', { family, kind: kindOf(type) });
  return (
    <Page
      screen={screen}
      title={say(recordWords.index)}
      here={inLanguages('recordIndex', { family })}
      part="families"
    >
      <Breadcrumb
        screen={screen}
        trail={[{ href: link('family', { family }), name: say(recordWords.family(family)) }]}
        here={say(recordWords.index)}
      />
      <h1>{say(recordWords.index)}</h1>
      <p class="lead">{say(recordWords.indexLead)}</p>
      {confirmation}
      <Unfinished desk={desk} drafts={drafts} />
      <section aria-labelledby="often">
        <h2 id="often">{say(recordWords.often)}</h2>
        <p class="row">
          {often.map((type) => (
            <LinkButton href={formLink(type)}>{say(eventNames[type])}</LinkButton>
          ))}
        </p>
      </section>
      {subjects.map((subject) => (
        <section aria-labelledby={subject}>
          <h2 id={subject}>{say(subjectNames[subject])}</h2>
          <ul class="record-links">
            {forms
              .filter((form) => form.subject === subject)
              .map(({ type }) => (
                <li>
                  <a href={formLink(type)}>{say(eventNames[type])}</a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

/** What could not be recorded, and waits. */
function Unfinished({ desk: { screen, family }, drafts }: Pick<Props, 'desk' | 'drafts'>) {
  const { say, link } = screen;
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="unfinished">
      <h2 id="unfinished">{say(recordWords.draftTitle)}</h2>
      <p>{say(recordWords.draftLead)}</p>
      <ul>
        {drafts.map(({ key, address, keptAt }) => {
          const form = formAt(address['kind'] ?? '');
          return (
            <li>
              {say(form ? eventNames[form.type] : recordWords.draftCorrection)},{' '}
              <When at={keptAt} screen={screen} />{' '}
              <a href={draftLink(address, key, screen.lang) ?? link('recordIndex', { family })}>
                {say(recordWords.draftOpen)}
              </a>
              <form method="post" action={link('recordIndex', { family })}>
                <Button look="subtle" name="drop" value={key}>
                  {say(recordWords.draftDrop)}
                </Button>
              </form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
