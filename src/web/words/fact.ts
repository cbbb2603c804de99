import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words of the page of one fact. */
export const factWords = {
  happened: text('Gebeurd', 'Happened'),
  reported: text('Bekend bij iemand die iets moest doen', 'Known to somebody who had to act'),
  recorded: text('Vastgelegd', 'Recorded'),
  by: text('Vastgelegd door', 'Recorded by'),
  source: text('Hoe bekend', 'How it is known'),
  hidden: text('Niet laten zien aan', 'Not to be shown to'),
  nobodyHidden: text('voor niemand verborgen', 'hidden from nobody'),
  state: text('Toestand', 'State'),
  words: text('In eigen woorden', 'In own words'),
  noWords: text(
    'Er zijn geen eigen woorden, of ze zijn niet meer te lezen.',
    'There are no own words, or they can no longer be read.',
  ),
  content: text('Wat is vastgelegd', 'What was recorded'),
  times: text('Drie tijden', 'Three times'),
  around: text('Wat ermee gebeurde', 'What became of it'),
  supersedes: text('Vervangt', 'Supersedes'),
  supersededBy: text('Vervangen door', 'Superseded by'),
  retractedBy: text('Ingetrokken door', 'Retracted by'),
  retracts: text('Trekt in', 'Retracts'),
  nothing: text(
    'Niets: dit feit staat zoals het is vastgelegd.',
    'Nothing: this fact stands as it was recorded.',
  ),
  place: text('Bekijk de plaats in de tijdlijn', 'See its place in the timeline'),
  lanes: text('Gaat over', 'About'),
  yes: text('ja', 'yes'),
  no: text('nee', 'no'),
  person: text('Over wie', 'About whom'),
  status: text('Status', 'Status'),
  judges: text('Beslissers', 'Judges'),
  participants: text('Wie erbij waren', 'Who took part'),
  knownAt: text('Met de kennis van', 'With the knowledge of'),
  target: text('Welk feit', 'Which fact'),
  token: text('Kenmerk', 'Reference'),
  empty: text('niemand of niets', 'nobody or nothing'),
};
