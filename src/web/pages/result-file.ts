import { csv } from '../csv.ts';
import { isProblem, problem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Ask, PersonVisit } from '../route.ts';
import type { Web } from '../web.ts';

/** The same protected figures of one table for a spreadsheet, by the names that programs know, without rounding more. */
export const resultFile =
  ({ results }: Pick<Web, 'results'>): Ask<PersonVisit> =>
  async (request) => {
    const query = readQuery(request, ['lang']);
    if (isProblem(query)) return query;
    const name = String(request.params['name']);
    const placed = await results.read(name);
    const table = placed?.result.tables.find(({ id }) => id === request.params['table']);
    if (!table) return problem('no-such-result');
    const heads = [...table.dimensions.map(({ id }) => id), 'value', 'low', 'high', 'unit', 'hidden'];
    const rows = table.rows.map(({ at, cell }) => {
      const { value, low, high, hidden } = cell;
      return [...at, value ?? undefined, low, high, table.unit, hidden];
    });
    return {
      kind: 'file',
      type: 'text/csv; charset=utf-8',
      headers: { 'Content-Disposition': `attachment; filename="${name}-${table.id}.csv"` },
      body: csv([heads, ...rows]),
    };
  };
