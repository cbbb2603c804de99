import { alarmRules, alarmText, breachText } from './alarms.ts';
import type { Text } from './lang.ts';
import { rules } from './rules.ts';
import { statusNames } from './states.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Names of tables, dimensions and values in results. A name that is not known here is shown as it is. */

interface TableWords {
  readonly title: Text;
  readonly lead: Text;
}

const table = (title: Text, lead: Text): TableWords => ({ title, lead });

const tables: Readonly<Record<string, TableWords>> = {
  followed: table(
    text('Hoeveel gezinnen zijn al zo ver?', 'How many families have come as far?'),
    text(
      'Een gezin telt bij een moment pas mee als het zo lang is gevolgd.',
      'A family counts at a moment only if it was followed for that long.',
    ),
  ),
  violence_stopped: table(
    text('Is het geweld gestopt?', 'Has the violence stopped?'),
    text(
      'Wat gezinsleden zelf zeggen over de 12 maanden ervoor. Gestopt: iedereen aan wie het is gevraagd zegt dat er geen geweld was, en er is ook niets vastgelegd. Is het niemand gevraagd, dan is het onbekend.',
      'What family members themselves say about the 12 months before. Stopped: everybody who was asked says that there was no violence, and nothing was recorded either. If nobody was asked, it is unknown.',
    ),
  ),
  recorded_violence: table(
    text('Vastgelegd geweld', 'Recorded violence'),
    text(
      'Of er geweld is vastgelegd in de 12 maanden ervoor. Nee betekent: niets vastgelegd terwijl steeds iemand keek. Anders is het onbekend. Ook nee is geen bewijs dat er geen geweld was.',
      'Whether violence was recorded in the 12 months before. No means: nothing was recorded while somebody kept looking. Else it is unknown. Even no does not prove that there was no violence.',
    ),
  ),
  family_status: table(
    text('Status van gezinnen', 'Status of families'),
    text(
      'De status van een gezin is die van het gezinslid met wie het het minst goed gaat.',
      'The status of a family is that of the member who is worst off.',
    ),
  ),
  person_status: table(
    text('Status van personen', 'Status of persons'),
    text('De status van elk gezinslid op elk moment.', 'The status of each member at each moment.'),
  ),
  time_to_help: table(
    text('Tijd tot hulp begint', 'Time until help starts'),
    text(
      'Voor elke mogelijke terugval in de tijd tot het moment: hoe lang het duurde van weten tot de hulp echt was begonnen.',
      'For each possible relapse in the time up to the moment: how long it took from knowing until help had really started.',
    ),
  ),
  breaches: table(
    text('Gebroken garantie', 'Broken guarantee'),
    text(
      'Een gezin met een plan hoort nooit te wachten. Hier staat hoe vaak dat in de tijd tot het moment toch gebeurde, en waarom.',
      'A family with a plan should never wait. Here is how often that happened all the same in the time up to the moment, and why.',
    ),
  ),
  agreements_kept: table(
    text('Nagekomen afspraken', 'Agreements kept'),
    text(
      'Wat meekijkers in de tijd tot het moment meldden over hun afspraken, met elke andere melding van een gebroken afspraak.',
      'What watchers reported about their agreements in the time up to the moment, with every other report of a broken one.',
    ),
  ),
  differences: table(
    text('Wat anders was geweest', 'What would have been different'),
    text(
      'Dagen waarop een ander beleid een persoon een andere status geeft, opgeteld over personen, met de regel die het verschil maakt. Wat er echt is besloten, verandert niet.',
      'Days on which another policy gives a person another status, added up over persons, with the rule that makes the difference. What was really decided does not change.',
    ),
  ),
  differing_families: table(
    text(
      'Gezinnen waarbij iets anders was geweest',
      'Families with whom something would have been different',
    ),
    text(
      'Bij hoeveel gezinnen iemand op enig moment een andere status had gehad.',
      'With how many families somebody would have had another status at some time.',
    ),
  ),
  alarm_changes: table(
    text('Meer of minder alarmen', 'More or fewer alarms'),
    text(
      'Het verschil met het eerste beleid, bij dezelfde gezinnen. Onder nul: minder alarmen.',
      'The difference from the first policy, of the same families. Below zero: fewer alarms.',
    ),
  ),
  lead_time: table(
    text('Hoe lang een signaal voor een incident uit gaat', 'How long a signal comes before an incident'),
    text(
      'De tijd van een signaal tot het eerstvolgende vastgelegde incident, van gezinnen die beide hadden. Het zegt niet hoe vaak na een signaal een incident volgt.',
      'The time from a signal until the next recorded incident, of families that had both. It does not say how often an incident follows a signal.',
    ),
  ),
  alarms: table(
    text('Alarmen', 'Alarms'),
    text(
      'Hoe vaak een gezin per maand een alarm geeft. Te veel alarmen leest niemand meer.',
      'How often a family gives an alarm per month. Nobody reads too many alarms.',
    ),
  ),
  errors: table(
    text('Vals alarm en gemiste signalen', 'False alarms and missed signals'),
    text(
      'Vals alarm: na het signaal is geen incident vastgelegd; het signaal kan ook hebben geholpen. Gemist: er was een incident en vooraf geen signaal.',
      'False alarm: no incident was recorded after the signal; the signal may also have helped. Missed: there was an incident and no signal before it.',
    ),
  ),
};

