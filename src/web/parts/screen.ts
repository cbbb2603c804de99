import { clockOf } from '../../domain/calendar.ts';
import { beginning, parseInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Relation, Visitor } from '../../access/visitor.ts';
import type { Freshness } from '../../read/views.ts';
import { to } from '../paths.ts';
import type { PathName } from '../paths.ts';
import type { Lang, Text } from '../words/lang.ts';

/** What every part of a page knows about the reader. */
export interface Screen {
  readonly lang: Lang;
  readonly say: (text: Text) => string;
  /** A link that keeps the language and, on pages about families, the viewpoint. */
  readonly link: typeof to;
  /** What a person or party is called, as far as it was known at the viewpoint; else its pseudonym without its kind. */
  readonly name: (id: string) => string;
  readonly visitor: Visitor;
  /** What the page shows is at least as new as this, while the answers are not behind. */
  readonly begunAt: Instant;
  readonly freshness: () => Freshness;
  /** Why the visitor may open the family of the page, if it is about one. */
  readonly relation?: Relation | undefined;
  readonly isInvented: boolean;
}

/** The viewpoint as it stands in the address; empty when the reader looks at now. */
export interface Given {
  readonly at?: string | undefined;
  readonly 'known-at'?: string | undefined;
}

const keepViewpoint: readonly PathName[] = [
  'families',
  'family',
  'coverage',
  'decide',
  'familyRelapse',
  'familyPlan',
  'familyNetwork',
  'timeline',
  'timelineCompare',
  'fact',
];

interface Reading {
  readonly lang: Lang;
  readonly isInvented: boolean;
  readonly visitor: Visitor;
  readonly begunAt?: Instant;
  readonly freshness: () => Freshness;
  readonly relation?: Relation | undefined;
  readonly given?: Given | undefined;
}

export function screen({
  lang,
  isInvented,
  visitor,
  relation,
  begunAt = beginning,
  freshness,
  given = {},
}: Reading): Screen {
  const { at, 'known-at': knownAt } = given;
  return {
    lang,
    isInvented,
    visitor,
    begunAt,
    freshness,
    relation,
    name: shownId,
    say: (text) => text[lang],
    link: (name, values, anchor) => {
      const viewpoint = keepViewpoint.includes(name) ? { at, 'known-at': knownAt } : {};
      return to(name, { ...viewpoint, ...(lang === 'nl' ? {} : { lang }), ...values }, anchor);
    },
  };
}

/** The screen of one family, with the names that its people go by. */
export const withNames = (screen: Screen, names: ReadonlyMap<string, string>): Screen => ({
  ...screen,
  name: (id) => names.get(id) ?? shownId(id),
});

const months = {
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const;

/** As the clock in Amsterdam reads it: `3 mrt 2025 14:00`. */
export function shownInstant(instant: Instant | string, lang: Lang): string {
  const parsed = typeof instant === 'string' ? parseInstant(instant) : instant;
  if (parsed === null) return '';
  const clock = clockOf(parsed);
  return `${shownDay(clock.slice(0, -6), lang)} ${clock.slice(-5)}`;
}

/** The hour of an instant, with its day unless that is the day of the page. */
export function shownClock(instant: Instant, page: Instant, lang: Lang): string {
  const clock = clockOf(instant);
  return clock.slice(0, -6) === clockOf(page).slice(0, -6) ? clock.slice(-5) : shownInstant(instant, lang);
}

/** A day as people write it: `3 mrt 2025`. */
export function shownDay(day: string, lang: Lang): string {
  const month = months[lang][Number(day.slice(-5, -3)) - 1] ?? '';
  return `${Number(day.slice(-2))} ${month} ${day.slice(0, -6)}`;
}

/** A pseudonym without its kind: `person:child-1` is shown as `child-1`. */
const shownId = (id: string): string => id.replace(/^(person|party):/, '');
