import type { FamilyDetail } from '../../read/views.ts';
import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

type Detail = FamilyDetail['agreements'][number];
type Result = NonNullable<Detail['monitors'][number]['last']>['result'];
type Reason = FamilyDetail['absences'][number]['reason'];

/** Words of the coverage matrix. */
export const matrixWords = {
  title: text('Wie kijkt echt mee met welke afspraak?', 'Who really watches which agreement?'),
  caption: text(
    'Per afspraak: wie meekijkt en wat die zag',
    'For each agreement: who watches and what they saw',
  ),
  agreement: text('Afspraak', 'Agreement'),
  notAskedHere: text('niet gevraagd', 'not asked'),
  last: (day: string) => text(`laatst op ${day}`, `last on ${day}`),
  never: text('nog niets gehoord', 'nothing heard yet'),
  saw: (names: string) => text(`zag ${names}`, `saw ${names}`),
  sawNobody: text('zag niemand', 'saw nobody'),
  childAlone: text('kind alleen gezien', 'child seen alone'),
  joint: text('met de ander erbij', 'with the other there'),
  due: (day: string) => text(`volgende uiterlijk ${day}`, `next due ${day}`),
  every: (days: number) =>
    days === 1 ? text('elke dag', 'every day') : text(`elke ${days} dagen`, `every ${days} days`),
  standIn: (name: string) => text(`vervanger: ${name}`, `stand-in: ${name}`),
  notIndependent: text('niet onafhankelijk: telt niet als zicht', 'not independent: does not count as sight'),
  expected: text('Wie hoort mee te kijken?', 'Who should be watching?'),
  invite: text('Vraag iemand', 'Ask somebody'),
  forGroup: (group: string) => text(`voor: ${group}`, `for: ${group}`),
  paths: text('Elke afspraak: belroute en laatste zicht', 'Each agreement: bell path and latest sight'),
  who: (actor: string) => text(`Wie doet dit: ${actor}.`, `Who does this: ${actor}.`),
  protects: (names: string) => text(`Beschermt ${names}.`, `Protects ${names}.`),
  needed: (count: number) =>
    text(
      `Nodig: minstens ${count} onafhankelijke partijen die echt meekijken.`,
      `Needed: at least ${count} independent parties that really watch.`,
    ),
  pathCaption: (id: string) => text(`Belroute van afspraak ${id}`, `Bell path of agreement ${id}`),
  rung: text('Trede', 'Rung'),
  rings: text('Wie bellen', 'Whom to ring'),
  minutes: text('Antwoordt binnen', 'Answers within'),
  minutesValue: (count: number) =>
    count === 1 ? text('1 minuut', '1 minute') : text(`${count} minuten`, `${count} minutes`),
  hours: text('Bereikbaar', 'Reachable'),
  always: text('dag en nacht', 'day and night'),
  office: text('kantooruren', 'office hours'),
  accepted: text('Zei ja', 'Accepted'),
  complete: text('De belroute is compleet.', 'The bell path is complete.'),
  noPath: text(
    'Er is geen belroute. Niemand weet wie te bellen.',
    'There is no bell path. Nobody knows whom to ring.',
  ),
  oneRung: text(
    'Er is maar één trede: nodig zijn er minstens twee.',
    'There is only one rung: at least two are needed.',
  ),
  lastNotAlways: text(
    'De laatste trede is niet dag en nacht bereikbaar.',
    'The last rung is not reachable day and night.',
  ),
  notAccepted: (names: string) => text(`Nog geen ja van ${names}.`, `No acceptance yet of ${names}.`),
  tied: (names: string) =>
    text(`Niet onafhankelijk voor deze afspraak: ${names}.`, `Not independent for this agreement: ${names}.`),
  incomplete: text('De belroute is niet compleet:', 'The bell path is not complete:'),
  consentsLacking: (names: string) =>
    text(`Nog geen vrije instemming van ${names}.`, `No free consent yet of ${names}.`),
  act: {
    invite: text('Vraag een partij om mee te kijken', 'Ask a party to watch'),
    checkIn: text('Leg een bericht vast', 'Record a check-in'),
    pause: text('Meld afwezigheid, met vervanger', 'Report an absence, with a stand-in'),
    path: text('Verander de belroute', 'Change the bell path'),
  },
  acts: (id: string) => text(`Vastleggen bij afspraak ${id}`, `Record for agreement ${id}`),
  absences: text('Afwezig de komende acht weken', 'Away in the next eight weeks'),
  absencesLead: text(
    'Dit laten de regels zien met wat nu bekend is, aan het begin van de afwezigheid. Wie zich voor die tijd nog meldt, telt hier nog niet mee.',
    'This is what the rules show with what is known now, at the beginning of the absence. Check-ins before that day do not count here yet.',
  ),
  noAbsences: text(
    'Niemand meldde zich af. Dat zegt niet dat iedereen er is: vraag het voor elke vakantie.',
    'Nobody reported an absence. That does not say that everybody is there: ask before each holiday.',
  ),
  away: text('Wie', 'Who'),
  from: text('Van', 'From'),
  until: text('Tot', 'Until'),
  why: text('Waarom', 'Why'),
  instead: text('Vervanger', 'Stand-in'),
  nobodyInstead: text('niemand: blinde dagen', 'nobody: blind days'),
  then: text('Dekking dan', 'Coverage then'),
};

export const resultWords: Readonly<Record<Result, Text>> = {
  kept: text('afspraak nagekomen', 'agreement kept'),
  partly: text('afspraak deels nagekomen', 'agreement partly kept'),
  broken: text('afspraak gebroken', 'agreement broken'),
  could_not_observe: text('kon het niet zien', 'could not observe'),
};

export const absenceReasons: Readonly<Record<Reason, Text>> = {
  school_holiday: text('schoolvakantie', 'school holiday'),
  leave: text('verlof', 'leave'),
  illness: text('ziekte', 'illness'),
  inability: text('het lukt even niet', 'not able to for now'),
};
