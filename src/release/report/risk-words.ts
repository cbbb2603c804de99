import type { Compared, RiskReport } from './risk.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** `risk.md`: the report for people, with nothing that `risk.json` does not hold. */
export function riskInWords(report: RiskReport): string {
  const { parameters, levels, persons, families, households, histories, cost } = report;
  const { before, after } = histories;
  return `# Risk report

Asked: k = ${parameters.k} (at least so many look the same), l = ${parameters.l} (among them at least so many different sensitive values).

## Who belongs to a family

| | k before | k after | l before | l after | in classes below k, before | after | highest risk after | average risk after |
|---|---|---|---|---|---|---|---|---|
${row('persons', persons)}
${row('families', families)}
${row('households', households)}

Persons are compared by role, age band and region, families by numbers of children and adults, age band of the youngest and region, households by all members at once. Sensitive are a person's part in recorded violence and a family's profile.

What makes people stand out in the source (share of those in small classes who would not be without this field):

${[
  ...persons.drivers.map((each) => ['persons', each] as const),
  ...families.drivers.map((each) => ['families', each] as const),
]
  .map(([unit, { field, share }]) => `- ${unit}: ${field} ${percent(share)}`)
  .join('\n')}

## What happened in a family

${
  before === null || after === null
    ? 'Event histories were not part of the measure (sequence.events is 0): this release is only for an environment in which nobody can hold it against what they know.'
    : `Somebody knows ${histories.events} events of a family, to the ${histories.knownTo}.

| | first ${histories.events} events: families that fewer than k fit | any ${histories.events} events: choices that fewer than k fit | kinds that single out |
|---|---|---|---|
| before (${before.families} families tried) | ${percent(before.first)} | ${percent(before.any)} | ${before.drivers.join(', ')} |
| after (${after.families} families tried) | ${percent(after.first)} | ${percent(after.any)} | ${after.drivers.join(', ') || 'none'} |

Choices are tried all if a family has few events, else ${parameters.sequence.draws} random ones per family; no try failed in who is left, so of all choices of a family at most ${percent(1 - 0.05 ** (1 / parameters.sequence.draws))} fail (95% confidence). The kind of an event is its type, and of a check-in the kind of monitor; its time is when it happened. Somebody who knows more (results, wording, when it was written down) knows more than was measured.`
}

## What it cost

- Times are told ${levels.times === 'exact' ? 'exactly' : `to the ${levels.times.replace('_', ' ')}`}; age bands stand at level ${levels.age}; ${levels.region > 0 ? 'no region leaves' : 'regions are told'}; ${levels.partyKind > 0 ? 'all kinds of parties were merged' : 'only rare kinds of parties were merged'}.
${Object.entries(cost.fields)
  .map(([field, lost]) => `- Information given up in ${field}: ${percent(lost)}.`)
  .join('\n')}
${Object.entries(cost.merged)
  .filter(([, codes]) => codes.length > 0)
  .map(([name, codes]) => `- Merged in ${name}: ${codes.join(', ')}.`)
  .join('\n')}
- Families left out: ${cost.leftOut['objection'] ?? ''} because somebody objected, ${cost.leftOut['stands_out'] ?? ''} because too few look like them, ${cost.leftOut['not_begun'] ?? ''} because nothing was recorded before the end of observation.
`;
}

const row = (unit: string, { before, after }: Compared): string =>
  `| ${unit} | ${before.k} | ${after.k} | ${before.l} | ${after.l} | ${percent(before.belowK)} | ${percent(after.belowK)} | ${percent(after.highestRisk)} | ${percent(after.averageRisk)} |`;
