import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words that stand above every page of one family. */
export const familyFrame = {
  tabs: text('Onderdelen van dit gezin', 'Parts of this family'),
  tab: {
    family: text('Overzicht', 'Overview'),
    coverage: text('Dekking', 'Coverage'),
    review: text('Overleg', 'Meeting'),
    timeline: text('Tijdlijn', 'Timeline'),
    familyRelapse: text('Terugval & hulp', 'Relapse & help'),
    familyPlan: text('Plan & stappen', 'Plan & steps'),
    familyNetwork: text('Netwerk', 'Network'),
    links: text('Links', 'Links'),
    colleagues: text('Wie werkt met dit gezin', 'Who works with this family'),
    recordIndex: text('Vastleggen', 'Record'),
    accessOfFamily: text('Wie keek mee', 'Who looked'),
  },
  status: text('Veiligheid van het gezin', 'Safety of the family'),
  alarm: text('Belangrijkste alarm', 'Sharpest alarm'),
  noAlarm: text('geen alarm; dat zegt niet dat het veilig is', 'no alarm; that does not say it is safe'),
  more: (count: number) =>
    text(
      count === 1 ? 'en nog 1 alarm' : `en nog ${count} alarmen`,
      count === 1 ? 'and 1 more alarm' : `and ${count} more alarms`,
    ),
  professional: text('Vaste professional', 'Long-term professional'),
  nobody: text('niemand', 'nobody'),
  deputy: (name: string) => text(`vervanger: ${name}`, `deputy: ${name}`),
  contact: text('Volgend contact uiterlijk', 'Next contact due'),
  late: text('te laat', 'overdue'),
  noContact: text(
    'niet bekend: er is geen vaste professional',
    'not known: there is no long-term professional',
  ),
};