const dimensions: Readonly<Record<string, Text>> = {
  moment: text('Moment', 'Moment'),
  outcome: text('Uitkomst', 'Outcome'),
  status: text('Status', 'Status'),
  policy: text('Beleid', 'Policy'),
  rule: text('Regel', 'Rule'),
  alarm: text('Alarm', 'Alarm'),
  differs: text('Iets anders', 'Something different'),
  change: text('Verandering', 'Change'),
  signal: text('Signaal', 'Signal'),
  error: text('Soort fout', 'Kind of error'),
  band: text('Hoe lang', 'How long'),
  observed: text('Gevolgd', 'Followed'),
  result: text('Hoe het ging', 'How it went'),
  reason: text('Reden', 'Reason'),
};

const values: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  status: statusNames,
  outcome: {
    yes: text('ja', 'yes'),
    no: text('nee', 'no'),
    stopped: text('gestopt', 'stopped'),
    not_stopped: text('niet gestopt', 'not stopped'),
    unknown: text('onbekend', 'unknown'),
  },
  observed: {
    observed: text('zo lang gevolgd', 'followed for that long'),
    not_yet_observed: text('nog niet zo lang gevolgd', 'not followed for that long yet'),
  },
  band: {
    up_to_8_hours: text('binnen 8 uur', 'within 8 hours'),
    up_to_24_hours: text('binnen 24 uur', 'within 24 hours'),
    up_to_3_days: text('binnen 3 dagen', 'within 3 days'),
    up_to_7_days: text('binnen 7 dagen', 'within 7 days'),
    over_7_days: text('langer dan 7 dagen', 'longer than 7 days'),
    not_started: text('nog niet begonnen', 'not started yet'),
    declined: text('hulp is afgewezen', 'help was declined'),
    judged_no_relapse: text('beoordeeld: geen terugval', 'judged: no relapse'),
  },
  differs: { yes: text('ja', 'yes'), no: text('nee', 'no') },
  error: {
    false_alarm: text('vals alarm', 'false alarm'),
    missed: text('gemist signaal', 'missed signal'),
  },
  result: {
    kept: text('nagekomen', 'kept'),
    partly: text('deels nagekomen', 'partly kept'),
    broken: text('gebroken', 'broken'),
    could_not_observe: text('kon het niet zien', 'could not observe'),
  },
};

const all = text('totaal', 'total');

/** By its id; undefined for one that is not known. */
export const tableWords = (id: string): TableWords | undefined =>
  Object.hasOwn(tables, id) ? tables[id] : undefined;

export const dimensionName = (id: string): Text =>
  (Object.hasOwn(dimensions, id) ? dimensions[id] : undefined) ?? text(id, id);

/** By what `wordsOf` says of its dimension. */
export function valueName(kind: string, value: string): Text {
  if (value === 'total') return all;
  const known = Object.hasOwn(values, kind) ? values[kind] : undefined;
  if (known && Object.hasOwn(known, value)) return known[value] ?? text(value, value);
  return named(kind, value) ?? text(value, value);
}

/** Which words the values of a dimension have: rules that raise alarms are not those of a status. */
export const wordsOf = (table: string, dimension: string): string =>
  dimension === 'signal' || (dimension === 'rule' && /^(alarms|alarm_changes|errors)$/.test(table))
    ? 'alarm'
    : dimension;

function named(kind: string, value: string): Text | undefined {
  switch (kind) {
    case 'moment':
      return moment(value);
    case 'change':
      return change(value);
    case 'alarm':
      if (value === 'any') return text('alle alarmen samen', 'all alarms together');
      return numbered(value, alarmRules.includes(value) ? alarmText(value) : undefined);
    case 'rule':
      if (value === 'P9') return text('P9: een besluit telt anders', 'P9: a decision counts otherwise');
      return numbered(value, Object.entries(rules).find(([rule]) => rule === value)?.[1].name);
    case 'reason':
      return numbered(value, /^W[5-9]$/.test(value) ? breachText(value) : undefined);
    default:
      return undefined;
  }
}

/** A rule stands with its number, so that the page can be compared with the codebook. */
const numbered = (id: string, name: Text | undefined): Text | undefined =>
  name && text(`${id}: ${name.nl}`, `${id}: ${name.en}`);

const told: Readonly<Record<string, Text>> = {
  ...statusNames,
  not_at_risk: text('niet bepaald', 'not computed'),
};

function change(value: string): Text | undefined {
  const [, from = '', to = ''] = /^(.+)_to_(.+)$/.exec(value) ?? [];
  const [before, after] = [from, to].map((name) => (Object.hasOwn(told, name) ? told[name] : undefined));
  return before && after && text(`${before.nl} → ${after.nl}`, `${before.en} → ${after.en}`);
}

function moment(value: string): Text | undefined {
  const months = /^T(\d{1,3})$/.exec(value)?.[1];
  if (months === undefined) return undefined;
  const count = Number(months);
  if (count === 0) return text(`bij de start (${value})`, `at the start (${value})`);
  return text(
    count === 1 ? `na 1 maand (${value})` : `na ${count} maanden (${value})`,
    count === 1 ? `after 1 month (${value})` : `after ${count} months (${value})`,
  );
}
