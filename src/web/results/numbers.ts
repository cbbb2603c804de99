import type { ResultTable } from '../../release/result.ts';
import type { Lang } from '../words/lang.ts';

type Unit = ResultTable['unit'];

/** From here on the digits of a number say nothing, and it would not fit. */
const huge = 1e12;

const options = (unit: Unit, value: number): Intl.NumberFormatOptions => {
  if (Math.abs(value) >= huge) return { notation: 'scientific', maximumSignificantDigits: 3 };
  if (unit === 'share') return { style: 'percent', maximumFractionDigits: 1 };
  if (unit === 'per_family_month' || unit === 'number') {
    return Math.abs(value) < 1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 };
  }
  return { maximumFractionDigits: 1 };
};

const locales = { nl: 'nl-NL', en: 'en-GB' } as const;

/** A number as the reader writes it: 1.234,5 in Dutch. */
export const shownNumber = (value: number, unit: Unit, lang: Lang): string =>
  formatted(value, options(unit, value), lang);

/** On an axis: short. */
export const shownTick = (value: number, unit: Unit, lang: Lang): string =>
  Math.abs(value) >= 10_000 && Math.abs(value) < huge && unit !== 'share'
    ? formatted(value, { notation: 'compact', maximumSignificantDigits: 3 }, lang)
    : shownNumber(value, unit, lang);

const formatted = (value: number, how: Intl.NumberFormatOptions, lang: Lang): string =>
  // No zero with a sign.
  new Intl.NumberFormat(locales[lang], how).format(value === 0 ? 0 : value);
