import type { Result, ResultTable } from '../../release/result.ts';
import type { Refusal } from '../results/parse.ts';
import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

export const resultKinds: Readonly<Record<Result['kind'], Text>> = {
  cohort: text('Groep gezinnen, gevolgd in de tijd', 'Group of families, followed in time'),
  lab: text('Vergelijking van beleid', 'Comparison of policies'),
  projection: text('Eigen berekening van een onderzoeker', 'Own calculation of a researcher'),
};

/** The list on the pages of researchers and of those who make policy. */
export const resultsWords = {
  title: text('Uitkomsten', 'Results'),
  caption: text('Uitkomsten over groepen gezinnen', 'Results about groups of families'),
  name: text('Naam', 'Name'),
  kind: text('Soort', 'Kind'),
  release: text('Uit uitgave', 'From release'),
  policies: text('Beleid', 'Policies'),
  placed: text('Geplaatst op', 'Put there at'),
  none: text(
    'Er zijn nog geen uitkomsten. Een onderzoeker of beheerder maakt ze op de opdrachtregel, uit een uitgave voor onderzoek:',
    'There are no results yet. A researcher or administrator makes them on the command line, from a release for research:',
  ),
  next: text(
    'De beheerder zet het bestand daarna in de map met uitkomsten (WAAKVLAM_RESULTS). Dan staat het hier meteen.',
    'The administrator then puts the file into the folder with results (WAAKVLAM_RESULTS). It is here at once.',
  ),
  unreadable: text(
    'De map met uitkomsten kan niet worden gelezen. Vraag de beheerder te kijken naar WAAKVLAM_RESULTS en naar wie de map mag lezen.',
    'The folder with results cannot be read. Ask the administrator to look at WAAKVLAM_RESULTS and at who may read the folder.',
  ),
  refused: text('Niet getoond', 'Not shown'),
  refusedLead: text(
    'Deze bestanden staan in de map, maar worden niet getoond.',
    'These files are in the folder, but are not shown.',
  ),
  why: text('Waarom, en wat nu', 'Why, and what now'),
  misnamed: (count: number) =>
    text(
      count === 1
        ? 'Er staat ook 1 bestand met een naam die niet wordt gelezen. Een naam bestaat uit kleine letters, cijfers en streepjes, met .json erachter.'
        : `Er staan ook ${count} bestanden met een naam die niet wordt gelezen. Een naam bestaat uit kleine letters, cijfers en streepjes, met .json erachter.`,
      count === 1
        ? 'There is also 1 file with a name that is not read. A name has small letters, digits and hyphens, followed by .json.'
        : `There are also ${count} files with a name that is not read. A name has small letters, digits and hyphens, followed by .json.`,
    ),
  left: (count: number) =>
    text(
      `Er staan meer bestanden in de map dan hier passen: ${count} niet getoond. Vraag de beheerder om oude uitkomsten weg te halen.`,
      `There are more files in the folder than fit here: ${count} not shown. Ask the administrator to take old results away.`,
    ),
};

const again = text(
  'Maak het bestand opnieuw en zet het er opnieuw neer.',
  'Make the file anew and put it there again.',
);
const refusal = (nl: string, en: string): Text => text(`${nl} ${again.nl}`, `${en} ${again.en}`);

export const refusals: Readonly<Record<Refusal, Text>> = {
  'not-a-file': text(
    'Dit is een map of een verwijzing, geen bestand. Zet het bestand zelf in de map.',
    'This is a folder or a link, not a file. Put the file itself into the folder.',
  ),
  'too-large': text(
    'Het bestand is te groot om te tonen. Maak het met minder tabellen of grovere groepen.',
    'The file is too large to show. Make it with fewer tables or coarser groups.',
  ),
  unreadable: text(
    'Waakvlam mag dit bestand niet lezen. Vraag de beheerder om Waakvlam leesrecht te geven.',
    'Waakvlam may not read this file. Ask the administrator to let Waakvlam read it.',
  ),
  'not-json': refusal('Het bestand is niet heel: het is geen JSON.', 'The file is not whole: it is no JSON.'),
  'other-version': refusal(
    'Het bestand is van een andere versie van Waakvlam.',
    'The file is of another version of Waakvlam.',
  ),
  'not-a-result': text(
    'Dit is geen bestand met uitkomsten. Maak het met waakvlam cohort, lab of project, met --out.',
    'This is no file with results. Make it with waakvlam cohort, lab or project, with --out.',
  ),
  'does-not-fit': refusal(
    'De getallen passen niet bij de indeling van de tabellen.',
    'The numbers do not fit the layout of the tables.',
  ),
  'not-protected': refusal(
    'Er staan aantallen in die te klein zijn om te tonen. Daarom wordt niets van dit bestand getoond.',
    'It holds numbers that are too small to show. Therefore nothing of this file is shown.',
  ),
};

