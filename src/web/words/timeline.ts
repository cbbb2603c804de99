import type { DataOf } from '../../domain/event.ts';
import type { BarKind } from '../timeline/bars.ts';
import type { Group } from '../timeline/kinds.ts';
import type { Preset } from '../timeline/window.ts';
import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

type Words<Value extends string> = Readonly<Record<Value, Text>>;

/** Words of the drawing of the timeline. */
export const drawingWords = {
  drawing: text('Tijdlijn als tekening', 'Timeline as a drawing'),
  drawn: (facts: number, from: string, until: string) =>
    text(
      `${facts === 1 ? '1 feit' : `${facts} feiten`} tussen ${from} en ${until}.`,
      `${facts === 1 ? '1 fact' : `${facts} facts`} between ${from} and ${until}.`,
    ),
  nothing: text(
    'In dit stuk tijd is niets vastgelegd dat u nu toont. Geen bericht is geen goed bericht.',
    'Nothing that you show now was recorded in this part of time. No news is never good news.',
  ),
  family: text('Hele gezin', 'Whole family'),
  lane: (name: string) => text(`Baan van ${name}`, `Lane of ${name}`),
  at: text('toestand op', 'state at'),
  knownAt: text('kennis van', 'knowledge of'),
  thought: (status: string) => text(`toen: ${status}`, `then: ${status}`),
  thenTitle: text('Wat wisten we toen?', 'What did we know then?'),
  thenShow: text(
    'Toon ook wat we toen wisten (dit duurt iets langer)',
    'Show what we knew then as well (this takes a little longer)',
  ),
  thenHide: text('Verberg wat we toen wisten', 'Hide what we knew then'),
  thenNone: text(
    'Nergens wist men toen iets anders dan nu.',
    'Nowhere was something else known then than now.',
  ),
  thenSome: text(
    'De dunne band "toen" laat zien wat de status was met wat toen vastlag, waar die anders is dan wat nu bekend is.',
    'The thin band "then" shows the status with what was recorded by then, where it differs from what is known now.',
  ),
  thenOnly: (from: string) =>
    text(
      `Er is te veel om alles na te gaan: gekeken is vanaf ${from}.`,
      `There is too much to look at all of it: looked at from ${from} on.`,
    ),
  unseenSince: (when: string) => text(`geen zicht sinds ${when}`, `no sight since ${when}`),
  unseen: text('Geen vers, onafhankelijk zicht', 'No fresh, independent sight'),
  cluster: (count: number, from: string, until: string, loudest: string) =>
    text(
      `${count} feiten dicht bij elkaar, ${from} tot ${until}: ${loudest}. Zoom in.`,
      `${count} facts close together, ${from} to ${until}: ${loudest}. Zoom in.`,
    ),
  times: (count: number, name: string) => text(`${count} keer ${name}`, `${count} times ${name}`),
  more: (count: number) => text(`en nog ${count} balken`, `and ${count} more bars`),
  fromUntil: (from: string, until: string) => text(`${from} tot ${until}`, `${from} to ${until}`),
  goesOn: text('loopt nog', 'goes on'),
  between: (from: string, until: string) =>
    text(`tussen ${from} en ${until}`, `between ${from} and ${until}`),
  late: (days: number): Text => text(`${later(days).nl} vastgelegd`, `recorded ${later(days).en}`),
  expected: text(
    'Rechts van de stippellijn: wat de regels zeggen als er niets meer wordt vastgelegd.',
    'Right of the dotted line: what the rules say if nothing more is recorded.',
  ),
};

const plural = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** How much later, in the largest unit that still says it well. */
function later(days: number): Text {
  if (days >= 14 && days < 365) {
    const weeks = Math.floor(days / 7);
    return text(`${plural(weeks, 'week', 'weken')} later`, `${plural(weeks, 'week', 'weeks')} later`);
  }
  if (days >= 365) {
    const months = Math.floor(days / 30.4);
    return text(`${plural(months, 'maand', 'maanden')} later`, `${plural(months, 'month', 'months')} later`);
  }
  return text(`${plural(days, 'dag', 'dagen')} later`, `${plural(days, 'day', 'days')} later`);
}

