import { fieldsOf, releasedTypes } from './fields.ts';
import { envelopeText, fieldText } from './codebook-fields.ts';
import type { FieldText } from './codebook-fields.ts';
import { eventTypeAttributes } from './ocel-attributes.ts';
import { objectTypeAttributes } from './ocel-objects.ts';
import { objectTypes, partNames } from './objects.ts';
import type { Manifest } from './manifest.ts';
import { differingRules } from './codebook-rules.ts';
import type { DifferingRules } from './codebook-rules.ts';
import type { Column } from './table.ts';
import { tables } from './tables/all.ts';
import { mainCodeOf } from './tables/events.ts';

/** How the release was made, as its manifest says it. */
export type CodebookInput = Pick<Manifest, 'levels' | 'times' | 'until' | 'parameters'>;

/** Every file, table, column, event and field of a release, what was changed in it, and what cannot be trusted for it. */
export interface Codebook {
  readonly format: 'waakvlam-codebook';
  readonly version: 1;
  readonly until: string;
  readonly times: string;
  readonly levels: Readonly<Record<string, number>>;
  readonly files: readonly { readonly path: string; readonly meaning: string }[];
  readonly conventions: readonly string[];
  readonly tables: readonly {
    readonly name: string;
    readonly meaning: string;
    readonly columns: readonly Column[];
  }[];
  /** Around every event of events.jsonl. */
  readonly envelope: readonly FieldText[];
  readonly events: readonly {
    readonly type: string;
    /** Where the column main_code of the table events comes from. */
    readonly mainCode: string | null;
    readonly fields: readonly FieldText[];
  }[];
  readonly ocel: {
    readonly objectTypes: readonly { readonly name: string; readonly attributes: readonly string[] }[];
    readonly qualifiers: readonly string[];
    readonly eventAttributes: Readonly<Record<string, readonly string[]>>;
  };
  readonly rules: readonly DifferingRules[];
}

export function codebook(input: CodebookInput): Codebook {
  const { until, times, levels } = input;
  return {
    format: 'waakvlam-codebook',
    version: 1,
    until,
    times,
    levels,
    files: files(),
    conventions: conventions(input),
    tables: tables.map(({ name, meaning, columns }) => ({ name, meaning, columns })),
    envelope: envelopeText(input),
    events: releasedTypes.map((type) => ({
      type,
      mainCode: mainCodeOf(type),
      fields: fieldsOf(type).flatMap((field) => fieldText(type, field, input)),
    })),
    ocel: {
      objectTypes: objectTypes.map((name) => ({
        name,
        attributes: objectTypeAttributes(name).map((each) => each.name),
      })),
      qualifiers: [...partNames, 'sign'].sort(),
      eventAttributes: Object.fromEntries(
        releasedTypes.map((type) => [type, eventTypeAttributes(type).map(({ name }) => name)]),
      ),
    },
    rules: differingRules(input),
  };
}

function files(): Codebook['files'] {
  return [
    { path: 'README.md', meaning: 'What this release is, and how to begin.' },
    { path: 'codebook.json', meaning: 'This codebook for programs.' },
    { path: 'codebook.md', meaning: 'This codebook for people.' },
    {
      path: 'events.jsonl',
      meaning: 'Every released event, one JSON object a line; all else follows from it.',
    },
    { path: 'manifest.json', meaning: 'Position, parameters, versions, and the SHA-256 of each file.' },
    {
      path: 'ocel.json',
      meaning:
        'The events in effect at the end of observation as an object-centric event log (OCEL 2.0 JSON).',
    },
    { path: 'risk.json', meaning: 'The measured risk for programs.' },
    { path: 'risk.md', meaning: 'The measured risk for people.' },
    ...tables.flatMap(({ name, meaning }) => [
      { path: `tables/${name}.csv`, meaning },
      { path: `tables/${name}.parquet`, meaning: `The same rows as ${name}.csv, with types.` },
    ]),
  ];
}

function conventions({ parameters, times, until }: CodebookInput): readonly string[] {
  return [
    'CSV: RFC 4180, UTF-8, comma, CRLF. An empty field is null; a boolean is true or false; an instant is UTC text such as 2025-01-06T09:00:00.000Z.',
    'Parquet: an instant is a timestamp in milliseconds UTC; null is null. The same rows in the same order.',
    'A stretch of time includes its from and does not include its until. An empty until means: it still held at the end of observation.',
    `Everything is as known at ${until}, the same for all families. What happened later is not known; what was not recorded is not known either.`,
    'unknown is never safe, and neither are not_computed, none, an empty field or a missing row.',
    parameters.keepsSeason
      ? 'Dates of a family were moved together by a multiple of 52 weeks: intervals, weekdays, order and about the time of year stay.'
      : 'Dates of a family were moved together by whole weeks: intervals, weekdays and order stay; the season and the position in the school year are lost, and dates of two families cannot be compared.',
    times === 'exact'
      ? 'Times are told as they were recorded: exact ones exact, fuzzy ones fuzzy.'
      : `Times are told by ${times.replace('_', ' ')}: every event is a fuzzy one that happened between the first and the last day of its block and was written down at its end. So what keeps somebody safe counts from the start of a block and what makes unsafe from its end; ask about the ends of blocks, and expect more unknown than in the source, never more safety.`,
    'In ocel.json persons, parties and things have the id of their family and a slash before their own, because tokens are unique within a family only.',
    'A relation of an event in ocel.json and a row of event_parts are named as the field of the event; danger_yes, danger_no and danger_unknown are what an assessment says of one person, sign is the event that began a sign of relapse.',
  ];
}
