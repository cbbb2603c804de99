import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words of recording: the frame of every form. */
export const recordWords = {
  index: text('Vastleggen', 'Record'),
  indexLead: text(
    'Kies wat u wilt vastleggen. Leg vast wat er gebeurde, wie het zag en wanneer u het wist. U kunt alles later verbeteren.',
    'Choose what you want to record. Record what happened, who saw it and when you knew. You can correct everything later.',
  ),
  often: text('Vaak gebruikt', 'Used often'),
  send: text('Leg vast', 'Record'),
  sendCorrection: text('Leg de verbetering vast', 'Record the correction'),
  anyway: text('Toch vastleggen', 'Record it anyway'),
  cancel: text('Niet vastleggen en terug', 'Go back without recording'),
  family: (family: string) => text(`Gezin ${family}`, `Family ${family}`),
  whatTitle: text('Wat', 'What'),
  timesTitle: text('Wanneer', 'When'),
  sourceTitle: text('Hoe u het weet en wie het mag zien', 'How you know it and who may see it'),
  occurred: text('Wanneer gebeurde het?', 'When did it happen?'),
  occurredHint: text(
    'Weet u de tijd niet, laat die dan leeg: dan geldt de hele dag.',
    'If you do not know the time, leave it empty: then the whole day counts.',
  ),
  until: text('Ongeveer? Dan uiterlijk op', 'About? Then at the latest on'),
  untilHint: text(
    'Vul dit alleen in als het tussen twee dagen was, of een tijd lang duurde.',
    'Fill this in only if it was between two days, or lasted for a while.',
  ),
  reported: text(
    'Wanneer hoorde iemand het die iets moest doen?',
    'When did somebody hear it who had to act?',
  ),
  reportedHint: text(
    'Termijnen lopen vanaf dit moment, niet vanaf het opschrijven. Hier staat nu; verander het als u het later opschrijft.',
    'Terms run from this moment, not from the writing down. It says now; change it if you write it down later.',
  ),
  recordedNote: text(
    'Wanneer u dit vastlegt, schrijft Waakvlam zelf op.',
    'When you record this, Waakvlam writes down by itself.',
  ),
  day: text('Dag', 'Day'),
  month: text('Maand', 'Month'),
  year: text('Jaar', 'Year'),
  time: text('Tijd', 'Time'),
  hour: text('Die tijd was er twee keer. Welke?', 'That time came twice. Which?'),
  hourFirst: text('De eerste keer (zomertijd)', 'The first time (summer time)'),
  hourSecond: text('De tweede keer (wintertijd)', 'The second time (winter time)'),
  source: text('Hoe weet u dit?', 'How do you know this?'),
  hidden: text('Niet laten zien aan', 'Do not show to'),
  hiddenHint: text(
    'Wie u aanvinkt krijgt dit nooit te zien, ook niet op papier. Wie geweld gebruikte staat al aangevinkt als u dit formulier opent; haal het vinkje weg als het veilig is.',
    'Whoever you tick will never see this, not on paper either. Who used violence is ticked already when you open this form; untick them if it is safe.',
  ),
  hiddenCheck: text('Kijk nog een keer wie dit niet mag zien', 'Look again at who may not see this'),
  hiddenCheckMore: text(
    'Er is nog niets vastgelegd. Dit is door een kind verteld, of het gaat over iemand die geweld gebruikte. Daarom staan die personen nu aangevinkt bij "Niet laten zien aan". Laat het zo, of haal een vinkje weg als dat veilig is, en leg dan vast.',
    'Nothing has been recorded yet. A child told this, or it is about somebody who used violence. Therefore these persons are now ticked at "Do not show to". Leave it so, or untick one if that is safe, and then record.',
  ),
  words: text('In eigen woorden', 'In your own words'),
  wordsHint: text(
    'Wordt versleuteld bewaard. Schrijf op wat u zag en hoorde. Schrijf niet: een diagnose, het adres van een schuilplek, wie de melder is, of namen van mensen buiten het gezin.',
    'Is kept encrypted. Write what you saw and heard. Do not write: a diagnosis, the address of a hiding place, who reported, or names of people outside the family.',
  ),
  called: text('Hoe heet deze persoon of partij?', 'What is this person or party called?'),
  calledHint: text('De naam wordt versleuteld bewaard.', 'The name is kept encrypted.'),
  nobodyKnown: text(
    'Hier is nog niemand of niets om te kiezen.',
    'There is nobody or nothing to choose yet.',
  ),
  row: (number: number) => text(`Regel ${number}`, `Line ${number}`),
  someoneNew: text('Iemand die hier nog niet bij staat', 'Somebody who is not listed yet'),
  somethingNew: text('Iets dat hier nog niet bij staat', 'Something that is not listed yet'),
  newPlace: text('Een ander adres', 'Another address'),
  errorTitle: text('Fout', 'Error'),
  // Corrections
  correctTitle: (what: Text) => text(`Verbeter: ${what.nl}`, `Correct: ${what.en}`),
  correctLead: text(
    'De oude versie blijft bewaard; wie kijkt met de kennis van toen ziet die nog. Vanaf nu geldt wat u hier vastlegt.',
    'The old version is kept; who looks with the knowledge of then still sees it. From now on what you record here counts.',
  ),
  notCorrectable: text('Dit kan hier niet verbeterd worden', 'This cannot be corrected here'),
  retractTitle: (what: Text) => text(`Trek in: ${what.nl}`, `Retract: ${what.en}`),
  retractLead: text(
    'Trek alleen in wat nooit over dit gezin vastgelegd had mogen worden. Klopt de inhoud niet, verbeter die dan.',
    'Retract only what should never have been recorded about this family. If the content is wrong, correct it.',
  ),
  retractConsequence: text('Wat er dan verandert', 'What changes then'),
  retractReason: text('Waarom?', 'Why?'),
  retractApproved: text('Wie keurde dit goed?', 'Who approved this?'),
  retractApprovedHint: text(
    'Bij voorkeur iemand anders dan uzelf.',
    'Preferably somebody else than yourself.',
  ),
  retractSend: text('Trek in', 'Retract'),
  correctInstead: text('Liever verbeteren', 'Rather correct it'),
  alreadyGone: text('Dit is al vervangen of ingetrokken', 'This was replaced or retracted already'),
  // Conflict
  conflictTitle: text('Intussen is er iets anders vastgelegd', 'Something else was recorded meanwhile'),
  conflictLead: text(
    'Er is nog niets vastgelegd van wat u hier invulde. Kijk of uw besluit nog klopt met wat erbij kwam:',
    'Nothing of what you filled in has been recorded yet. See whether your decision still fits with what was added:',
  ),
  conflictNext: text(
    'Wat u invulde staat hieronder. Klopt het nog, kies dan "Toch vastleggen".',
    'What you filled in stands below. If it still holds, choose "Record it anyway".',
  ),
  conflictUnseen: text(
    'Er is nog niets vastgelegd van wat u hier invulde. Wat erbij kwam, is hier nog niet allemaal te zien.',
    'Nothing of what you filled in has been recorded yet. Not all of what was added can be shown here yet.',
  ),
  conflictWait: text(
    'Wat u invulde staat hieronder. Wacht even en verstuur het opnieuw. U ziet dan eerst wat erbij kwam.',
    'What you filled in stands below. Wait a moment and send it again. You will then first see what was added.',
  ),
  sentTitle: text('Dit formulier is al verstuurd', 'This form was sent already'),
  toTimeline: text('Naar de tijdlijn', 'To the timeline'),
  sentBefore: text(
    'Dit formulier is al eens verstuurd met een andere inhoud. Wat toen is vastgelegd staat in de tijdlijn. Open een nieuw formulier, of verbeter wat er staat.',
    'This form was sent before with other content. What was recorded then stands in the timeline. Open a new form, or correct what is there.',
  ),
  unavailable: text(
    'De opslag kan nu niet worden gebruikt. Er is niets vastgelegd. Wat u invulde is bewaard en staat klaar als u terugkomt.',
    'The store cannot be used now. Nothing was recorded. What you filled in has been kept and is ready when you come back.',
  ),
  notEvenKept: text(
    'De opslag kan nu niet worden gebruikt. Er is niets vastgelegd, en wat u invulde kon ook niet worden bewaard: het staat alleen nog hieronder. Houd deze pagina open en probeer het zo weer, of schrijf het over.',
    'The store cannot be used now. Nothing was recorded, and what you filled in could not be kept either: it stands only below. Keep this page open and try again in a moment, or copy it.',
  ),
  againLead: text(
    'Er is niets vastgelegd. Wat u invulde is er nog, maar alleen op deze pagina: houd die open en stuur het zo opnieuw.',
    'Nothing was recorded. What you filled in is still there, but only on this page: keep it open and send it again in a moment.',
  ),
  again: text('Stuur opnieuw', 'Send again'),
  busy: text(
    'Er wordt op dit moment te veel tegelijk vastgelegd. Er is nog niets vastgelegd. Probeer het zo weer.',
    'Too much is being recorded at the moment. Nothing was recorded yet. Try again in a moment.',
  ),
  notRecorded: text('Er is niets vastgelegd', 'Nothing was recorded'),
  hiddenGo: text('Naar "Niet laten zien aan"', 'To "Do not show to"'),
  // Drafts
  draftTitle: text('U had nog iets openstaan', 'You had something unfinished'),
  draftLead: text(
    'Dit is bewaard omdat het niet kon worden vastgelegd. Het wordt 24 uur bewaard.',
    'This was kept because it could not be recorded. It is kept for 24 hours.',
  ),
  draftCorrection: text('Een verbetering of intrekking', 'A correction or retraction'),
  draftOpen: text('Ga verder', 'Go on'),
  draftDrop: text('Gooi weg', 'Throw away'),
  draftShown: text(
    'Dit vulde u eerder in. Het is nog niet vastgelegd.',
    'You filled this in earlier. It has not been recorded yet.',
  ),
};

