import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words of the page of one family. */
export const familyWords = {
  title: (family: string) => text(`Gezin ${family}`, `Family ${family}`),
  since: text('sinds', 'since'),
  none: text('geen', 'none'),
  yes: text('ja', 'yes'),
  no: text('nee', 'no'),
};

export const safetyWords = {
  title: text('Veiligheid', 'Safety'),
  alarms: (all: number, acute: number) =>
    text(
      `${all === 1 ? 'Er geldt 1 alarm' : `Er gelden ${all} alarmen`}, waarvan ${acute} acuut.`,
      `${all === 1 ? '1 alarm holds' : `${all} alarms hold`}, ${acute} of them acute.`,
    ),
  evidence: text('De feiten laten zien', 'The facts show'),
  decided: text('Mensen besloten', 'People decided'),
  undecided: text('nog geen geldig besluit', 'no valid decision yet'),
  lowest: text(
    'De status is het laagste van die twee, en het gezin heeft de status van het gezinslid dat er het slechtst voor staat.',
    'The status is the lower of the two, and the family has the status of the member who is worst off.',
  ),
  candidate: text(
    'De feiten laten meer veiligheid zien dan er is besloten. Een team kan besluiten om de status te verhogen.',
    'The facts show more safety than was decided. A team can decide to raise the status.',
  ),
  withoutKnowledge: text(
    'Besloten zonder kennis van wat al was gebeurd. Dit is een signaal, geen verwijt:',
    'Decided without knowledge of what had happened already. This is a signal, not a reproach:',
  ),
  change: text('Wat er vanzelf verandert', 'What will change by itself'),
  changeTo: (when: string, status: string) =>
    text(
      `Als er niets wordt vastgelegd, wordt de status op ${when}: ${status}.`,
      `If nothing is recorded, the status becomes on ${when}: ${status}.`,
    ),
  changeRule: text('Regel', 'Rule'),
  decisionOrPersons: text(
    'een besluit of de samenstelling van het gezin',
    'a decision or the persons of the family',
  ),
  noChange: text(
    'Zonder nieuwe feiten verandert de status niet.',
    'Without new facts the status does not change.',
  ),
};

export const personWords = {
  title: text('Elk gezinslid', 'Each person'),
  nobody: text(
    'Van niemand in dit gezin wordt de veiligheid berekend: er is nog niemand met risico vastgelegd.',
    'Nobody’s safety is computed: no person at risk has been recorded.',
  ),
  direct: text('Directe veiligheid: hier en nu', 'Direct safety: here and now'),
  durable: text('Duurzame veiligheid: breed', 'Durable safety: broad'),
  rule: text('Regel', 'Rule'),
  met: text('Voldaan', 'Met'),
  why: text('Uitleg', 'Explanation'),
  missing: text('Ontbreekt', 'Missing'),
  facts: (count: number) =>
    text(
      count === 1 ? 'Rust op 1 feit' : `Rust op ${count} feiten`,
      count === 1 ? 'Rests on 1 fact' : `Rests on ${count} facts`,
    ),
};

export const alarmWords = {
  title: text('Alarmen', 'Alarms'),
  caption: text('Alarmen die nu gelden', 'Alarms in force'),
  none: text(
    'Er zijn geen alarmen. Dat betekent niet dat het veilig is: zie de status hierboven.',
    'There are no alarms. That does not mean it is safe: see the status above.',
  ),
  urgency: text('Urgentie', 'Urgency'),
  alarm: text('Alarm', 'Alarm'),
  about: text('Over', 'About'),
  since: text('Sinds', 'Since'),
  to: text('Voor', 'For'),
  nobody: text('niemand aangewezen', 'nobody assigned'),
  acknowledged: text('gezien', 'acknowledged'),
  wholeFamily: text('het gezin', 'the family'),
};

export const coverageWords = {
  title: text('Wie kijkt echt mee?', 'Who is really watching?'),
  numbers: (agreed: number, active: number) =>
    text(
      `${agreed} ${agreed === 1 ? 'partij zei' : 'partijen zeiden'} ja; ${active} ${active === 1 ? 'kijkt' : 'kijken'} echt mee.`,
      `${agreed} ${agreed === 1 ? 'party' : 'parties'} agreed; ${active} ${active === 1 ? 'is' : 'are'} really watching.`,
    ),
  all: text('Alle verwachte partijen monitoren.', 'All expected parties are monitoring.'),
  notAll: text('Niet alle verwachte partijen monitoren.', 'Not all expected parties are monitoring.'),
  groups: text('Verwachte partijen', 'Expected parties'),
  group: text('Groep', 'Group'),
  state: text('Toestand', 'State'),
  critical: text('cruciaal', 'critical'),
  none: text('Er is geen afspraak van kracht.', 'No agreement is in force.'),
};

export const relapseWords = {
  title: text('Terugval en wachtlijstvrije garantie', 'Relapse and no-waitlist guarantee'),
  guaranteed: text(
    'Dit gezin hoeft nooit te wachten: de garantie geldt sinds',
    'This family never has to wait: the guarantee is in force since',
  ),
  notGuaranteed: text(
    'De wachtlijstvrije garantie geldt niet (geen plan, of beëindigd met medeweten van het gezin).',
    'The no-waitlist guarantee is not in force (no plan, or ended with the family informed).',
  ),
  caption: text('Mogelijke terugval', 'Possible relapses'),
  none: text('Er is geen mogelijke terugval bekend.', 'No possible relapse is known.'),
  what: text('Aanleiding', 'Cause'),
  urgency: text('Urgentie', 'Urgency'),
  state: text('Toestand', 'State'),
  since: text('Sinds', 'Since'),
  contactDue: text('Contact uiterlijk', 'Contact due'),
  helpDue: text('Hulp uiterlijk', 'Help due'),
  breaches: text('Breuken van de garantie', 'Breaches of the guarantee'),
  on: text('op', 'on'),
};

export const planWords = {
  title: text('Plan', 'Plan'),
  active: text(
    'Er is een actief veiligheids- en herstelplan.',
    'There is an active safety-and-recovery plan.',
  ),
  inactive: text(
    'Er is geen actief veiligheids- en herstelplan.',
    'There is no active safety-and-recovery plan.',
  ),
  caption: text('Stappen', 'Steps'),
  none: text('Er zijn nog geen stappen gezet.', 'No steps have been set.'),
  step: text('Stap', 'Step'),
  person: text('Voor', 'For'),
  kind: text('Soort', 'Kind'),
  state: text('Toestand', 'State'),
  remark: text('Opmerking', 'Remark'),
  order: text('te vroeg: iets anders moet eerst', 'too early: something else comes first'),
  deadlock: text(
    'komt niet op gang en houdt andere stappen op',
    'does not get started and holds up other steps',
  ),
};

export const continuityWords = {
  title: text('Wie blijft erbij', 'Who stays'),
  professional: text('Vaste professional', 'Long-term professional'),
  deputy: text('Vervanger', 'Deputy'),
  last: text('Laatste contact', 'Last contact'),
  due: text('Volgend contact uiterlijk', 'Next contact due'),
  nobody: text('niemand', 'nobody'),
  never: text('nog niet', 'not yet'),
};

export const timelineWords = {
  when: text('Gebeurd', 'Happened'),
  recorded: text('Vastgelegd', 'Recorded'),
  by: text('Door', 'By'),
  source: text('Hoe bekend', 'Source'),
  state: text('Toestand', 'State'),
  until: text('tot', 'to'),
  backToFamily: (family: string) => text(`Terug naar gezin ${family}`, `Back to family ${family}`),
};
