import type { Party } from '../cast.ts';
import { partOf } from '../cast.ts';
import { momentText, textOf } from '../days.ts';
import type { DataIn, How } from '../diary.ts';
import type { EventType } from '../../../src/domain/event.ts';
import { on } from '../life.ts';
import type { Life } from '../life.ts';
import type { Nature } from '../nature.ts';

/**
 * A family in good hands in which one thing after the other is changed on purpose, so that a rare outcome of the rules
 * is certain to occur. Days count from the day of the plan.
 */
export interface Story {
  readonly name: string;
  readonly why: string;
  readonly profile?: Nature['profile'];
  readonly turns: readonly Turn[];
  readonly looks: readonly Look[];
}

interface Turn {
  readonly day: number;
  readonly does: (life: Life) => void;
}

/** A day, at noon unless an hour is given, at which the outcomes named must show. */
interface Look {
  readonly day: number;
  readonly hour?: number;
  readonly shows: readonly string[];
}

export const turn = (day: number, does: (life: Life) => void): Turn => ({ day, does });
export const look = (day: number, ...shows: string[]): Look => ({ day, shows });
export const lookAt = (day: number, hour: number, ...shows: string[]): Look => ({ day, hour, shows });

/** Writes something down at ten in the morning, or later that day. */
export function tell<T extends EventType>(
  life: Life,
  type: T,
  data: DataIn<T>,
  how: How & { readonly minute?: number } = {},
): string {
  const { minute = 600, ...rest } = how;
  return life.diary.write(type, data, { day: life.today, minute }, rest);
}

export const user = 'person:parent-2';
export const other = 'person:parent-1';

export const partyOf = (life: Life, kind: Party['kind']): string =>
  partOf(life.cast, kind)?.party ?? 'party:unnamed';
export const momentIn = (life: Life, days: number, minute = 600): string =>
  momentText({ day: life.today + days, minute });
export const dayIn = (life: Life, days: number): string => textOf(life.today + days);

/** Nothing is heard of these monitors for so many days; of all, if none is named. */
export function hush(life: Life, days: number, ...kinds: Party['kind'][]): void {
  for (const monitor of life.monitors.filter(
    (each) => kinds.length === 0 || kinds.some((kind) => kind === each.kind),
  )) {
    monitor.silentFrom = life.today;
    on(life, life.today + days, () => {
      monitor.silentFrom = Infinity;
      monitor.next = life.today;
    });
  }
}

/** No monitor visits any more: what follows is told by the story alone. */
export function silence(life: Life): void {
  hush(life, 10_000);
}

export function checkIn(
  life: Life,
  party: string,
  more: Partial<DataIn<'MonitorCheckedIn'>> & { readonly minute?: number } = {},
): string {
  const { minute = 660, ...rest } = more;
  const usual = {
    party,
    agreement: 'a1',
    result: 'kept',
    personsSeen: [other, 'person:child-1', 'person:child-2'],
    childAlone: true,
    joint: false,
    worry: 0,
  } as const;
  return tell(
    life,
    'MonitorCheckedIn',
    { ...usual, personsSeen: [...usual.personsSeen], ...rest },
    { minute, by: party },
  );
}

export function assessed(life: Life, more: Partial<DataIn<'SafetyAssessed'>> = {}): string {
  const assessor = partyOf(life, 'veilig_thuis');
  return tell(
    life,
    'SafetyAssessed',
    { assessor, acuteDanger: 'no', acuteProblems: 'yes', basis: ['seen_alone'], ...more },
    { by: assessor, minute: 570 },
  );
}

/** Violence against the other parent that child 1 saw. */
export function incident(
  life: Life,
  more: Partial<DataIn<'IncidentRecorded'>> = {},
  how: How & { readonly minute?: number } = {},
): string {
  const data = {
    kinds: ['verbal' as const, 'threat' as const],
    by: [user],
    against: [other],
    witnessedBy: ['person:child-1'],
    ...more,
  };
  return tell(life, 'IncidentRecorded', data, {
    by: partyOf(life, 'local_team'),
    source: 'adult_said',
    ...how,
  });
}

export function sign(life: Life, level: 'green' | 'orange'): string {
  return tell(
    life,
    'RelapseSignalObserved',
    { person: user, level, pattern: 'addiction', selfReport: false, signal: 's-1' },
    { by: partyOf(life, 'family'), source: 'third_party' },
  );
}

export function judged(life: Life, candidate: string, more: Partial<DataIn<'RelapseJudged'>>): void {
  tell(
    life,
    'RelapseJudged',
    { candidate, relapse: 'yes', judges: [partyOf(life, 'local_team')], spokenAlone: [other], ...more },
    { minute: 640, causation: candidate },
  );
}

export function asked(life: Life, candidate: string, persons: string[]): void {
  tell(
    life,
    'ImmediateHelpRequested',
    { request: 'r90', candidate, persons, help: 'outpatient_help' },
    { minute: 650, causation: candidate },
  );
}

export function started(life: Life, request: string, minute: number): void {
  tell(
    life,
    'ImmediateHelpStarted',
    { request, provider: partyOf(life, 'mental_health'), form: 'in_person', bridging: false },
    { minute },
  );
}
