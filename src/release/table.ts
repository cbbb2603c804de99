import type { Instant } from '../domain/instant.ts';
import type { Parameters } from '../domain/parameters.ts';
import type { ReleasedFamily } from './released.ts';

/** A table of a release. Every row follows from the released events alone: nothing else enters. */
export interface Table {
  /** File name without ending. */
  readonly name: string;
  /** What one row is. */
  readonly meaning: string;
  readonly columns: readonly Column[];
  rows(family: ReleasedFamily, terms: Terms): Iterable<Row>;
}

export interface Terms {
  readonly parameters: Parameters;
  /** The end of what was observed, the same for all families after their dates moved. */
  readonly until: Instant;
}

export interface Column {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'instant' | 'day';
  readonly isNullable: boolean;
  /** One sentence for the codebook, with the unit where there is one. */
  readonly meaning: string;
  /** Every value that can occur, where they can be listed. */
  readonly values?: readonly string[];
}

/** One value per column, in their order. An instant is a number of milliseconds since 1970, a day is `YYYY-MM-DD`. */
export type Row = readonly (string | number | boolean | null)[];
