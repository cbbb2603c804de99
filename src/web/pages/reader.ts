import type { Invented } from '../invented.ts';
import { screen } from '../parts/screen.ts';
import type { Given, Screen } from '../parts/screen.ts';
import { isProblem, problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import type { Query } from '../query.ts';
import type { Visit } from '../route.ts';
import { isLang, langs } from '../words/lang.ts';

/** Who reads: the visitor, the language of the address, and the viewpoint that links keep. */
export function readerOf(
  query: Query<'lang'> | Problem,
  { isInvented }: Pick<Invented, 'isInvented'>,
  visit: Visit,
  given?: Given,
): Screen | Problem {
  if (isProblem(query)) return query;
  const { lang = 'nl' } = query;
  if (!isLang(lang))
    return problem('bad-parameter', { path: 'lang', detail: `It must be one of ${langs.join(', ')}.` });
  return screen({
    lang,
    isInvented,
    visitor: visit.visitor,
    relation: 'relation' in visit ? visit.relation : undefined,
    begunAt: visit.at,
    freshness: visit.freshness,
    given,
  });
}
