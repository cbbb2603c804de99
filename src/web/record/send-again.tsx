import type { Request } from 'express';
import type { Visitor } from '../../access/visitor.ts';
import type { Freshness } from '../../read/views.ts';
import { askedFor } from '../own-path.ts';
import { Button } from '../parts/button.tsx';
import { TextArea } from '../parts/field.tsx';
import { screen } from '../parts/screen.ts';
import { Page, html, inLanguages } from '../pages/layout.tsx';
import type { Problem } from '../problem.ts';
import { queryText } from '../query.ts';
import { recordWords } from '../words/record.ts';
import { longestText } from './entry.ts';
import { pageOf } from './keeping.ts';
import { first, listed, valuesIn } from './values.ts';

interface Seen {
  readonly isInvented: boolean;
  readonly visitor: Visitor;
  readonly freshness: () => Freshness;
}

/**
 * Nothing could be written, not even who opens what, so nothing about a family may be shown. The page holds what the
 * reader sent and nothing else, ready to be sent again; null if it was no form of ours.
 */
export function sendAgainPage(found: Problem, request: Request, seen: Seen): string | null {
  if (found.status < 500 || request.method !== 'POST' || pageOf(request.path) === undefined) return null;
  const values = valuesIn(request.body);
  const address = askedFor(request);
  if (first(values, 'key') === '' || address === undefined) return null;
  const lang = new URLSearchParams(queryText(request.url)).get('lang') === 'en' ? 'en' : 'nl';
  const reader = screen({ lang, ...seen });
  const { say } = reader;
  return html(
    <Page screen={reader} title={say(found.title)} here={inLanguages('start')}>
      <h1>{say(found.title)}</h1>
      <p class="lead">{say(recordWords.againLead)}</p>
      <p>{say(found.next)}</p>
      <form class="record" method="post" action={address}>
        {Object.keys(values)
          .filter((name) => name !== 'text')
          .flatMap((name) =>
            listed(values, name).map((value) => <input type="hidden" name={name} value={value} />),
          )}
        <TextArea
          screen={reader}
          name="text"
          label={recordWords.words}
          value={first(values, 'text')}
          maxLength={longestText}
          optional
        />
        <Button>{say(recordWords.again)}</Button>
      </form>
    </Page>,
  );
}
