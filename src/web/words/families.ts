import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

const families = (count: number): Text =>
  count === 1 ? text('1 gezin', '1 family') : text(`${count} gezinnen`, `${count} families`);

/** Words of the list of families. */
export const familiesWords = {
  title: text('Gezinnen', 'Families'),
  totals: text('In één blik', 'At a glance'),
  allOf: families,
  of: (shown: number, all: number) => text(`${shown} van ${all} gezinnen`, `${shown} of ${all} families`),
  acute: text('met een acuut alarm', 'with an acute alarm'),
  urgent: text('met een dringend alarm', 'with an urgent alarm'),
  quiet: text('met een stille of late monitor', 'with a silent or late monitor'),
  help: text('met een open terugval', 'with an open relapse'),
  breach: text('met een gebroken garantie', 'with a broken guarantee'),
  contactLate: text('contact over tijd', 'contact overdue'),
  contactSoon: text('contact binnen 7 dagen', 'contact within 7 days'),
  changed: text('veranderd in 7 dagen', 'changed within 7 days'),
  soon: text('verandert vanzelf binnen 7 dagen', 'changes by itself within 7 days'),
  raise: text('klaar voor een besluit omhoog', 'ready for a decision to raise'),
  byRule: text('Per soort alarm', 'By kind of alarm'),
  filter: text('Kies en sorteer', 'Choose and sort'),
  go: text('Toon', 'Show'),
  clear: text('Toon alle gezinnen', 'Show all families'),
  active: text('U ziet een deel: ', 'You see a part: '),
  search: text('Zoek op code', 'Search by id'),
  any: text('maakt niet uit', 'any'),
  status: text('Status', 'Status'),
  urgency: text('Alarm', 'Alarm'),
  rule: text('Soort alarm', 'Kind of alarm'),
  quietFilter: text('Monitoren', 'Monitors'),
  quietAny: text('stil of te laat', 'silent or late'),
  silent: text('stil', 'silent'),
  overdue: text('te laat', 'late'),
  contact: text('Volgend contact', 'Next contact'),
  late: text('over tijd', 'overdue'),
  inDays: (count: number) =>
    count === 1
      ? text('binnen 1 dag', 'within 1 day')
      : text(`binnen ${count} dagen`, `within ${count} days`),
  changedIn: text('Status veranderd', 'Status changed'),
  soonIn: text('Verandert vanzelf', 'Changes by itself'),
  helpFilter: text('Hulp en garantie', 'Help and guarantee'),
  helpOpen: text('terugval open', 'relapse open'),
  helpBreach: text('garantie gebroken', 'guarantee broken'),
  notGuaranteed: text('geen garantie', 'no guarantee'),
  helpRaise: text('klaar voor een besluit omhoog', 'ready for a decision to raise'),
  whose: text('Van wie', 'Whose'),
  own: text('mijn gezinnen', 'my families'),
  team: text('van mijn team', 'of my team'),
  emergency: text('in een noodgeval geopend', 'opened in an emergency'),
  sort: text('Volgorde', 'Order'),
  sorts: {
    urgency: text('dringendste eerst', 'most urgent first'),
    family: text('op code', 'by id'),
    changed: text('laatst veranderd eerst', 'changed last first'),
    soon: text('eerst wat vanzelf verandert', 'what changes by itself first'),
    contact: text('contact dat het eerst moet', 'contact due first'),
  },
  views: text('Bewaarde weergaven', 'Saved views'),
  noViews: text('U hebt nog geen weergave bewaard.', 'You have not saved a view yet.'),
  viewName: text('Naam voor deze weergave', 'Name for this view'),
  viewHint: text(
    'Een korte naam, zonder namen van mensen: bijvoorbeeld Stil en dringend.',
    'A short name, without names of people: for example Silent and urgent.',
  ),
  save: text('Deze weergave bewaren', 'Save this view'),
  forget: (name: string) => text(`Verwijder ${name}`, `Remove ${name}`),
  caption: text('Gezinnen met hun status', 'Families with their status'),
  family: text('Gezin', 'Family'),
  what: text('Wat veranderde', 'What changed'),
  will: text('Wat verandert vanzelf', 'What will change by itself'),
  who: text('Wie is stil', 'Who is silent'),
  alarms: text('Alarmen', 'Alarms'),
  professional: text('Vaste professional en contact', 'Long-term professional and contact'),
  since: text('sinds', 'since'),
  before: (status: string) => text(`was ${status}`, `was ${status}`),
  newFacts: (count: number) =>
    text(
      count === 1 ? '1 nieuw feit in 7 dagen' : `${count} nieuwe feiten in 7 dagen`,
      count === 1 ? '1 new fact in 7 days' : `${count} new facts in 7 days`,
    ),
  noNews: text('niets in 7 dagen', 'nothing in 7 days'),
  becomes: (status: string) => text(`wordt ${status}`, `becomes ${status}`),
  stays: text('niets', 'nothing'),
  nobodyQuiet: text('niemand die ja zei', 'nobody who said yes'),
  noAlarms: text('geen', 'none'),
  allAlarms: (count: number) =>
    count === 1 ? text('1 alarm', '1 alarm') : text(`Alle ${count} alarmen`, `All ${count} alarms`),
  seen: text('Gezien', 'Seen'),
  seenFor: (alarm: string, family: string) =>
    text(`Gezien: ${alarm}, gezin ${family}`, `Seen: ${alarm}, family ${family}`),
  isSeen: text('gezien', 'seen'),
  noContact: text('niet afgesproken', 'not agreed'),
  none: text('Geen gezin gevonden.', 'No family found.'),
  noneMore: text(
    'Er is geen gezin dat aan deze keuze voldoet en dat u mag openen.',
    'There is no family that fits this choice and that you may open.',
  ),
  noneAtAll: text(
    'U hebt nog geen gezinnen. Een gezin staat hier zodra u een werkrelatie met dat gezin hebt.',
    'You have no families yet. A family stands here once you have a working relation with it.',
  ),
  first: text('Naar het begin', 'To the start'),
  next: text('Volgende gezinnen', 'Next families'),
  pages: text('Bladeren', 'Pages'),
  missing: (count: number) =>
    text(
      `Van ${families(count).nl} wordt de stand nog uitgerekend: zij staan nog niet in deze lijst en deze aantallen. Ververs over een ogenblik.`,
      `The state of ${families(count).en} is still being worked out: they are not in this list and these numbers yet. Refresh in a moment.`,
    ),
  then: text(
    'Kiezen, sorteren en aantallen kunnen alleen voor nu. Van toen ziet u de gezinnen op code.',
    'Choosing, sorting and numbers are for now only. Of then you see the families by id.',
  ),
  refresh: text('Ververs', 'Refresh'),
};

/** What live.js says; {n} becomes a number. */
export const familiesNews = [
  text('Nieuws over 1 gezin.', 'News of 1 family.'),
  text('Nieuws over {n} gezinnen.', 'News of {n} families.'),
] as const;
