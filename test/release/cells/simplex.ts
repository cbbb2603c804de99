/**
 * The largest value of `aim` times x with every `rows[i]` times x at most `limits[i]` and x at least 0: the plain
 * two-phase simplex method with Bland's rule (Bland, Mathematics of Operations Research 2, 1977, which never circles).
 * Infinity when there is no largest; undefined when no x fits. For the few dozen numbers of a test table.
 */
export function largest(
  aim: readonly number[],
  rows: readonly (readonly number[])[],
  limits: readonly number[],
): number | undefined {
  const variables = aim.length;
  // One helper column lets every row start as fitting; the first phase drives it to 0.
  const table = rows.map((row, index) => [
    ...row,
    ...rows.map((_, slack) => (slack === index ? 1 : 0)),
    -1,
    limits[index] ?? 0,
  ]);
  const width = variables + rows.length + 1;
  const helper = width - 1;
  const basis = rows.map((_, index) => variables + index);
  const worst = limits.reduce((least, limit, index) => (limit < (limits[least] ?? 0) ? index : least), 0);
  if ((limits[worst] ?? 0) < 0) {
    const first = Array.from({ length: width + 1 }, (_, column) => (column === helper ? 1 : 0));
    pivot(table, first, basis, [worst, helper]);
    improve(table, first, basis, width);
    if ((first[width] ?? 0) < -tiny) return undefined;
    const left = basis.indexOf(helper);
    if (left >= 0) {
      const column = (table[left] ?? []).findIndex((value, at) => at < helper && Math.abs(value) > tiny);
      if (column >= 0) pivot(table, first, basis, [left, column]);
    }
  }
  const objective = Array.from({ length: width + 1 }, (_, column) => -(aim[column] ?? 0));
  basis.forEach((column, row) => {
    subtract(objective, table[row] ?? [], objective[column] ?? 0);
  });
  for (const row of [...table]) row[helper] = 0;
  objective[helper] = 0;
  return improve(table, objective, basis, width) ? Math.round((objective[width] ?? 0) * 1e6) / 1e6 : Infinity;
}

const tiny = 1e-9;

/** Steps until no step gains any more; false when one can gain without end. */
function improve(table: number[][], objective: number[], basis: number[], width: number): boolean {
  for (;;) {
    const column = objective.findIndex((value, at) => at < width && value < -tiny);
    if (column < 0) return true;
    let best: { readonly row: number; readonly ratio: number } | undefined;
    table.forEach((row, index) => {
      const slope = row[column] ?? 0;
      if (slope <= tiny) return;
      const ratio = (row[width] ?? 0) / slope;
      const isBefore =
        best && Math.abs(ratio - best.ratio) <= tiny && (basis[index] ?? 0) < (basis[best.row] ?? 0);
      if (!best || ratio < best.ratio - tiny || isBefore === true) best = { row: index, ratio };
    });
    if (!best) return false;
    pivot(table, objective, basis, [best.row, column]);
  }
}

function pivot(
  table: number[][],
  objective: number[],
  basis: number[],
  [row, column]: readonly [number, number],
): void {
  const chosen = table[row] ?? [];
  const by = chosen[column] ?? 1;
  chosen.forEach((value, at) => (chosen[at] = value / by));
  table.forEach((other, index) => {
    if (index !== row) subtract(other, chosen, other[column] ?? 0);
  });
  subtract(objective, chosen, objective[column] ?? 0);
  basis[row] = column;
}

function subtract(from: number[], row: readonly number[], times: number): void {
  if (times !== 0) row.forEach((value, at) => (from[at] = (from[at] ?? 0) - times * value));
}
