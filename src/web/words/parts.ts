import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words of the building blocks that every page uses. */
export const partWords = {
  error: text('Fout:', 'Error:'),
  optional: text('niet verplicht', 'optional'),
  choose: text('Maak een keuze', 'Make a choice'),
  errorSummary: (count: number) =>
    text(
      count === 1 ? 'Er klopt 1 ding nog niet' : `Er kloppen ${count} dingen nog niet`,
      count === 1 ? '1 thing is not right yet' : `${count} things are not right yet`,
    ),
  errorSummaryNext: text(
    'Er is nog niets vastgelegd. Wat u hebt ingevuld staat er nog. Verbeter dit en verstuur het opnieuw.',
    'Nothing has been recorded yet. What you filled in is still there. Correct this and send it again.',
  ),
  breadcrumb: text('U bent hier', 'You are here'),
};
