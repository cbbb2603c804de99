import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words of the overview of one family. */
export const overviewWords = {
  past: text(
    'U kijkt naar het verleden. Vastleggen kan alleen vanuit nu.',
    'You are looking at the past. Recording is only possible from now.',
  ),
  unknownPerson: text(
    'We weten het niet. Onder “Wat ontbreekt” staat wat nodig is om het te weten.',
    'We do not know. Under “What is missing” stands what is needed to know it.',
  ),
  persons: text('Elk gezinslid', 'Each person'),
  feels: (name: string, mark: number) =>
    text(
      `Hoe veilig voelt ${name} zich zelf? ${mark} van 10`,
      `How safe does ${name} feel? ${mark} out of 10`,
    ),
  alone: text('alleen gevraagd', 'asked alone'),
  notAlone: text('niet alleen gevraagd', 'not asked alone'),
  notAsked: (name: string) =>
    text(
      `Hoe veilig voelt ${name} zich zelf? Dat weten we niet: het is niet gevraagd.`,
      `How safe does ${name} feel? We do not know: nobody asked.`,
    ),
  ask: text('Leg vast wat het gezinslid zegt', 'Record what the family member says'),
  others: text('Andere gezinsleden', 'Other members of the family'),
};

export const decisionWords = {
  title: text('Wat het team besloot', 'What the team decided'),
  none: text(
    'Er is nog geen besluit genomen. Zonder besluit kan de status niet hoger worden dan onbekend.',
    'No decision has been taken. Without a decision the status cannot rise above unknown.',
  ),
  latest: text('Laatste besluit', 'Latest decision'),
  earlier: (count: number) =>
    text(
      count === 1 ? '1 eerder besluit' : `${count} eerdere besluiten`,
      count === 1 ? '1 earlier decision' : `${count} earlier decisions`,
    ),
  about: text('Over', 'About'),
  family: text('het hele gezin', 'the whole family'),
  decided: text('Besloten', 'Decided'),
  on: text('Op', 'On'),
  judges: text('Getekend door', 'Signed by'),
  dissent: text('Niet eens', 'Dissent'),
  noDissent: text('niemand', 'nobody'),
  basis: text('Steunt op', 'Rests on'),
  noBasis: text('er zijn geen feiten bij genoemd', 'no facts were named'),
  reasons: text('Redenen', 'Reasons'),
  standing: text('Dit besluit geldt.', 'This decision stands.'),
  void: text('Dit besluit geldt niet meer.', 'This decision no longer stands.'),
  unweighed: text(
    'Deze feiten werden pas daarna bekend en konden niet worden meegewogen:',
    'These facts became known only later and could not be weighed:',
  ),
  tooRecent: (day: string) =>
    text(
      `Het is getekend voordat de rusttijd om was. Dat kan pas vanaf ${day}:`,
      `It was signed before the quiet time was over. That is possible from ${day}:`,
    ),
  withoutKnowledge: text(
    'Besloten zonder kennis van wat al was gebeurd. Dit is een signaal, geen verwijt.',
    'Decided without knowledge of what had happened already. This is a signal, not a reproach.',
  ),
  countsAsDirect: text(
    'Telt als direct veilig: duurzaam vraagt handtekeningen van twee organisaties, niet te oud.',
    'Counts as directly safe: durable asks for signatures of two organisations, not too old.',
  ),
  decide: text('Neem een besluit', 'Take a decision'),
};

export const alarmActs = {
  acknowledge: text('Ik heb het gezien', 'I have seen it'),
  close: text('Handel af', 'Close'),
  about: (alarm: string) => text(`over: ${alarm}`, `about: ${alarm}`),
  act: text('Doen', 'Act'),
};

const endsByItself: Readonly<Record<string, Text>> = {
  L1: text(
    'Kan niet worden afgehandeld: het eindigt pas als iemand alleen is gesproken en het gevaar is beoordeeld.',
    'Cannot be closed: it ends only when someone was seen alone and the danger was assessed.',
  ),
  M11: text(
    'Kan niet worden afgehandeld: het eindigt als iemand de bel beantwoordt.',
    'Cannot be closed: it ends when somebody answers the bell.',
  ),
  W11: text(
    'Kan niet worden afgehandeld: het eindigt als de hulp echt begint.',
    'Cannot be closed: it ends when help really starts.',
  ),
};

/** Why an alarm stays until what it is about has ended; undefined for those that people may close. */
export const whyNotClosable = (rule: string): Text | undefined => endsByItself[rule];
