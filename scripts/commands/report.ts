import type { FamilyStatus } from '../../projections/family-status.ts';
import { clockOf } from '../../src/domain/calendar.ts';
import { parseInstant } from '../../src/domain/instant.ts';
import type { StatusAnswer, TimelineAnswer, WhatIfFamily } from './answers.ts';

/** The status of a file for people who read a terminal; `--json` gives everything. */
export function report({ families, queue, at, knownAt, counts, rejections }: StatusAnswer): string {
  return [
    viewpointLine(at, knownAt),
    `${counts.events} events, ${counts.families} families, ${counts.ignored} ignored, ${counts.rejected} rejected`,
    ...rejections.map(
      ({ line, path, reason }) => `  line ${line}: ${reason}${path === '' ? '' : ` at ${path}`}`,
    ),
    '',
    ...queueLines(queue),
    ...families.flatMap(familyLines),
  ].join('\n');
}

export const viewpointLine = (at: string, knownAt: string): string =>
  `At ${local(at)}, with what was known at ${local(knownAt)} (Europe/Amsterdam)`;

export function queueLines(queue: StatusAnswer['queue']): string[] {
  if (queue.length === 0) return ['Nobody needs relapse help now, as far as is known.', ''];
  const rows = queue.map(
    ({ family, urgency, helpDue, overdue }) =>
      `  ${family}  ${urgency}  help due ${local(helpDue)}${overdue ? '  OVERDUE' : ''}`,
  );
  return ['Relapse help needed now (acute danger: 112; Veilig Thuis 0800-2000):', ...rows, ''];
}

export function familyLines({ family, safety, coverage, relapse, alarms }: FamilyStatus): string[] {
  const { status, evidence, decided, nextChange } = safety;
  return [
    `${family}: ${status} (evidence ${evidence}, decided ${decided ?? 'nothing'}${since(safety.since)})`,
    ...safety.persons.flatMap((person) => [
      `  ${person.person} (${person.role}): ${person.status}${since(person.since)}`,
      ...person.reasons
        .filter(({ met }) => !met)
        .map(
          ({ rule, missing, events }) =>
            `    not met: ${[rule, missing, ...events].filter(Boolean).join(' ')}`,
        ),
    ]),
    `  monitoring: ${coverage.agreed} agreed, ${coverage.active} active, ${coverage.allMonitoring ? 'all groups watch' : 'not all groups watch'}`,
    `  relapse: ${relapse.guaranteed ? 'guaranteed help' : 'no guarantee'}, ${count(relapse.candidates.length, 'candidate')}, ${count(relapse.candidates.flatMap(({ breaches }) => breaches).length, 'breach', 'es')}`,
    ...alarms.map(
      ({ rule, subject, urgency, since: from }) => `  alarm ${rule} ${urgency}: ${subject}${since(from)}`,
    ),
    ...(nextChange
      ? [`  will be ${nextChange.to} at ${local(nextChange.at)} (${nextChange.rule}) if nothing is recorded`]
      : []),
    '',
  ];
}

export function timelineReport({ family, knownAt, events }: TimelineAnswer): string {
  const rows = events.map(({ from, to, type, id, state }) => `${from}  ${to}  ${type}  ${id}  ${state}`);
  return [`${family}, as known at ${knownAt}: ${rows.length} events`, ...rows].join('\n');
}

/** A family under two policies. */
export const differenceLine = ({ family, differs, a, b }: WhatIfFamily): string =>
  differs ? `${family}: ${JSON.stringify(a)} -> ${JSON.stringify(b)}` : `${family}: the same`;

const since = (text: string | null): string => (text === null ? '' : `, since ${local(text)}`);
const count = (number: number, one: string, plural = 's'): string =>
  `${number} ${one}${number === 1 ? '' : plural}`;

function local(text: string): string {
  const instant = parseInstant(text);
  return instant === null ? text : clockOf(instant);
}
