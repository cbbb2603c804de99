import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words about research: what a family member may refuse, and what was shared. */
export const rightsWords = {
  objector: text('Wie heeft bezwaar?', 'Who objects?'),
  objectionLead: text(
    'Een gezinslid mag zonder reden bezwaar maken tegen gebruik voor onderzoek. Het hele gezin blijft dan buiten elk nieuw onderzoek, want bijna elk feit over een gezin zegt iets over alle gezinsleden. De hulp en de veiligheid van het gezin veranderen hierdoor niet. Wat al is gedeeld, kan niet worden teruggehaald.',
    'A family member may object to use for research without giving a reason. The whole family then stays out of every new research, because almost every fact about a family says something about all its members. Nothing changes in the help or the safety of the family. What was shared already cannot be taken back.',
  ),
  release: text('Welke uitgave van gegevens', 'Which release'),
  recipient: text('Voor wie', 'For whom'),
  purpose: text('Waarvoor', 'For what purpose'),
  position: text('Tot en met welk feit in het logboek', 'Up to which fact of the log'),
};
