import type { ReleasedFamily } from '../released.ts';
import type { Column, Row, Table, Terms } from '../table.ts';

/** A column, and how its value follows from what one row is about; so no row can be out of step with its columns. */
export interface ColumnOf<T> extends Column {
  readonly of: (item: T) => Row[number];
}

interface TableOf<T> extends Pick<Table, 'name' | 'meaning'> {
  readonly columns: readonly ColumnOf<T>[];
  readonly items: (family: ReleasedFamily, terms: Terms) => Iterable<T>;
}

export function tableOf<T>({ name, meaning, columns, items }: TableOf<T>): Table {
  return {
    name,
    meaning,
    columns: columns.map(({ of: _, ...column }) => column),
    *rows(family, terms) {
      for (const item of items(family, terms)) yield columns.map((column) => column.of(item));
    },
  };
}

type Rest<T> = readonly [meaning: string, of: ColumnOf<T>['of'], values?: readonly string[]];

/** Columns in one line: `name`, what it means, how it follows, and every value where they can be listed. */
export const columnsOf = <T>() => {
  const make =
    (type: Column['type'], isNullable: boolean) =>
    (name: string, ...[meaning, of, values]: Rest<T>): ColumnOf<T> => ({
      name,
      type,
      isNullable,
      meaning,
      ...(values && { values }),
      of,
    });
  return {
    text: make('text', false),
    textOrNull: make('text', true),
    integer: make('integer', false),
    integerOrNull: make('integer', true),
    numberOrNull: make('number', true),
    boolean: make('boolean', false),
    booleanOrNull: make('boolean', true),
    instant: make('instant', false),
    instantOrNull: make('instant', true),
  };
};
