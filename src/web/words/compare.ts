import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words of the page on which two moments stand side by side. */
export const compareWords = {
  title: text('Twee momenten vergelijken', 'Two moments compared'),
  lead: text(
    'Kies voor elk van de twee het moment en de kennis. Leeg betekent nu.',
    'Choose for each of the two the instant and the knowledge. Empty means now.',
  ),
  first: text('Eerste moment', 'First moment'),
  second: text('Tweede moment', 'Second moment'),
  viewpoint: (at: string, knownAt: string) =>
    text(`${at}, met de kennis van ${knownAt}`, `${at}, with the knowledge of ${knownAt}`),
  go: text('Vergelijk', 'Compare'),
  statuses: text('Status van elk gezinslid', 'Status of each person'),
  person: text('Gezinslid', 'Person'),
  family: text('Hele gezin', 'Whole family'),
  change: text('Verschil', 'Difference'),
  same: text('gelijk', 'the same'),
  different: text('anders', 'different'),
  notAtRisk: text('geen persoon met risico', 'not a person at risk'),
  rules: text('Welke antwoorden verschillen, en door welke regel', 'Which answers differ, and by which rule'),
  noRules: text('Geen enkel antwoord verschilt.', 'No answer differs.'),
  rule: text('Regel', 'Rule'),
  absent: text('niet gevraagd', 'not asked'),
  known: text(
    'Wat bij het ene moment bekend was en bij het andere niet',
    'What was known at one moment and not at the other',
  ),
  sameKnown: text(
    'Op beide momenten waren dezelfde feiten bekend.',
    'The same facts were known at both moments.',
  ),
  fact: text('Feit', 'Fact'),
  only: text('Alleen bekend bij', 'Known only at'),
  bearing: text('Wat het betekent', 'What it means'),
  added: text('erbij gekomen', 'added'),
  corrected: text('verbetering van wat bekend was', 'correction of what was known'),
  retracted: text('intrekking van wat bekend was', 'retraction of what was known'),
  struck: (state: string) =>
    text(
      `bij het ene moment in werking, bij het andere ${state}`,
      `in effect at one moment, ${state} at the other`,
    ),
  draw: text('Bekijk de tijdlijn van dit moment', 'See the timeline of this moment'),
};
