import type { Request } from 'express';
import type { Visitor } from '../../access/visitor.ts';
import type { Freshness } from '../../read/views.ts';
import { screen } from '../parts/screen.ts';
import type { Problem } from '../problem.ts';
import { queryText } from '../query.ts';
import { emergencyWords } from '../words/access.ts';
import type { Lang } from '../words/lang.ts';
import { Page, html, inLanguages } from './layout.tsx';

interface Seen {
  readonly isInvented: boolean;
  readonly visitor: Visitor;
  readonly freshness: () => Freshness;
}

/** What happened to the request and what to do now; never the text of an error. */
export function errorPage(
  found: Problem,
  request: Request,
  { isInvented, visitor, freshness }: Seen,
): string {
  const lang: Lang = new URLSearchParams(queryText(request.url)).get('lang') === 'en' ? 'en' : 'nl';
  const reader = screen({ lang, isInvented, visitor, freshness });
  const { say, link } = reader;
  const field = { nl: 'Veld', en: 'Field' };
  const start = { nl: 'Naar het begin', en: 'To the start' };
  return html(
    <Page screen={reader} title={say(found.title)} here={inLanguages('start')}>
      <h1>{say(found.title)}</h1>
      {found.path !== '' && (
        <p>
          {say(field)}: <code>{found.path}</code>
        </p>
      )}
      <p>{say(found.next)}</p>
      {found.reason === 'no-relation' && (
        <p>
          <a href={link('emergency', { family: String(request.params['family']) })}>
            {say(emergencyWords.title)}
          </a>
        </p>
      )}
      <p>
        <a href={link('start')}>{say(start)}</a>
      </p>
    </Page>,
  );
}
