import type { ParameterName } from '../../domain/parameters.ts';
import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

export const parameterWords = {
  title: text('Grenzen waarmee Waakvlam rekent', 'Limits that Waakvlam reckons with'),
  caption: text('Alle grenzen', 'All limits'),
  policy: text('Nu geldt het beleid', 'The policy in force is'),
  design: text(
    '[D] betekent: een ontwerpkeuze zonder gezag, die de praktijk nog moet toetsen. [S] en Q met een nummer verwijzen naar een bron in het ontwerp.',
    '[D] means: a design choice without authority, that practice has yet to review. [S] and Q with a number refer to a source in the design.',
  ),
  heads: {
    meaning: text('Grens', 'Limit'),
    standard: text('Standaard', 'Default'),
    inForce: text('Nu van kracht', 'In force now'),
    basis: text('Waar die op rust (Engels)', 'What it rests on'),
  },
  differs: (value: number): Text => text(`${value} (wijkt af)`, `${value} (differs)`),
};

/** What each parameter is about, with its unit. */
export const parameterMeanings: Readonly<Record<ParameterName, Text>> = {
  directQuietDays: text('Direct veilig: dagen zonder geweld', 'Directly safe: days without violence'),
  sightDays: text('Zicht: dagen dat een controle meetelt', 'Sight: days for which a check-in counts'),
  longSightDays: text(
    'Zicht na lange rust: dagen dat een controle meetelt',
    'Sight after long calm: days for which a check-in counts',
  ),
  assessMaxAgeDays: text(
    'Veiligheidsbeoordeling: dagen dat die geldt',
    'Safety assessment: days for which it holds',
  ),
  longAssessMaxAgeDays: text(
    'Veiligheidsbeoordeling na lange rust: dagen dat die geldt',
    'Safety assessment after long calm: days for which it holds',
  ),
  directMinParties: text(
    'Direct veilig: aantal organisaties dat meekijkt',
    'Directly safe: number of organisations that watch',
  ),
  controlMinParties: text(
    'Bij dwang en controle: aantal organisaties dat meekijkt',
    'Under control and coercion: number of organisations that watch',
  ),
  minMonitors: text('Afspraak: aantal controleurs', 'Agreement: number of monitors'),
  childSeenDays: text('Dagen waarbinnen een kind is gezien', 'Days within which a child was seen'),
  childSeenDaysIntimidation: text(
    'Bij intimidatie: dagen waarbinnen een kind is gezien',
    'Under intimidation: days within which a child was seen',
  ),
  childAloneAge: text(
    'Leeftijd in jaren vanaf wanneer een kind ook alleen wordt gezien',
    'Age in years from which a child is also seen alone',
  ),
  durableMinDays: text('Duurzaam veilig: dagen van rust', 'Durably safe: days of calm'),
  controlDurableMinDays: text(
    'Duurzaam veilig bij dwang en controle: dagen van rust',
    'Durably safe under control and coercion: days of calm',
  ),
  durableConfirmDays: text(
    'Duurzaam veilig: dagen tot het opnieuw wordt bevestigd',
    'Durably safe: days until it is confirmed again',
  ),
  basicMaxAgeDays: text(
    'Basisvoorwaarden: dagen dat een beoordeling geldt',
    'Basic conditions: days for which an assessment holds',
  ),
  maxFragile: text(
    'Basisvoorwaarden: aantal dat kwetsbaar mag zijn',
    'Basic conditions: number that may be fragile',
  ),
  recoveryMaxAgeDays: text(
    'Herstel: dagen dat een beoordeling geldt',
    'Recovery: days for which an assessment holds',
  ),
  factorMaxAgeDays: text(
    'Oorzaken: dagen dat een herbeoordeling geldt',
    'Causes: days for which a reassessment holds',
  ),
  rehearseMaxAgeDays: text(
    'Terugvalplan: dagen sinds het is geoefend',
    'Relapse plan: days since it was rehearsed',
  ),
  traumaProgressDays: text(
    'Traumahulp van een ouder: dagen waarin die loopt',
    'Trauma help of a parent: days during which it runs',
  ),
  orderDeadlockDays: text(
    'Traumahulp van een ouder: dagen zonder begin tot een melding',
    'Trauma help of a parent: days without a start until a notice',
  ),
  durableInformal: text(
    'Duurzaam veilig: mensen uit het eigen netwerk die meekijken',
    'Durably safe: people of the own network who watch',
  ),
  gracePercent: text(
    'Controle: uitstel in procenten van de afgesproken tijd',
    'Check-in: grace in percent of the agreed time',
  ),
  silentMisses: text(
    'Gemiste controles tot iemand "stil" heet',
    'Missed check-ins until somebody is called silent',
  ),
  silentPercent: text(
    'Percentage controleurs te laat of stil tot een alarm over het gezin',
    'Percentage of monitors late or silent until an alarm about the family',
  ),
  pauseWarnDays: text(
    'Pauze zonder vervanger: dagen vooraf gewaarschuwd',
    'Pause without a stand-in: days of warning',
  ),
  maxAgreementsInformal: text(
    'Afspraken die iemand uit het netwerk hoogstens bewaakt',
    'Agreements that somebody of the network watches at most',
  ),
  bellAckMinutes: text(
    'Bel: minuten waarbinnen iemand antwoordt',
    'Bell: minutes within which somebody answers',
  ),
  crisisEndWarnHours: text(
    'Einde van een crisismaatregel: uren vooraf gewaarschuwd',
    'End of a crisis measure: hours of warning',
  ),
  acuteContactHours: text('Acuut: uren tot contact', 'Acute: hours until contact'),
  acuteHelpHours: text('Acuut: uren tot hulp begint', 'Acute: hours until help starts'),
  urgentContactHours: text('Dringend: uren tot contact', 'Urgent: hours until contact'),
  urgentHelpHours: text('Dringend: uren tot hulp begint', 'Urgent: hours until help starts'),
  earlyContactHours: text('Vroeg signaal: uren tot contact', 'Early sign: hours until contact'),
  earlyHelpHours: text('Vroeg signaal: uren tot hulp begint', 'Early sign: hours until help starts'),
  clusterDays: text(
    'Reeks van signalen: dagen die samen tellen',
    'Series of signs: days that count together',
  ),
  clusterCount: text(
    'Reeks van signalen: aantal dat zwaarder weegt',
    'Series of signs: number that weighs more',
  ),
  reofferDays: text('Hulp afgewezen: dagen tot een nieuw aanbod', 'Help declined: days until a new offer'),
  shortReviewDays: text(
    'Na de start van hulp: dagen tot het plan wordt bekeken',
    'After the start of help: days until the plan is reviewed',
  ),
  ltpContactDays: text(
    'Vaste gezinsprofessional: dagen tussen twee contacten',
    'Long-term professional: days between two contacts',
  ),
  coldContactDays: text(
    'Na een overdracht zonder het gezin erbij: dagen tot contact',
    'After a handover without the family present: days until contact',
  ),
  maxDeputyDays: text('Dagen dat alleen een vervanger er is', 'Days during which only a deputy is there'),
};
