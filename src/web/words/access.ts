import type { Access } from '../../access/journal.ts';
import type { EmergencyReason } from '../../access/emergency.ts';
import type { Relation, Role } from '../../access/visitor.ts';
import type { PathName } from '../paths.ts';
import type { Purpose } from '../route.ts';
import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words about who may open what, and who did. */
export const roleNames: Readonly<Record<Role, Text>> = {
  monitor: text('gezinsprofessional', 'family professional'),
  team: text('lid van het MDA++-team', 'member of the MDA++ team'),
  researcher: text('onderzoeker', 'researcher'),
  policy: text('beleid', 'policy'),
  administrator: text('beheerder', 'administrator'),
  auditor: text('toezicht op inzage', 'auditor'),
};

export const roleName = (role: string): Text =>
  role === 'watcher'
    ? text('meekijker', 'watcher')
    : (Object.entries(roleNames).find(([each]) => each === role)?.[1] ?? text(role, role));

export const grounds: Readonly<Record<Relation['ground'], Text>> = {
  own: text('eigen werkrelatie', 'own working relation'),
  team: text('gezin van het team', 'family of the team'),
  emergency: text('noodgeval', 'emergency'),
};

export const groundName = (ground: string): Text =>
  Object.entries(grounds).find(([each]) => each === ground)?.[1] ?? text('geen', 'none');

const purposes: Readonly<Record<Purpose, Text>> = {
  care: text('hulp en veiligheid', 'care and safety'),
  record: text('vastleggen', 'recording'),
  decide: text('beslissen', 'deciding'),
  review: text('overleg en terugkijken', 'review'),
  print: text('afdrukken', 'printing'),
  account: text('nagaan wie meewerkt en meekijkt', 'checking who works and looks'),
  audit: text('toezicht op inzage', 'audit of access'),
  programme: text('via een programma', 'by a program'),
};

export const purposeName = (purpose: string): Text =>
  Object.entries(purposes).find(([each]) => each === purpose)?.[1] ?? text('-', '-');

export const eventNames: Readonly<Record<Access['event'], Text>> = {
  read: text('bekeken', 'read'),
  list: text('in een lijst gezien', 'seen in a list'),
  write: text('iets vastgelegd of gewijzigd', 'recorded or changed something'),
  emergency: text('in een noodgeval geopend', 'opened in an emergency'),
};

/** What was opened, as its page is called. */
const places: Readonly<Partial<Record<PathName, Text>>> = {
  queue: text('terugval: nu hulp nodig', 'relapse: help needed now'),
  families: text('lijst van gezinnen', 'list of families'),
  acknowledge: text('alarm gezien', 'alarm seen'),
  family: text('overzicht', 'overview'),
  coverage: text('dekking', 'coverage'),
  decide: text('een besluit nemen', 'taking a decision'),
  alarm: text('alarm', 'alarm'),
  familyRelapse: text('terugval en hulp', 'relapse and help'),
  familyPlan: text('plan en stappen', 'plan and steps'),
  familyNetwork: text('netwerk', 'network'),
  timeline: text('tijdlijn', 'timeline'),
  timelineCompare: text('twee momenten vergelijken', 'comparing two moments'),
  fact: text('een feit', 'a fact'),
  accessOfFamily: text('wie keek mee', 'who looked'),
  emergency: text('openen in een noodgeval', 'opening in an emergency'),
  watcher: text('eigen afspraak', 'own agreement'),
  colleagues: text('wie werkt met dit gezin', 'who works with this family'),
  links: text('persoonlijke links', 'personal links'),
  printFor: text('blad voor een gezinslid', 'sheet for a family member'),
  review: text('bespreking', 'review'),
  reviewed: text('eerdere bespreking', 'earlier review'),
  meeting: text('overleg', 'meeting'),
  recordIndex: text('vastleggen', 'recording'),
  record: text('formulier om vast te leggen', 'form to record'),
  correct: text('verbetering', 'correction'),
  retract: text('intrekking', 'retraction'),
  audit: text('toezicht op inzage', 'audit of access'),
  auditFile: text('toezicht op inzage, als bestand', 'audit of access, as a file'),
  people: text('mensen en werkrelaties', 'people and working relations'),
  apiStatus: text('status, door een programma', 'status, by a program'),
  apiTimeline: text('tijdlijn, door een programma', 'timeline, by a program'),
  apiEvents: text('feiten, door een programma', 'facts, by a program'),
};

export const placeName = (route: string): Text =>
  Object.entries(places).find(([each]) => each === route)?.[1] ?? text(route, route);

/** Who reports by a personal link is not named: the link is. */
export const whoName = (name: string, user: string): Text => {
  const link = /^link:(.*)$/.exec(user)?.[1];
  return link === undefined
    ? text(`${name} (${user})`, `${name} (${user})`)
    : text(`met persoonlijke link ${link}`, `by personal link ${link}`);
};

export const outcomeNames: Readonly<Record<Access['outcome'], Text>> = {
  granted: text('toegelaten', 'granted'),
  refused: text('geweigerd', 'refused'),
  failed: text('mislukt', 'failed'),
};

