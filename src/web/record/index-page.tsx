import type { EventType } from '../../domain/event.ts';
import { Breadcrumb } from '../parts/breadcrumb.tsx';
import { LinkButton } from '../parts/button.tsx';
import { Page, html, inLanguages } from '../pages/layout.tsx';
import { isProblem } from '../problem.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { eventNames } from '../words/events.ts';
import { recordWords, subjectNames } from '../words/record.ts';
import { openDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { subjects } from './form.ts';
import { forms, kindOf } from './forms/all.ts';

/** Everything that can be recorded about a family, by subject; what is needed often stands first. */
export const recordIndex =
  (web: Web): Ask<FamilyVisit> =>
  (request, _response, visit) => {
    const desk = openDesk(web, request, visit, ['after', 'done']);
    return isProblem(desk) ? desk : { kind: 'page', html: html(<Index desk={desk} />) };
  };

const often: readonly EventType[] = [
  'IncidentRecorded',
  'MonitorCheckedIn',
  'RelapseSignalObserved',
  'ContactHeld',
  'BellRung',
  'SafetyAgreementMade',
];

function Index({ desk: { screen, family } }: { readonly desk: Desk }) {
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
