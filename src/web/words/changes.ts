import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** What a recorded fact changed, in sentences. */
export const changeWords = {
  title: text('Vastgelegd', 'Recorded'),
  already: text(
    'Dit stond er al zo. Er is niets nieuws vastgelegd.',
    'This was so already. Nothing new was recorded.',
  ),
  recorded: text('vastgelegd op', 'recorded at'),
  correct: text('Verbeter dit', 'Correct this'),
  retract: text('Trek dit in', 'Retract this'),
  nothing: text(
    'De status van het gezin, de alarmen en de dekking veranderen hier niet door.',
    'The status of the family, the alarms and the coverage do not change because of this.',
  ),
  family: (before: string, after: string) =>
    text(
      `Het gezin gaat van "${before}" naar "${after}".`,
      `The family goes from "${before}" to "${after}".`,
    ),
  person: (name: string, before: string, after: string) =>
    text(`${name} gaat van "${before}" naar "${after}".`, `${name} goes from "${before}" to "${after}".`),
  begun: (what: string) => text(`Nieuw alarm: ${what}.`, `New alarm: ${what}.`),
  ended: (what: string) => text(`Alarm voorbij: ${what}.`, `Alarm over: ${what}.`),
  intoQueue: (urgency: string) =>
    text(
      `Het gezin staat nu bij "Terugval: nu hulp nodig" (${urgency}).`,
      `The family now stands at "Relapse: help needed now" (${urgency}).`,
    ),
  outOfQueue: text(
    'Het gezin staat niet meer bij "Terugval: nu hulp nodig".',
    'The family no longer stands at "Relapse: help needed now".',
  ),
  cover: (agreement: string, state: string) =>
    text(`Dekking van "${agreement}": ${state}.`, `Coverage of "${agreement}": ${state}.`),
  noAgreement: text('geldt niet meer', 'no longer in force'),
};