/** Before a colon a question is no longer one. */
const about = (label: string) => label.replace(/\?$/, '');

/** What is wrong with an entry, and what to do. */
export const entryErrors = {
  missing: (label: Text) => text(`${about(label.nl)}: vul dit in`, `${about(label.en)}: fill this in`),
  choose: (label: Text) => text(`${about(label.nl)}: maak een keuze`, `${about(label.en)}: make a choice`),
  unknownChoice: (label: Text) =>
    text(
      `${about(label.nl)}: deze keuze is er niet (meer), kies opnieuw`,
      `${about(label.en)}: this choice does not exist (any more), choose again`,
    ),
  noDate: (label: Text) =>
    text(
      `${about(label.nl)}: dit is geen datum, vul dag, maand en jaar in, bijvoorbeeld 3 2 2026`,
      `${about(label.en)}: this is no date, fill in day, month and year, for example 3 2 2026`,
    ),
  noTime: (label: Text) =>
    text(
      `${about(label.nl)}: vul de tijd in als uren en minuten, bijvoorbeeld 14:30`,
      `${about(label.en)}: fill in the time as hours and minutes, for example 14:30`,
    ),
  skippedTime: (label: Text) =>
    text(
      `${about(label.nl)}: deze tijd bestond niet, de klok ging die nacht van 02:00 naar 03:00. Kies een andere tijd of laat die leeg`,
      `${about(label.en)}: this time did not exist, the clock went from 02:00 to 03:00 that night. Choose another time or leave it empty`,
    ),
  doubledTime: (label: Text) =>
    text(
      `${about(label.nl)}: deze tijd was er die nacht twee keer. Kies hieronder welke u bedoelt`,
      `${about(label.en)}: this time came twice that night. Choose below which one you mean`,
    ),
  future: (label: Text) =>
    text(
      `${about(label.nl)}: dit ligt in de toekomst. Leg vast wat al gebeurd is; wat gepland is hoort bij de afspraak of de stap zelf`,
      `${about(label.en)}: this lies in the future. Record what has happened; what is planned belongs to the agreement or step itself`,
    ),
  order: (label: Text) =>
    text(
      `${about(label.nl)}: het einde ligt voor het begin, draai ze om`,
      `${about(label.en)}: the end lies before the beginning, swap them`,
    ),
  reportedBefore: text(
    'Iemand kan het niet gehoord hebben voordat het gebeurde. Verander een van beide tijden',
    'Nobody can have heard it before it happened. Change one of the two times',
  ),
  number: (label: Text, least: number, most: number) =>
    text(
      `${about(label.nl)}: vul een heel getal in van ${least} tot ${most}`,
      `${about(label.en)}: fill in a whole number from ${least} to ${most}`,
    ),
  code: (label: Text) =>
    text(
      `${about(label.nl)}: gebruik alleen letters, cijfers en streepjes`,
      `${about(label.en)}: use only letters, digits and dashes`,
    ),
  long: (label: Text, most: number) =>
    text(
      `${about(label.nl)}: gebruik hoogstens ${most} tekens`,
      `${about(label.en)}: use at most ${most} characters`,
    ),
  contract: (label: Text) =>
    text(
      `${about(label.nl)}: dit past hier niet, verbeter het`,
      `${about(label.en)}: this does not fit here, correct it`,
    ),
};

/** Under which heads the forms stand. */
export const subjectNames = {
  happened: text('Wat er gebeurde', 'What happened'),
  seen: text('Wat we zagen en hoorden', 'What we saw and heard'),
  agreements: text('Afspraken en wie erop let', 'Agreements and who watches them'),
  help: text('Terugval, de bel en hulp', 'Relapse, the bell and help'),
  plan: text('Plan en stappen', 'Plan and steps'),
  people: text('Mensen en netwerk', 'People and network'),
  decisions: text('Alarmen en garantie', 'Alarms and guarantee'),
  rights: text('Rechten van gezinsleden', 'Rights of family members'),
};
