import type { Day } from '../../domain/calendar.ts';
import type { Lang } from '../words/lang.ts';
import { months } from '../words/speech.ts';

/** `3 maart`, with the month in full. */
export function shownDay(day: Day, lang: Lang): string {
  const [, month, date] = day.split('-');
  return `${Number(date)} ${months[lang][Number(month) - 1] ?? ''}`;
}