export const barNames: Words<BarKind> = {
  agreement: text('afspraak geldt', 'agreement in force'),
  measure: text('maatregel', 'measure'),
  pause: text('afwezig', 'away'),
  pattern: text('reeks van geweld', 'pattern of violence'),
  wait: text('wachten', 'waiting'),
  help: text('hulp', 'help'),
  relapse: text('terugval open', 'relapse open'),
};

export const groupNames: Words<Group> = {
  violence: text('Geweld en breuken', 'Violence and breaks'),
  signals: text('Signalen en bellen', 'Signals and bells'),
  agreements: text('Afspraken', 'Agreements'),
  watching: text('Meekijken', 'Watching'),
  contacts: text('Gesprekken', 'Talks'),
  help: text('Hulp en wachten', 'Help and waiting'),
  decisions: text('Oordelen en besluiten', 'Judgements and decisions'),
  plan: text('Plan en herstel', 'Plan and recovery'),
  people: text('Mensen en partijen', 'People and parties'),
  corrections: text('Intrekkingen', 'Retractions'),
};

export const presetNames: Words<Preset> = {
  month: text('Maand', 'Month'),
  quarter: text('Kwartaal', 'Quarter'),
  year: text('Jaar', 'Year'),
  all: text('Alles', 'All'),
};

export const controlWords = {
  time: text('Welk stuk tijd', 'Which part of time'),
  presets: text('Tijdvak', 'Period'),
  closer: text('Inzoomen', 'Zoom in'),
  wider: text('Uitzoomen', 'Zoom out'),
  earlier: text('Eerder', 'Earlier'),
  later: text('Later', 'Later'),
  filters: text('Wat u toont', 'What you show'),
  lanes: text('Banen', 'Lanes'),
  kinds: text('Soorten feiten', 'Kinds of facts'),
  shown: text('getoond', 'shown'),
  hidden: text('verborgen', 'hidden'),
  all: text('Toon alles', 'Show all'),
  table: text('Als tabel', 'As a table'),
  drawing: text('Als tekening', 'As a drawing'),
  compare: text('Vergelijk twee momenten', 'Compare two moments'),
  print: text(
    'Afdrukken op A3: kies liggend in uw printer.',
    'Print on A3: choose landscape in your printer.',
  ),
  legend: text('Uitleg van de tekens', 'What the signs mean'),
  keys: text('Toetsen', 'Keys'),
};

export const keyWords: readonly (readonly [string, Text])[] = [
  ['← → ↑ ↓', text('naar het volgende teken', 'to the next sign')],
  ['Enter', text('open het feit', 'open the fact')],
  ['+ -', text('inzoomen, uitzoomen', 'zoom in, zoom out')],
  ['Shift ← →', text('eerder, later', 'earlier, later')],
  ['t', text('naar de tabel', 'to the table')],
  ['?', text('deze uitleg', 'this list')],
];

export const legendWords = {
  square: text('incident: lichamelijk of seksueel', 'incident: physical or sexual'),
  diamond: text(
    'incident: dwang of psychisch; ook: beoordeling',
    'incident: control or psychological; also: judgement',
  ),
  triangle: text('incident: schelden of dreigen', 'incident: verbal or threat'),
  cross: text('afspraak niet nagekomen, geweigerd of vastgelopen', 'agreement broken, refused or stuck'),
  flag: text('signaal of melding', 'signal or report'),
  bell: text('aan de bel getrokken', 'bell rung'),
  circle: text('bericht: nagekomen', 'check-in: kept'),
  half: text('bericht: gedeeltelijk; ook: op een wachtlijst', 'check-in: partly; also: on a waiting list'),
  ring: text('bericht: kon niet kijken; ook: gestopt', 'check-in: could not observe; also: ended'),
  star: text('besluit of plan', 'decision or plan'),
  speech: text('gesprek', 'talk'),
  wedge: text('hulp of stap begonnen', 'help or step started'),
  plus: text('afspraak, maatregel of steun', 'agreement, measure or support'),
  dot: text('ander feit', 'another fact'),
  digit: text(
    'een cijfer in een incident zegt hoe ernstig het was',
    'a digit in an incident says how severe it was',
  ),
  line: text(
    'een streep door een teken: vervangen of ingetrokken',
    'a line through a sign: superseded or retracted',
  ),
  late: text('een klokje bij een teken: laat vastgelegd', 'a clock at a sign: recorded late'),
  whisker: text(
    'een lijn onder een teken: de dag is niet precies bekend',
    'a line under a sign: the day is not known exactly',
  ),
  cluster: text(
    'een getal in een vak: zoveel feiten dicht bij elkaar',
    'a number in a box: so many facts close together',
  ),
};

