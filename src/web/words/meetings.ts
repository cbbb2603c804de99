import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words of the meetings of a team, and of what a team saw and decided about one family. */
export const meetingWords = {
  title: text('Overleg van het team', 'Team meetings'),
  lead: text(
    'In een overleg kijkt het team samen naar gezinnen. Bij elk besluit blijft bewaard wat het team op dat moment zag.',
    'In a meeting the team looks at families together. With each decision it is kept what the team saw at that moment.',
  ),
  noTeam: text(
    'U hoort nog bij geen team. Vraag de beheerder om u aan een team toe te voegen.',
    'You do not belong to a team yet. Ask the administrator to add you to one.',
  ),
  none: text('Er is nog geen overleg geweest.', 'There has been no meeting yet.'),
  caption: text('De laatste overleggen', 'The latest meetings'),
  day: text('Datum', 'Date'),
  state: text('Stand', 'State'),
  agenda: text('Agenda', 'Agenda'),
  open: text('bezig', 'going on'),
  closed: text('afgesloten', 'closed'),
  families: (count: number) =>
    text(count === 1 ? '1 gezin' : `${count} gezinnen`, count === 1 ? '1 family' : `${count} families`),
  begin: text('Nieuw overleg', 'New meeting'),
  beginNow: text('Begin een overleg', 'Begin a meeting'),
  of: (day: string) => text(`Overleg van ${day}`, `Meeting of ${day}`),
  participants: text('Wie zit aan tafel?', 'Who is at the table?'),
  participantsHint: text(
    'Eén per regel: een functie of een collega. Geen namen van gezinsleden.',
    'One a line: a function or a colleague. No names of family members.',
  ),
  agendaHint: text(
    'Eén gezinsnummer per regel, in de volgorde van bespreken.',
    'One family number a line, in the order of discussion.',
  ),
  suggestions: text('Gezinnen die uw aandacht vragen', 'Families that ask for your attention'),
  suggestionsMore: text(
    'Zij hebben nu hulp nodig of wachten op een besluit, en staan nog niet op de agenda.',
    'They need help now or wait for a decision, and are not on the agenda yet.',
  ),
  needsHelp: text('nu hulp nodig', 'needs help now'),
  needsDecision: text('wacht op een besluit', 'waits for a decision'),
  add: text('Zet op de agenda', 'Put on the agenda'),
  save: text('Bewaar deelnemers en agenda', 'Save participants and agenda'),
  saved: text('Bewaard.', 'Saved.'),
  close: text('Sluit het overleg', 'Close the meeting'),
  isClosed: text(
    'Dit overleg is afgesloten. De besluiten blijven te lezen; nieuwe besluiten vragen een nieuw overleg.',
    'This meeting is closed. Its decisions stay readable; new decisions ask for a new meeting.',
  ),
  nothingOnAgenda: text(
    'Er staat nog geen gezin op de agenda. Vul hieronder een gezinsnummer in.',
    'There is no family on the agenda yet. Enter a family number below.',
  ),
  discuss: text('Bespreken', 'Discuss'),
  discussed: text('Besproken', 'Discussed'),
  notYet: text('nog niet besproken', 'not discussed yet'),
  family: text('Gezin', 'Family'),
  badFamily: (family: string) =>
    text(
      `U kunt ${family} niet op de agenda zetten: uw team heeft geen werkrelatie met dit gezin. Controleer het nummer.`,
      `You cannot put ${family} on the agenda: your team has no working relation with this family. Check the number.`,
    ),
  nobodyThere: text(
    'Vul in wie aan tafel zit: minstens één regel.',
    'Enter who is at the table: at least one line.',
  ),
  tooMany: (most: number) => text(`Niet meer dan ${most} regels.`, `No more than ${most} lines.`),
  tooLong: (most: number) =>
    text(`Een regel heeft ten hoogste ${most} tekens.`, `A line has at most ${most} characters.`),
};

