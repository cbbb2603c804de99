import type { Request } from 'express';
import type { JournalFilter } from '../../access/journal.ts';
import { FamilyId } from '../../domain/ids.ts';
import { formatInstant } from '../../domain/instant.ts';
import { logger } from '../access-log.ts';
import { auditFilters, readAuditFilter } from '../audit-filter.ts';
import type { AuditQuery } from '../audit-filter.ts';
import { csv } from '../csv.ts';
import { AuditFilters, Chain, Emergencies } from '../parts/audit.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Openings } from '../parts/openings.tsx';
import { Pages } from '../parts/pages.tsx';
import type { Screen } from '../parts/screen.ts';
import { isProblem, problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { readNumber, readQuery } from '../query.ts';
import type { Query } from '../query.ts';
import type { Ask, PersonVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { auditWords } from '../words/office.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

const pageSize = 50;
const mostEmergencies = 50;
/** A spreadsheet takes no more, and nothing is left out in silence. */
const mostInFile = 50_000;

type Needs = Pick<Web, 'journal' | 'emergencies' | 'notes' | 'now' | 'invented'>;

/** Who opened what, newest first. Looking here is written down before anything is shown. */
export const audit =
  (web: Needs): Ask<PersonVisit> =>
  (request, _response, visit) => {
    const asked = ask(web, request, visit, ['page', 'opening']);
    if (isProblem(asked)) return asked;
    const { query, filter, screen } = asked;
    const { say, link } = screen;
    const page = readNumber(query, 'page', 1_000_000, 1) ?? 1;
    if (isProblem(page)) return page;
    const openings = web.emergencies.all(mostEmergencies);
    const read = openings.find(({ relation }) => String(relation) === query.opening);
    const log = logger(web, request, 'audit', visit.visitor);
    log.noted('auditor', 'audit', read?.family ?? familyIn(filter));
    const total = web.journal.count(filter);
    const rows = web.journal.find(filter, { from: (page - 1) * pageSize, size: pageSize });
    const kept = keptOf(query);
    return {
      kind: 'page',
      html: html(
        <Page screen={screen} title={say(auditWords.title)} here={inLanguages('audit', kept)} part="audit">
          <h1>{say(auditWords.title)}</h1>
          <p class="lead">{say(auditWords.lead)}</p>
          <Emergencies
            screen={screen}
            openings={openings}
            most={mostEmergencies}
            read={read && { relation: read.relation, note: web.notes.open(read) }}
          />
          {page === 1 && (
            <Chain screen={screen} verified={web.journal.verify()} others={web.journal.verifyOthers()} />
          )}
          <section aria-labelledby="openings">
            <h2 id="openings">{say(auditWords.openings)}</h2>
            <AuditFilters screen={screen} query={query} />
            <p>
              {total > mostInFile ? (
                say(auditWords.tooMany(mostInFile))
              ) : (
                <a href={link('auditFile', kept)}>{say(auditWords.file)}</a>
              )}
            </p>
            {rows.length === 0 ? (
              <EmptyState text={say(auditWords.none)} />
            ) : (
              <Openings rows={rows} caption={say(auditWords.caption(total))} screen={screen} withFamily />
            )}
            <Pages
              screen={screen}
              page={page}
              last={Math.ceil(total / pageSize)}
              address={(other) => link('audit', { ...kept, page: other })}
            />
          </section>
        </Page>,
      ),
    };
  };

const columns = [
  'n',
  'at',
  'event',
  'route',
  'family',
  'user',
  'name',
  'responsible',
  'role',
  'purpose',
  'ground',
  'outcome',
  'address',
  'session',
  'node',
] as const;

/** The same rows for a spreadsheet. */
export const auditFile =
  (web: Needs): Ask<PersonVisit> =>
  (request, _response, visit) => {
    const asked = ask(web, request, visit, []);
    if (isProblem(asked)) return asked;
    const { filter } = asked;
    if (web.journal.count(filter) > mostInFile)
      return problem('bad-parameter', { path: 'from', next: auditWords.tooMany(mostInFile) });
    logger(web, request, 'auditFile', visit.visitor).noted('auditor', 'audit', familyIn(filter));
    const rows = web.journal.find(filter, { from: 0, size: mostInFile });
    return {
      kind: 'file',
      type: 'text/csv; charset=utf-8',
      headers: { 'Content-Disposition': 'attachment; filename="waakvlam-access.csv"' },
      body: csv([
        columns,
        ...rows.map((row) =>
          columns.map((column) => (column === 'at' ? formatInstant(row.at) : row[column])),
        ),
      ]),
    };
  };

interface Asked<Name extends string> {
  readonly screen: Screen;
  readonly query: AuditQuery & Query<Name>;
  readonly filter: JournalFilter;
}

function ask<Name extends string>(
  { invented }: Needs,
  request: Request,
  visit: PersonVisit,
  names: readonly Name[],
): Asked<Name> | Problem {
  const query = readQuery(request, ['lang', ...auditFilters, ...names]);
  if (isProblem(query)) return query;
  const screen = readerOf(query, invented, visit);
  if (isProblem(screen)) return screen;
  const filter = readAuditFilter(query);
  return isProblem(filter) ? filter : { screen, query, filter };
}

/** The filters, for links that keep them. */
const keptOf = (query: AuditQuery): AuditQuery =>
  Object.fromEntries(auditFilters.map((name) => [name, query[name]]));

/** Who asks after one family is written down with that family. */
const familyIn = ({ family }: JournalFilter): FamilyId | undefined => FamilyId.safeParse(family).data;