export const tableWords = {
  facts: (count: number) =>
    text(
      `${count === 1 ? '1 feit' : `${count} feiten`} van de tijdlijn, het oudste eerst`,
      `${count === 1 ? '1 fact' : `${count} facts`} of the timeline, oldest first`,
    ),
  title: text('Dezelfde feiten als tabel', 'The same facts as a table'),
  fact: text('Feit', 'Fact'),
  lanes: text('Banen', 'Lanes'),
  lasts: text('Duurt', 'Lasts'),
  tooMany: (count: number) =>
    text(
      `Er zijn ${count} feiten in dit stuk tijd. De tabel staat op een eigen bladzijde.`,
      `There are ${count} facts in this part of time. The table stands on a page of its own.`,
    ),
  statuses: text('Status van elk gezinslid in dit stuk tijd', 'Status of each person in this part of time'),
  person: text('Gezinslid', 'Person'),
  from: text('Van', 'From'),
  until: text('Tot', 'Until'),
  status: text('Status', 'Status'),
  before: text('eerder begonnen', 'began earlier'),
};

export const paperWords = {
  confidential: text('Vertrouwelijk', 'Confidential'),
  viewpoint: (at: string, knownAt: string) =>
    text(
      `Toestand op ${at}, met de kennis van ${knownAt}.`,
      `State at ${at}, with the knowledge of ${knownAt}.`,
    ),
  position: (position: number, count: number) =>
    text(
      `Laatste plaats in het logboek: ${position}; ${count} vastgelegde feiten.`,
      `Last position in the log: ${position}; ${count} recorded facts.`,
    ),
  hash: text(
    'Vingerafdruk (SHA-256) van alles wat toen van dit gezin was vastgelegd',
    'Fingerprint (SHA-256) of everything recorded of this family by then',
  ),
};

type Result = DataOf<'MonitorCheckedIn'>['result'];

/** Values of fields as they stand in the text of a sign. */
export const valueWords = {
  violence: {
    physical: text('lichamelijk', 'physical'),
    verbal: text('schelden', 'verbal'),
    psychological: text('psychisch', 'psychological'),
    coercive_control: text('dwingende controle', 'coercive control'),
    sexual: text('seksueel', 'sexual'),
    neglect: text('verwaarlozing', 'neglect'),
    threat: text('dreiging', 'threat'),
    stalking: text('stalking', 'stalking'),
    financial: text('financieel', 'financial'),
    honour_related: text('eergerelateerd', 'honour-related'),
    witnessing: text('getuige zijn', 'witnessing'),
  } satisfies Words<DataOf<'IncidentRecorded'>['kinds'][number]>,
  result: {
    kept: text('nagekomen', 'kept'),
    partly: text('gedeeltelijk nagekomen', 'partly kept'),
    broken: text('niet nagekomen', 'broken'),
    could_not_observe: text('kon niet kijken', 'could not observe'),
  } satisfies Words<Result>,
  level: {
    green: text('groen', 'green'),
    orange: text('oranje', 'orange'),
    red: text('rood', 'red'),
  } satisfies Words<DataOf<'RelapseSignalObserved'>['level']>,
  danger: {
    yes: text('acuut gevaar', 'acute danger'),
    no: text('geen acuut gevaar', 'no acute danger'),
    unknown: text('gevaar onbekend', 'danger unknown'),
  } satisfies Words<DataOf<'SafetyAssessed'>['acuteDanger']>,
  severity: (digit: number) => text(`ernst ${digit}`, `severity ${digit}`),
  worry: (digit: number) => text(`zorg ${digit}`, `worry ${digit}`),
};
