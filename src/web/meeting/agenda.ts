import { FamilyId } from '../../domain/ids.ts';
import type { Relations } from '../../access/visitor.ts';
import type { FamilyStatus, PrintedQueueRow } from '../../read/views.ts';
import type { Text } from '../words/lang.ts';
import { meetingWords } from '../words/meetings.ts';
import { textIn } from '../form.ts';
import type { Fault } from './deciding.ts';

export interface Agenda {
  readonly participants: readonly string[];
  readonly agenda: readonly FamilyId[];
}

const mostLines = 60;
const longestLine = 80;

/** The two text fields, a line each; a family that the team may not open is named as typed, whether it exists or not. */
export function readAgenda(
  form: Readonly<Record<string, unknown>>,
  relations: Relations,
): Agenda | readonly Fault[] {
  const participants = linesIn(form['participants']);
  const wanted = linesIn(form['agenda']);
  const faults = [...sizeFaults('participants', participants), ...sizeFaults('agenda', wanted)];
  if (participants.length === 0) faults.push({ id: 'participants', text: meetingWords.nobodyThere });
  const agenda: FamilyId[] = [];
  for (const line of new Set(wanted)) {
    const family = FamilyId.safeParse(line);
    if (family.success && relations.of(family.data)) agenda.push(family.data);
    else faults.push({ id: 'agenda', text: meetingWords.badFamily(line.slice(0, longestLine)) });
  }
  return faults.length > 0 ? faults : { participants, agenda };
}

const linesIn = (value: unknown): readonly string[] =>
  textIn(value)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function sizeFaults(id: string, lines: readonly string[]): Fault[] {
  return [
    ...(lines.length > mostLines ? [{ id, text: meetingWords.tooMany(mostLines) }] : []),
    ...(lines.some((line) => line.length > longestLine)
      ? [{ id, text: meetingWords.tooLong(longestLine) }]
      : []),
  ];
}

export interface Suggestion {
  readonly family: FamilyId;
  readonly why: Text;
}

interface Asking {
  readonly relations: Relations;
  readonly onAgenda: readonly FamilyId[];
  readonly queue: readonly PrintedQueueRow[];
  readonly statusOf: (family: FamilyId) => FamilyStatus | null;
  readonly most: number;
}

/** Who needs help now comes first (R8), then who waits for a decision. */
export function suggestions({ relations, onAgenda, queue, statusOf, most }: Asking): readonly Suggestion[] {
  const found = new Map<FamilyId, Text>();
  for (const { family } of queue)
    if (relations.of(family) && !onAgenda.includes(family)) found.set(family, meetingWords.needsHelp);
  for (const family of relations.families()) {
    if (found.size >= most) break;
    if (found.has(family) || onAgenda.includes(family)) continue;
    if (statusOf(family)?.safety.candidate) found.set(family, meetingWords.needsDecision);
  }
  return [...found].slice(0, most).map(([family, why]) => ({ family, why }));
}