/** What a cell counts or measures, as it stands after "Getoond:". */
export const unitNames: Readonly<Record<ResultTable['unit'], Text>> = {
  families: text('aantal gezinnen', 'number of families'),
  persons: text('aantal personen', 'number of persons'),
  events: text('aantal gebeurtenissen', 'number of events'),
  breaches: text('aantal keer dat de garantie is gebroken', 'number of times the guarantee was broken'),
  days: text('dagen', 'days'),
  hours: text('uren', 'hours'),
  share: text('aandeel, in procenten', 'share, in per cent'),
  per_family_month: text('per gezin per maand', 'per family per month'),
  number: text('getal', 'number'),
};

/** The page of one result. */
export const resultWords = {
  title: (name: string) => text(`Uitkomst ${name}`, `Result ${name}`),
  kind: text('Soort', 'Kind'),
  release: text('Uit uitgave', 'From release'),
  placed: text('Geplaatst op', 'Put there at'),
  policies: text('Beleid', 'Policies'),
  samePolicies: text(
    'De grenzen van deze beleidsregels zijn gelijk.',
    'The limits of these policies are the same.',
  ),
  standardPolicy: text('met de standaardgrenzen', 'with the default limits'),
  differing: text('Grenzen die verschillen', 'Limits that differ'),
  ownLimits: text('Grenzen die afwijken van de standaard', 'Limits that differ from the default'),
  limit: text('Grens', 'Limit'),
  standard: text('Standaard', 'Default'),
  contents: text('Op deze bladzijde', 'On this page'),
  reading: text('Zo leest u deze cijfers', 'How to read these figures'),
  few: (least: number) =>
    text(
      `Aantallen van minder dan ${least} worden niet getoond, en ook geen aantal dat van minder gezinnen komt. Ook nul niet. Soms wordt nog een getal niet getoond, omdat u er een klein aantal uit kunt berekenen. Lees een leeg vak dus nooit als nul.`,
      `Numbers of fewer than ${least} are not shown, nor is a number that comes from fewer families. Nor is none. Sometimes one more number is not shown, because a small number can be worked out from it. So never read an empty place as none.`,
    ),
  rounded: (base: number) =>
    text(
      `Aantallen zijn afgerond op een veelvoud van ${base}. Daardoor kan een totaal iets afwijken van de som.`,
      `Numbers are rounded to a multiple of ${base}. So a total can differ a little from the sum.`,
    ),
  interval: text(
    'Bij een schatting staat een 95%-interval: hoe breder, hoe minder zeker.',
    'An estimate has a 95% interval: the wider, the less certain.',
  ),
  bootstrap: (draws: number, seed: number) =>
    text(
      `Daarvoor zijn de gezinnen ${draws} keer opnieuw getrokken (beginwaarde ${seed}).`,
      `For it the families were drawn again ${draws === 1 ? 'once' : `${draws} times`} (seed ${seed}).`,
    ),
  cannotSay: text(
    'Wat deze cijfers niet zeggen: vastgelegd geweld is niet al het geweld. Wat niemand zag of vertelde, staat er niet in.',
    'What these figures cannot say: recorded violence is not all violence. What nobody saw or told is not in it.',
  ),
  unknown: text(
    'Onbekend is niet veilig. Het betekent dat niemand het kan vaststellen.',
    'Unknown is not safe. It means that nobody can establish it.',
  ),
  noCause: text(
    'Een verschil tussen groepen of momenten zegt nog niet waardoor het komt.',
    'A difference between groups or moments does not say what causes it.',
  ),
  plot: (unit: string) => text(`Grafiek: ${unit}`, `Plot: ${unit}`),
  plotNamed: (title: string) =>
    text(
      `Grafiek, met dezelfde cijfers als de tabel: ${title}`,
      `Plot, with the same figures as the table: ${title}`,
    ),
  tooMany: text(
    'Deze tabel heeft te veel regels om te tekenen. De cijfers staan in de tabel.',
    'This table has too many rows to draw. The figures are in the table.',
  ),
  hiddenMarks: (hidden: number, all: number) =>
    text(`${hidden} van ${all}: zie de tabel`, `${hidden} of ${all}: see the table`),
  nothingShown: text('In deze tabel wordt geen enkel getal getoond.', 'No number in this table is shown.'),
  tableOf: (title: string, unit: string) => text(`${title} (${unit})`, `${title} (${unit})`),
  bounds: text('onder elk getal: het 95%-interval', 'below each number: the 95% interval'),
  range: (low: string, high: string) => text(`${low} tot ${high}`, `${low} to ${high}`),
  file: (title: string) => text(`Download als CSV-bestand: ${title}`, `Download as a CSV file: ${title}`),
  noTables: text('In deze uitkomst staan geen tabellen.', 'This result has no tables.'),
};

/** In the place of a number. */
export const hiddenWords = {
  small: (least: number) => text(`minder dan ${least}: niet getoond`, `fewer than ${least}: not shown`),
  secondary: text('niet getoond', 'not shown'),
  none: text('geen getal', 'no number'),
};

/** Under a table in which it stands. */
export const hiddenMeanings = {
  secondary: text(
    '"Niet getoond" zonder aantal: uit dit getal kunt u een aantal berekenen dat te klein is.',
    '"Not shown" without a number: from this number one can work out another that is too small.',
  ),
  none: text(
    '"Geen getal": er is hier niets om te tellen of te meten.',
    '"No number": there is nothing here to count or to measure.',
  ),
};
