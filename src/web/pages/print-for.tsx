import { dayOf } from '../../domain/calendar.ts';
import { PersonId } from '../../domain/ids.ts';
import type { PersonPaper, Views } from '../../read/views.ts';
import { actionLabel } from '../parts/agreement-name.ts';
import { shownDay, withNames } from '../parts/screen.ts';
import type { Screen } from '../parts/screen.ts';
import { When } from '../parts/small.tsx';
import { isProblem, problem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import type { Instant } from '../../domain/instant.ts';
import { paperWords } from '../words/links.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

/**
 * A sheet for one member of the family, made of what that member may know and nothing else: not a word of how safe
 * anybody is, who watches or who reported (domain.md 7, 23). A professional opens it and prints it.
 */
export const printFor =
  ({ views, invented }: Pick<Web, 'views' | 'invented'>): Ask<FamilyVisit> =>
  (request, _response, visit) => {
    const { family } = visit;
    const query = readQuery(request, ['lang']);
    if (isProblem(query)) return query;
    const person = PersonId.safeParse(request.params['person']);
    const { at } = visit;
    const paper = person.success ? views.paperFor(family, person.data, at) : null;
    if (!person.success || paper === null) return problem('not-found', { path: 'person' });
    const reader = readerOf(query, invented, visit);
    if (isProblem(reader)) return reader;
    const screen = withNames(reader, views.namesFor(family, person.data, at));
    return {
      kind: 'page',
      html: html(<Sheet family={family} paper={paper} views={views} at={at} screen={screen} />),
    };
  };

interface Props {
  readonly family: string;
  readonly paper: PersonPaper;
  readonly views: Pick<Views, 'text'>;
  readonly at: Instant;
  readonly screen: Screen;
}

function Sheet({ family, paper, views, at, screen }: Props) {
  const { say, name, link, lang } = screen;
  const title = say(paperWords.title(name(paper.person)));
  const part = (kind: PersonPaper['agreements'][number]['part']) =>
    paper.agreements.filter((each) => each.part === kind);
  const contact = paper.contact.filter(({ contraIndication }) => contraIndication !== 'yes');
  return (
    <Page
      screen={screen}
      title={title}
      here={inLanguages('printFor', { family, person: paper.person })}
      part="families"
    >
      <h1>{title}</h1>
      <p class="lead">{say(paperWords.lead)}</p>
      {paper.agreements.length === 0 && <p>{say(paperWords.none)}</p>}
      <Agreements title={say(paperWords.keeps)} of={part('keeps')} views={views} screen={screen} />
      <Agreements title={say(paperWords.agreed)} of={part('agreed')} views={views} screen={screen} />
      <Agreements title={say(paperWords.protects)} of={part('is protected')} views={views} screen={screen} />
      {contact.length > 0 && (
        <section>
          <h2>{say(paperWords.contact)}</h2>
          <ul>
            {contact.map(({ child, adult, supervised }) => (
              <li>
                {name(child)} - {name(adult)}:{' '}
                {say(supervised ? paperWords.supervised : paperWords.unsupervised)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {paper.help.length > 0 && (
        <section>
          <h2>{say(paperWords.help)}</h2>
          <ul>
            {paper.help.map(({ provider, startsAt }) => (
              <li>
                {name(provider)}, {say(paperWords.from)} <When at={startsAt} screen={screen} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{say(paperWords.call)}</h2>
        <ul>
          <li>{say(paperWords.danger)}</li>
          {paper.professional !== null && (
            <li>
              {say(paperWords.professional)}: {name(paper.professional)}
            </li>
          )}
          {paper.deputy !== null && (
            <li>
              {say(paperWords.deputy)}: {name(paper.deputy)}
            </li>
          )}
          <li>{say(paperWords.advice)}</li>
        </ul>
      </section>
      <p>
        {say(paperWords.made)} {shownDay(dayOf(at), lang)}.
      </p>
      <p class="note no-print">
        {say(paperWords.why)} <a href={link('family', { family })}>{say(paperWords.back)}</a>
      </p>
    </Page>
  );
}

interface AgreementsProps {
  readonly title: string;
  readonly of: PersonPaper['agreements'];
  readonly views: Pick<Views, 'text'>;
  readonly screen: Screen;
}

function Agreements({ title, of: agreements, views, screen }: AgreementsProps) {
  if (agreements.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {agreements.map(({ agreement, made, part }) => (
          <li key={agreement}>
            {part !== 'keeps' && `${screen.name(made.data.actor)}: `}
            {views.text(made) ?? actionLabel(made.data.action, screen.say)}
          </li>
        ))}
      </ul>
    </section>
  );
}
