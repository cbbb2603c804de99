import { dayOf } from '../../domain/calendar.ts';
import { parseInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Lang } from './lang.ts';

export const months = {
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

/** A day as people write it in a sentence: `3 maart 2025`, of an instant or a day. */
export function spokenDay(when: Instant | string, lang: Lang): string {
  const instant = typeof when === 'string' ? parseInstant(when) : when;
  const day = instant === null ? String(when) : dayOf(instant);
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months[lang][Number(month) - 1] ?? ''} ${year}`;
}

/** `Sam, Noor en Bo`. */
export function spokenList(items: readonly string[], lang: Lang): string {
  const and = lang === 'nl' ? 'en' : 'and';
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`;
}

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
