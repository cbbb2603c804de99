import { clockOf, dayOf } from '../../domain/calendar.ts';
import type { DataOf, EventType, Recorded } from '../../domain/event.ts';
import type { Instant } from '../../domain/instant.ts';
import { never } from '../../domain/instant.ts';
import type { Bar } from '../timeline/bars.ts';
import type { TimelineFact } from '../timeline/facts.ts';
import { wholeFamily } from '../timeline/subjects.ts';
import type { Text } from '../words/lang.ts';
import { eventNames } from '../words/events.ts';
import { entryStates, statusNames, urgencyNames } from '../words/states.ts';
import { barNames, drawingWords, valueWords } from '../words/timeline.ts';
import { shownDay, shownInstant } from './screen.ts';
import type { Screen } from './screen.ts';

/** The words of one fact, the same beside its sign, in the table and read aloud. */
export function factText(fact: TimelineFact, screen: Screen): string {
  const { say } = screen;
  const parts = [
    ...detailsOf(fact.record).map(say),
    whenOf(fact, screen),
    ...(fact.lateDays >= 1 ? [say(drawingWords.late(fact.lateDays))] : []),
    ...(fact.state === 'in_effect' ? [] : [say(entryStates[fact.state])]),
  ];
  return `${say(eventNames[fact.record.type])}: ${parts.join(', ')}`;
}

/** When it happened: an instant, a day, or somewhere between two; the last day that was told is the last one named. */
function whenOf({ from, to }: TimelineFact, screen: Screen): string {
  if (from === to) return shownInstant(from, screen.lang);
  const start = shownTime(from, screen);
  const end = isMidnight(to) ? shownDay(dayOf((to - 1) as Instant), screen.lang) : shownTime(to, screen);
  return start === end ? start : screen.say(drawingWords.between(start, end));
}

const isMidnight = (instant: Instant) => clockOf(instant).endsWith(' 00:00');

/** A day where the clock reads midnight. */
export function shownTime(instant: Instant, { lang }: Screen): string {
  const shown = shownInstant(instant, lang);
  return shown.endsWith(' 00:00') ? shown.slice(0, -6) : shown;
}

/** What must be told beside the name of a fact; most names say enough. */
const details: { readonly [T in EventType]?: (data: DataOf<T>) => readonly Text[] } = {
  IncidentRecorded: ({ kinds, severity }) => [
    ...kinds.map((kind) => valueWords.violence[kind]),
    ...(severity === undefined ? [] : [valueWords.severity(severity)]),
  ],
  ViolencePatternRecorded: ({ kinds }) => kinds.map((kind) => valueWords.violence[kind]),
  MonitorCheckedIn: ({ result, worry }) => [
    valueWords.result[result],
    ...(worry > 0 ? [valueWords.worry(worry)] : []),
  ],
  RelapseSignalObserved: ({ level }) => [valueWords.level[level]],
  BellRung: ({ urgency }) => [urgencyNames[urgency]],
  SafetyAssessed: ({ acuteDanger }) => [valueWords.danger[acuteDanger]],
  SafetyStatusDecided: ({ status }) => [statusNames[status]],
};

function detailsOf({ type, data }: Recorded): readonly Text[] {
  const tell = details[type] as ((data: Recorded['data']) => readonly Text[]) | undefined;
  return tell?.(data) ?? [];
}

export function barText(bar: Bar, screen: Screen): string {
  const { say } = screen;
  const until = bar.until === never ? say(drawingWords.goesOn) : shownTime(bar.until, screen);
  const period = say(drawingWords.fromUntil(shownTime(bar.from, screen), until));
  return `${say(barNames[bar.kind])} ${period}`;
}

export const laneName = (id: string, screen: Screen): string =>
  id === wholeFamily ? screen.say(drawingWords.family) : screen.name(id);
