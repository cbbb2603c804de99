import type { Day } from '../../domain/calendar.ts';
import type { Lang } from '../words/lang.ts';

const months = {
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

/** `3 maart`, with the month in full. */
export function shownDay(day: Day, lang: Lang): string {
  const [, month, date] = day.split('-');
  return `${Number(date)} ${months[lang][Number(month) - 1] ?? ''}`;
}
