import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words about research: what a family member may refuse, and what was shared. */
export const rightsWords = {
  objector: text('Wie heeft bezwaar?', 'Who objects?'),
  objectionLead: text(
    'Een gezinslid mag zonder reden bezwaar maken tegen gebruik voor onderzoek. Het hele gezin blijft dan buiten elk nieuw onderzoek, want bijna elk feit over een gezin zegt iets over alle gezinsleden. De hulp en de veiligheid van het gezin veranderen hierdoor niet. Wat al is gedeeld, kan niet worden teruggehaald.',
    'A family member may object to use for research without giving a reason. The whole family then stays out of every new research, because almost every fact about a family says something about all its members. Nothing changes in the help or the safety of the family. What was shared already cannot be taken back.',
  ),
  title: text('Onderzoek', 'Research'),
  objected: text(
    'Dit gezin doet niet mee aan nieuw onderzoek, omdat iemand bezwaar heeft. Aan de hulp verandert niets.',
    'This family takes no part in new research, because somebody objects. Nothing changes in the help.',
  ),
  noObjection: text(
    'Niemand in dit gezin heeft bezwaar. Gezinsleden mogen altijd bezwaar maken.',
    'Nobody in this family objects. Family members may object at any time.',
  ),
  objects: (who: string) =>
    text(`Bezwaar van ${who} tegen gebruik voor onderzoek`, `Objection of ${who} to use for research`),
  shared: (recipient: string, purpose: string) =>
    text(
      `Gedeeld voor onderzoek met ${recipient}, voor ${purpose}`,
      `Shared for research with ${recipient}, for ${purpose}`,
    ),
  sharedMeans: text(
    'Gedeeld zijn feiten zonder namen en zonder eigen woorden, met veranderde datums. De wet vraagt om dat hier op te schrijven (Wmo 2015, artikel 5.3.6).',
    'What was shared are facts without names and own words, with changed dates. The law asks that this is noted here (Wmo 2015, article 5.3.6).',
  ),
  object: text('Leg een bezwaar vast', 'Record an objection'),
  takeBack: (who: string) => text(`Trek het bezwaar van ${who} in`, `Take back the objection of ${who}`),
  takeBackLead: text(
    'Doe dit alleen als de persoon zelf zegt dat het bezwaar niet meer geldt, of als het per vergissing is vastgelegd. Het gezin kan daarna weer meedoen aan onderzoek, als niemand anders bezwaar heeft.',
    'Do this only if the person says that the objection no longer holds, or if it was recorded by mistake. After that the family can take part in research again, if nobody else objects.',
  ),
  takenBack: text('het bezwaar geldt niet meer', 'the objection no longer holds'),
  system: text('Waakvlam zelf', 'Waakvlam itself'),
  release: text('Welke uitgave van gegevens', 'Which release'),
  recipient: text('Voor wie', 'For whom'),
  purpose: text('Waarvoor', 'For what purpose'),
  position: text('Tot en met welk feit in het logboek', 'Up to which fact of the log'),
};
