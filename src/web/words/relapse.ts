import type { FamilyDetail } from '../../read/views.ts';
import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

type Supporter = FamilyDetail['supporters'][number];

/** Words of the pages on relapse, steps and network of one family. */
export const relapsePage = {
  now: text('Nu hulp nodig', 'Help needed now'),
  noneNow: text(
    'Er staat geen mogelijke terugval open. Dat zegt niets over wat we niet zien.',
    'No possible relapse is open. That says nothing about what we do not see.',
  ),
  all: text('Alle mogelijke terugvallen', 'All possible relapses'),
  plans: text('Signaleringsplannen', 'Relapse plans'),
  planOf: (name: string) => text(`Signaleringsplan van ${name}`, `Relapse plan of ${name}`),
  noPlans: text(
    'In dit gezin is geen ouder of partner van wie een signaleringsplan wordt verwacht.',
    'This family has no parent or partner of whom a relapse plan is expected.',
  ),
  person: text('Van', 'Of'),
  helpers: text('Afgesproken helpers', 'Agreed helpers'),
  signals: text('Signalen', 'Signals'),
  rehearsed: text('Geoefend op', 'Rehearsed on'),
  missing: text('Ontbreekt', 'Missing'),
  nothing: text('niets', 'nothing'),
  nobody: text('niemand', 'nobody'),
  never: text('nog niet', 'not yet'),
  observers: (names: string) => text(`let op: ${names}`, `watched by: ${names}`),
  noObserver: text('niemand let hierop', 'nobody watches for this'),
  make: text('Maak of verander dit plan', 'Make or change this plan'),
  last: text('Laatste vaste professional', 'Last long-term professional'),
};

export const stepWords = {
  caption: text('Stappen, in de volgorde waarin ze kunnen', 'Steps, in the order in which they can be done'),
  owner: text('Wie zorgt ervoor', 'Who sees to it'),
  order: text('Volgorde', 'Order'),
  neededBy: text('Nodig voor', 'Needed by'),
  waits: (names: string) => text(`Wacht op ${names}.`, `Waits for ${names}.`),
  waitsForTrauma: text(
    'De traumabehandeling van deze ouder moet eerst beginnen.',
    'The trauma treatment of this parent must start first.',
  ),
  free: text('Hoeft nergens op te wachten.', 'Need not wait for anything.'),
  after: (names: string) => text(`Komt na ${names}.`, `Comes after ${names}.`),
  violation: text('Te vroeg begonnen.', 'Started too early.'),
  overridden: text(
    'Het team week bewust van de volgorde af.',
    'The team departed from the order on purpose.',
  ),
  deadlock: (day: string) =>
    text(
      `Komt niet op gang sinds ${day}. Dit houdt het herstel op.`,
      `Has not got started since ${day}. This holds up recovery.`,
    ),
  startBefore: (day: string) => text(`Begin voor ${day}.`, `Start before ${day}.`),
  act: text('Vastleggen', 'Record'),
  start: text('begonnen', 'started'),
  complete: text('afgerond', 'completed'),
  stall: text('staat stil', 'stands still'),
  about: (step: string) => text(`stap ${step}`, `step ${step}`),
  add: text('Zet een nieuwe stap in het plan', 'Set a new step in the plan'),
  noPlan: text('Maak een veiligheids- en herstelplan', 'Make a safety-and-recovery plan'),
};

export const networkWords = {
  title: text('Wie staan om dit gezin heen', 'Who stand around this family'),
  of: (name: string) => text(`Netwerk van ${name}`, `Network of ${name}`),
  none: (name: string) =>
    text(
      `Voor ${name} is geen steunfiguur genoemd. We weten niet wie er dichtbij staat.`,
      `No supporter was named for ${name}. We do not know who stands close.`,
    ),
  name: text('Noem een steunfiguur', 'Name a supporter'),
  for: (name: string) => text(`voor ${name}`, `for ${name}`),
  ring: text('Cirkel', 'Ring'),
  ringValue: (ring: number) =>
    text(ring === 1 ? '1 (binnenste)' : String(ring), ring === 1 ? '1 (innermost)' : String(ring)),
  supporter: text('Wie', 'Who'),
  level: text('Rol', 'Role'),
  support: text('Steun', 'Support'),
  load: text('Belasting', 'Load'),
  review: text('Samen bekijken vanaf', 'Review from'),
  noReview: text('niet afgesproken', 'not agreed'),
  overloaded: {
    yes: text('draagt te veel', 'carries too much'),
    no: text('kan het aan', 'can carry it'),
    unknown: text('onbekend: vraag het', 'not known: ask'),
  },
  lastDay: (day: string) => text(`Vertrekt na ${day}.`, `Leaves after ${day}.`),
  successor: (name: string) => text(`Opvolger: ${name}.`, `Successor: ${name}.`),
  noSuccessor: text('Er is nog geen opvolger.', 'There is no successor yet.'),
  was: (name: string) => text(`Dat was laatst ${name}.`, `It was last ${name}.`),
  assign: text('Wijs een vaste professional aan', 'Assign a long-term professional'),
  contact: text('Leg een contact vast', 'Record a contact'),
};

export const levelWords: Readonly<Record<Supporter['level'], Text>> = {
  everyday: text('gewoon contact', 'everyday contact'),
  everyday_with_role: text('gewoon contact, met een afgesproken rol', 'everyday contact with an agreed role'),
  organised_informal: text('vrijwilliger of steungezin', 'volunteer or support family'),
  professional: text('professional', 'professional'),
};

export const supportWords: Readonly<Record<Supporter['support'][number], Text>> = {
  emotional: text('luisteren en troosten', 'listening and comforting'),
  practical: text('helpen in de praktijk', 'practical help'),
  informational: text('advies en informatie', 'advice and information'),
  normative: text('zeggen wat wel en niet kan', 'saying what is right and wrong'),
};