export const emergencyReasonNames: Readonly<Record<EmergencyReason, Text>> = {
  danger: text('Iemand in dit gezin kan nu gevaar lopen', 'Somebody in this family may be in danger now'),
  bell: text('Er is aan de bel getrokken en ik neem waar', 'Somebody rang the bell and I stand in'),
  duty: text(
    'Ik heb dienst en de vaste collega is er niet',
    'I am on duty and the usual colleague is absent',
  ),
  other: text('Iets anders', 'Something else'),
};

export const emergencyWords = {
  title: text('Openen in een noodgeval', 'Open in an emergency'),
  lead: text(
    'U hebt geen werkrelatie met dit gezin. In een noodgeval kunt u het toch openen. Dat wordt gemeld aan wie met het gezin werkt en aan het toezicht op inzage. Op elke bladzijde staat zolang dat dit een noodopening is.',
    'You have no working relation with this family. In an emergency you can open it all the same. It is reported to those who work with the family and to the auditor. Every page says that this is an emergency opening as long as it lasts.',
  ),
  unknown: text(
    'Of dit gezin in Waakvlam staat, zeggen wij hier niet. Staat het er niet in, dan ziet u na het openen dat er niets is.',
    'We do not say here whether this family is in Waakvlam. If it is not, you will see after opening that there is nothing.',
  ),
  hours: (hours: number) =>
    text(
      `De opening eindigt vanzelf na ${hours} uur.`,
      `The opening ends by itself after ${hours} ${hours === 1 ? 'hour' : 'hours'}.`,
    ),
  number: text('Nummer van het gezin', 'Number of the family'),
  numberHint: text(
    'Typ het nummer precies over, zoals fam-7K3Q. Zo opent u nooit per ongeluk het verkeerde gezin.',
    'Type the number exactly, such as fam-7K3Q. So you never open the wrong family by accident.',
  ),
  reason: text('Waarom kan het niet wachten?', 'Why can it not wait?'),
  note: text('Wat is er aan de hand?', 'What is going on?'),
  noteHint: text(
    'Minstens 10 tekens. Wie met het gezin werkt en het toezicht lezen dit. Het wordt versleuteld bewaard.',
    'At least 10 characters. Those who work with the family and the auditor read this. It is kept encrypted.',
  ),
  open: text('Open dit gezin', 'Open this family'),
  wrongNumber: text(
    'Dit is niet het nummer uit het adres. Typ het precies over.',
    'This is not the number in the address. Type it exactly.',
  ),
  noReason: text('Kies een reden.', 'Choose a reason.'),
  shortNote: text('Schrijf minstens 10 tekens.', 'Write at least 10 characters.'),
  longNote: text('Schrijf hoogstens 1000 tekens.', 'Write at most 1000 characters.'),
  band: text('Noodopening.', 'Emergency opening.'),
  bandMore: text(
    'U werkt niet met dit gezin. Alles wat u opent is gemeld. Dit eindigt op',
    'You do not work with this family. Everything you open is reported. This ends at',
  ),
  notices: text('Geopend in een noodgeval', 'Opened in an emergency'),
  noticesLead: text(
    'Iemand zonder werkrelatie heeft een gezin geopend waarmee u werkt. Klopt dit niet? Neem contact op met die persoon en met het toezicht op inzage.',
    'Somebody without a working relation opened a family that you work with. Is something wrong? Contact that person and the auditor.',
  ),
  seen: text('Gezien', 'Seen'),
  toStart: text('Naar mijn begin', 'To my start'),
};

export const accessWords = {
  title: text('Wie keek mee', 'Who looked'),
  lead: text(
    'Elke keer dat iemand iets van dit gezin opende, staat hier. Ook wie werd geweigerd. Deze lijst kan niemand wijzigen.',
    'Every time somebody opened something of this family, it is here. Also who was refused. Nobody can change this list.',
  ),
  print: text(
    'Afdrukken kan met de knop van uw browser. Een gezinslid heeft recht op dit overzicht.',
    'Print it with the button of your browser. A family member has a right to this overview.',
  ),
  caption: (count: number) =>
    text(
      count === 1 ? '1 keer geopend' : `${count} keer geopend`,
      count === 1 ? 'opened once' : `opened ${count} times`,
    ),
  none: text(
    'Nog niemand heeft iets van dit gezin geopend.',
    'Nobody has opened anything of this family yet.',
  ),
  at: text('Wanneer', 'When'),
  who: text('Wie', 'Who'),
  node: text('Server', 'Server'),
  thisNode: text('deze', 'this one'),
  role: text('Rol', 'Role'),
  what: text('Wat', 'What'),
  why: text('Waarom', 'Why'),
  outcome: text('Uitkomst', 'Outcome'),
  family: text('Gezin', 'Family'),
  emergencies: text('Noodopeningen', 'Emergency openings'),
  until: text('tot', 'until'),
  noteGone: text('(de tekst is vernietigd)', '(the text was destroyed)'),
};
