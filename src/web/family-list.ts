import type { Relations } from '../access/visitor.ts';
import type { FamilyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { FamilyRow, Viewpoint, Views } from '../read/views.ts';
import { filterNames, pageAfter, readFilter, sorts } from './family-filter.ts';
import type { FilterName, Sort } from './family-filter.ts';
import { isProblem, problem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { Query } from './query.ts';

/** What the address of the list of families may say. */
export const listNames = [...filterNames, 'sort', 'cursor'] as const;
export type ListQuery = Query<FilterName | 'sort' | 'cursor'>;

export interface FamilyList {
  readonly asOf: Instant;
  readonly page: readonly FamilyRow[];
  /** How many families fit the choice. */
  readonly found: number;
  /** All rows that the counts are taken from: those of `whose`, or of everybody. */
  readonly all: readonly FamilyRow[];
  readonly missing: number;
  readonly next: string | null;
}

const pageSize = 20;

export function listNow(views: Views, relations: Relations, query: ListQuery): FamilyList | Problem {
  const holds = readFilter(query);
  if ('kind' in holds) return holds;
  const whose = readFilter(query.whose === undefined ? {} : { whose: query.whose });
  if ('kind' in whose) return whose;
  const sort = sortIn(query);
  if (isProblem(sort)) return sort;
  const { rows, asOf, missing } = views.rows(relations.families());
  const all = rows.filter((row) => whose.every((test) => test(row, asOf, relations)));
  const wanted = all.filter((row) => holds.every((test) => test(row, asOf, relations)));
  const paging = { cursor: query.cursor, all: rows, sort, size: pageSize };
  return { asOf, found: wanted.length, all, missing, ...pageAfter(wanted, paging) };
}

export function sortIn({ sort = 'urgency' }: ListQuery): Sort | Problem {
  const found = sorts.find((each) => each === sort);
  return (
    found ?? problem('bad-parameter', { path: 'sort', detail: `It must be one of ${sorts.join(', ')}.` })
  );
}

/** From another viewpoint each row is worked out when it is shown: a page at a time, by id. */
export function listThen(
  views: Views,
  relations: Relations,
  viewpoint: Viewpoint,
  { cursor = '', q = '' }: ListQuery,
): FamilyList {
  const page: FamilyRow[] = [];
  const wanted = relations.families().filter((family) => family > cursor && family.includes(q));
  let next: FamilyId | null = null;
  for (const family of wanted) {
    if (page.length === pageSize) {
      next = (page.at(-1)?.family ?? null) as FamilyId | null;
      break;
    }
    const row = views.row(family, viewpoint);
    if (row) page.push(row);
  }
  return { asOf: viewpoint.at, page, found: page.length, all: [], missing: 0, next };
}

/** How many families fit each choice that is shown as a number; the same tests as behind its link. */
export function countOf(
  list: Pick<FamilyList, 'all' | 'asOf'>,
  relations: Relations,
  choice: Query<FilterName>,
): number {
  const holds = readFilter(choice);
  if ('kind' in holds) return 0;
  return list.all.filter((row) => holds.every((test) => test(row, list.asOf, relations))).length;
}
