import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words of the page where a team decides about safety. */
export const decideWords = {
  title: text('Een besluit nemen', 'Take a decision'),
  lead: text(
    'Waakvlam verhoogt nooit zelf een status. U legt hier vast wat u samen besluit, en waarom.',
    'Waakvlam never raises a status by itself. Here you record what you decide together, and why.',
  ),
  past: text(
    'U kijkt naar het verleden. Een besluit neemt u vanuit nu.',
    'You are looking at the past. Decisions are taken from now.',
  ),
  toNow: text('Ga naar nu', 'Go to now'),
  allows: text('Wat de feiten nu toelaten', 'What the facts allow now'),
  allowsCaption: text('Feiten en besluit per gezinslid', 'Facts and decision for each member'),
  person: text('Gezinslid', 'Person'),
  facts: text('De feiten laten zien', 'The facts show'),
  decided: text('Besloten', 'Decided'),
  inTheWay: text('Staat in de weg', 'Stands in the way'),
  nothing: text('niets', 'nothing'),
  undecided: text('nog geen geldig besluit', 'no valid decision yet'),
  about: text('Over wie gaat het besluit?', 'Whom is the decision about?'),
  whole: text('Het hele gezin', 'The whole family'),
  status: text('Wat besluit u?', 'What do you decide?'),
  allowed: text('de feiten laten dit toe', 'the facts allow this'),
  notAllowed: (names: string) =>
    text(`de feiten laten dit niet toe voor ${names}`, `the facts do not allow this for ${names}`),
  judges: text('Wie tekenen voor dit besluit?', 'Who signs this decision?'),
  judgesHint: text(
    'Minstens één. Duurzaam veilig telt alleen als partijen van twee organisaties tekenen.',
    'At least one. Durably safe counts only if parties of two organisations sign.',
  ),
  dissent: text('Wie is het niet eens?', 'Who does not agree?'),
  dissentWhy: text('Waarom niet?', 'Why not?'),
  sealedHint: text(
    'Dit wordt verzegeld bewaard. Alleen wie het gezin mag openen, kan het lezen.',
    'This is kept sealed. Only those who may open the family can read it.',
  ),
  basis: text('Op welke feiten steunt het besluit?', 'On which facts does the decision rest?'),
  basisHint: text(
    'Aangevinkt zijn de feiten waarop de regels nu steunen. Haal weg wat u niet meewoog.',
    'Ticked are the facts that the rules rest on now. Take away what you did not weigh.',
  ),
  noFacts: text(
    'Er zijn nog geen feiten waar de regels op steunen.',
    'There are no facts yet that the rules rest on.',
  ),
  reasons: text('Waarom besluit u dit?', 'Why do you decide this?'),
  record: text('Leg het besluit vast', 'Record the decision'),
  pickStatus: text('Kies wat u besluit.', 'Choose what you decide.'),
  pickPerson: text('Kies over wie het besluit gaat.', 'Choose whom the decision is about.'),
  pickJudge: text('Kies minstens één partij die tekent.', 'Choose at least one party that signs.'),
  judgeDissents: text(
    'Wie tekent kan het niet oneens zijn. Kies per partij één van de twee.',
    'Who signs cannot disagree. Choose one of the two for each party.',
  ),
  tooLong: (most: number) =>
    text(`Maak de tekst korter dan ${most} tekens.`, `Make the text shorter than ${most} characters.`),
  warnings: text('Let op voordat u dit vastlegt', 'Note before you record this'),
  above: (name: string, status: string) =>
    text(
      `Voor ${name} laten de feiten nu hoogstens zien: ${status}. De status volgt de feiten, ook na dit besluit.`,
      `For ${name} the facts now show at most: ${status}. The status follows the facts, also after this decision.`,
    ),
  quiet: (day: string) =>
    text(
      `De rusttijd na geweld loopt tot ${day}. Een besluit van vandaag is daarom ongeldig, ook later. Besluit opnieuw na die dag.`,
      `The quiet time after violence runs until ${day}. A decision of today is therefore void, also later. Decide again after that day.`,
    ),
  open: (name: string) =>
    text(
      `Voor ${name} staan er nog feiten open die een beoordeling vragen.`,
      `For ${name} facts are still open that ask for an assessment.`,
    ),
  oneJudge: text(
    'Duurzaam veilig telt als direct veilig zolang niet twee organisaties tekenen.',
    'Durably safe counts as directly safe as long as two organisations have not signed.',
  ),
  sure: text(
    'Wij weten dit en leggen het besluit toch vast.',
    'We know this and record the decision all the same.',
  ),
  sureError: text(
    'Bevestig dat u dit weet, of verander het besluit.',
    'Confirm that you know this, or change the decision.',
  ),
  conflict: text(
    'Intussen heeft iemand anders iets vastgelegd',
    'Meanwhile somebody else recorded something',
  ),
  conflictNext: text(
    'Uw besluit is nog niet vastgelegd. Wat u invulde staat er nog. Bekijk wat nieuw is en verstuur het opnieuw.',
    'Your decision has not been recorded yet. What you filled in is still there. Look at what is new and send it again.',
  ),
  conflictWait: text(
    'Uw besluit is nog niet vastgelegd. Wat u invulde staat er nog. Wat nieuw is, is hier nog niet allemaal te zien. Wacht even en verstuur het opnieuw. U ziet dan eerst wat nieuw is.',
    'Your decision has not been recorded yet. What you filled in is still there. Not all of what is new can be shown here yet. Wait a moment and send it again. You will then first see what is new.',
  ),
  dissentText: text('Niet eens:', 'Dissent:'),
};