export const reviewWords = {
  title: (family: string) => text(`Bespreking van gezin ${family}`, `Review of family ${family}`),
  pinned: text('U kijkt naar een vaste stand', 'You look at a pinned state'),
  pinnedMore: text(
    'Wat tijdens het overleg nog binnenkomt, staat hier niet in. Zo blijft later te zien waarop het team besloot.',
    'What comes in during the meeting is not shown here. So it stays visible later what the team decided on.',
  ),
  newer: (count: number) =>
    text(
      count === 1
        ? 'Sinds deze stand is 1 feit vastgelegd.'
        : `Sinds deze stand zijn ${count} feiten vastgelegd.`,
      count === 1
        ? '1 fact was recorded since this state.'
        : `${count} facts were recorded since this state.`,
    ),
  again: text('Neem de stand van nu', 'Take the state of now'),
  state: text('Wat het team ziet', 'What the team sees'),
  saw: text('Wat het team zag', 'What the team saw'),
  person: text('Gezinslid', 'Family member'),
  status: text('Status', 'Status'),
  evidence: text('De feiten laten zien', 'The facts show'),
  decided: text('Besloten was', 'Decided was'),
  missing: text('Niet voldaan', 'Not met'),
  alarms: text('Alarmen', 'Alarms'),
  nothing: text('geen', 'none'),
  undecided: text('geen geldig besluit', 'no valid decision'),
  whole: text('Het hele gezin', 'The whole family'),
  watching: text('Meekijken', 'Watching'),
  candidates: text('Open terugval', 'Open relapse'),
  subject: text('Onderwerp', 'Subject'),
  notSeen: text('Dit zag het team niet.', 'The team did not see this.'),
  nobodyNow: text('Met de kennis van nu staat dit er niet.', 'With the knowledge of now this is not there.'),
  table: text('De stand per gezinslid', 'The state of each family member'),
  around: text('Rond het gezin', 'Around the family'),
  toForm: text('Naar het besluit', 'To the decision'),
  form: text('Besluit van het team', 'Decision of the team'),
  atTable: (names: string) =>
    text(
      `Aan tafel: ${names}. Aanvullen of iemand die het er niet mee eens is`,
      `At the table: ${names}. Add, or tell who disagrees`,
    ),
  who: text('Welke partijen zitten aan tafel?', 'Which parties are at the table?'),
  whoHint: text('Zij staan bij het besluit als beslissers.', 'They stand with the decision as judges.'),
  about: text('Over wie beslist u?', 'About whom do you decide?'),
  noDecision: text('Alleen besproken, geen besluit', 'Discussed only, no decision'),
  decide: text('Welke status geldt volgens het team?', 'Which status does the team find?'),
  raises: text(
    'Een besluit boven wat de feiten laten zien verhoogt de status niet.',
    'A decision above what the facts show does not raise the status.',
  ),
  dissent: text('Wie is het er niet mee eens?', 'Who disagrees?'),
  notes: text('Notities en redenen', 'Notes and reasons'),
  notesHint: text(
    'Worden versleuteld bewaard bij dit gezin. Schrijf op waarom, en wat er is afgesproken.',
    'Are kept encrypted with this family. Write down why, and what was agreed.',
  ),
  pin: text('Leg bespreking en besluit vast', 'Pin review and decision'),
  pickParty: text('Kies minstens één partij die aan tafel zit.', 'Choose at least one party at the table.'),
  nobodyAgrees: text(
    'Iedereen aan tafel is het er niet mee eens. Leg dan alleen vast dat het gezin besproken is.',
    'Everybody at the table disagrees. Then record only that the family was discussed.',
  ),
  pickStatus: text('Kies een status, of "alleen besproken".', 'Choose a status, or "discussed only".'),
  changed: text(
    'Terwijl u besliste is er iets vastgelegd. Kijk of het uw besluit verandert, en leg het dan opnieuw vast.',
    'Something was recorded while you decided. See whether it changes your decision, then pin it again.',
  ),
  notesTooLong: (most: number) =>
    text(`De notities hebben ten hoogste ${most} tekens.`, `The notes have at most ${most} characters.`),
  wrongState: text(
    'De vastgezette stand past niet: open de bespreking opnieuw.',
    'The pinned state does not fit: open the review again.',
  ),
  of: (family: string, day: string) =>
    text(`Bespreking van gezin ${family} op ${day}`, `Review of family ${family} on ${day}`),
  then: text('Toen', 'Then'),
  since: text('Wat we sindsdien leerden', 'What we learned since'),
  sinceMore: text(
    'Links staat precies wat het team zag. Rechts staat hetzelfde moment met de kennis van nu: wat toen al waar was, maar pas later bekend werd.',
    'On the left is exactly what the team saw. On the right is the same moment with the knowledge of now: what was true already, but became known only later.',
  ),
  sameState: text(
    'Geen verschil: hierover is niets nieuws bekend.',
    'No difference: nothing new is known of it.',
  ),
  now: text('Hoe het nu is', 'How it is now'),
  decisions: text('Wat is besloten', 'What was decided'),
  noDecisions: text('Er is besproken, niet besloten.', 'It was discussed, not decided.'),
  judges: text('Beslissers', 'Judges'),
  against: text('Niet eens', 'Disagreed'),
  participants: text('Aan tafel', 'At the table'),
  fact: text('Feit', 'Fact'),
  when: text('Gebeurd', 'Happened'),
  recorded: text('Vastgelegd', 'Recorded'),
  bearing: text('Wat het betekent', 'What it means'),
  facts: text('Feiten die later zijn vastgelegd', 'Facts that were recorded later'),
  factsCaption: text('Elk later feit met zijn betekenis', 'Each later fact with its bearing'),
  noFacts: text('Sindsdien is niets vastgelegd.', 'Nothing was recorded since.'),
  kinds: {
    late: text('was toen al waar', 'was true already then'),
    correction: text('verbetert wat het team zag', 'corrects what the team saw'),
    retraction: text('trekt in wat het team zag', 'takes back what the team saw'),
    after: text('gebeurde daarna', 'happened afterwards'),
  },
  otherRules: (name: string) =>
    text(
      `Deze stand is berekend met de grenzen van toen (${name === 'default' ? 'standaard' : name}).`,
      `This state was computed with the thresholds of then (${name}).`,
    ),
  list: text('Besprekingen en besluiten van het team', 'Reviews and decisions of the team'),
  noneYet: text('Dit gezin is nog niet besproken.', 'This family has not been reviewed yet.'),
  openReview: text('Bekijk wat het team zag', 'See what the team saw'),
};
