import type { Manifest } from '../manifest.ts';

/** `README.md` of a release: what a researcher reads first. */
export function readmeOf({
  release,
  until,
  times,
  counts,
  software,
  source,
  parameters,
  policy,
}: Manifest): string {
  return `# ${release}

Events of ${counts.families} families with a safety-and-recovery plan (${counts.persons} persons, ${counts.events} events), made by Waakvlam ${software} from ${source.kind === 'log' ? `a log, up to position ${source.position}` : 'an event file'}.

- \`events.jsonl\`: one event a line, in the event contract of Waakvlam. Every other file is worked out from it.
- \`codebook.md\`, \`codebook.json\`: every field, its values and what was changed in it.
- \`tables/\`: the same as tables, under the policy "${policy.name}".
- \`ocel.json\`: the same as an object-centric event log (OCEL 2.0).
- \`risk.md\`, \`risk.json\`: how recognisable people were and are.
- \`manifest.json\`: how it was made, and the SHA-256 of each file. An edited release is refused.

What to know before you count:

- Silence is not safety. \`unknown\` is a status, and most families are unknown most of the time.
- Every family is observed until ${until}. After that nothing is known of it.
- Dates of a family were moved back by a whole number of weeks of at most ${parameters.shiftWeeks}; ${times === 'exact' ? 'intervals and weekdays are true' : 'intervals are true up to the grain of times'}, ${parameters.keepsSeason ? 'seasons too' : 'seasons are not'}. Dates of two families cannot be compared.
- Times are told ${times === 'exact' ? 'exactly' : `to the ${times.replace('_', ' ')}: rules that compare times can answer unknown where the source knows, see codebook.md`}.
- Names and free text never left; organisations leave as names within one family, so that two parties of one organisation still count once. Families in which somebody objected to research are not in it, nor are those who stand out.

Do not try to find out who a family is. Cite this release by its name and the SHA-256 of \`manifest.json\`.
`;
}
