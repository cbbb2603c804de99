// Shared types of the oracle. Names follow events.md and status.md.

export type Tri = 'yes' | 'no' | 'unknown';
export type Status = 'unsafe' | 'unknown' | 'direct' | 'durable';
export type Urgency = 'acute' | 'urgent' | 'early';
export type Role =
  'child' | 'unborn_child' | 'parent' | 'partner' | 'ex_partner' | 'other_adult' | 'unrecorded';
export type Reason = 'json' | 'missing' | 'invalid' | 'order' | 'duplicate' | 'mismatch';

export interface Answers {
  stillSafe: Tri;
  basicConditions: Tri;
  helpNeeded: Tri;
}
export interface Rung {
  to: string;
  ackMinutes: number;
  hours: '24x7' | 'office';
  accepted: boolean;
}
export interface Signal {
  signal: string;
  level: string;
  observers: string[];
}

/** All fields of `data` over all event types; a rule only reads those of its type. */
export interface Data {
  actor: string;
  acute: Tri;
  acuteDanger: Tri;
  agreement: string;
  agreements?: string[];
  against: string[];
  alone: boolean;
  alternatives: number;
  answers?: Answers;
  basis: string[];
  bell: string;
  birthMonth?: string;
  bottomLine: boolean;
  bridging: boolean;
  by: string | string[];
  cadenceDays: number;
  candidate: string;
  child: string;
  childAlone: boolean;
  coerciveControl: Tri;
  condition: string;
  contactDays?: number;
  critical: boolean;
  dependsOn?: string[];
  deputy?: string;
  endedBy: string[];
  factor: string;
  factors: { factor: string; person?: string }[];
  familyInformed: boolean;
  familyPresent: boolean;
  followUp: string;
  form: string;
  from: string;
  handledAs?: string;
  helpNeeded?: Tri;
  helpers: string[];
  horizon: 'direct' | 'durable';
  informal: boolean;
  irreparable: Tri;
  joint: boolean;
  judges: string[];
  kind: string;
  lastDay: string;
  lethality?: string[];
  level: string;
  levels: Record<string, string>;
  linkedTo?: string[];
  livesWith?: string[];
  minMonitors?: number;
  moment: string;
  monitorsFrom?: string;
  need: string;
  needsChildSight?: boolean;
  nextLook?: string;
  observers: string[];
  obtained: string;
  organisation?: string;
  outcome: string;
  overloaded: Tri;
  party: string;
  pattern: string;
  perPerson?: Record<string, Tri>;
  person: string;
  personAsked: boolean;
  persons: string[];
  personsSeen: string[];
  present: Tri;
  professional: string;
  profile: number | 'unknown';
  protects: string[];
  provider: string;
  reason: string;
  ref?: string;
  rehearsedAt?: string;
  relapse: Tri;
  request: string;
  result: string;
  reviewDays?: number;
  ring: number;
  role: Role;
  rule: string;
  rungs: Rung[];
  selfReport: boolean;
  signals: Signal[];
  spokenAlone: string[];
  standIn?: string;
  startsAt: string;
  state: string;
  status: Status;
  step: string;
  subject: string;
  successor?: string;
  supporter: string;
  target: string;
  to?: string;
  until?: string;
  urgency?: Urgency;
  validFrom?: string;
  validTo?: string;
  violence: string;
  warm: boolean;
  witnessedBy: string[];
  worry: number;
}

/** An accepted event with its times in milliseconds. */
export interface Ev {
  id: string;
  type: string;
  family: string;
  from: number;
  to: number;
  reportedAt: number;
  recordedAt: number;
  by: string;
  source: string;
  hiddenFrom: string[];
  supersedes: string | undefined;
  causation: string | undefined;
  data: Data;
}

export interface Rejection {
  line: number;
  path: string;
  reason: Reason;
}

export const URGENCIES: readonly Urgency[] = ['early', 'urgent', 'acute'];
export const STATUSES: readonly Status[] = ['unsafe', 'unknown', 'direct', 'durable'];

export const lowest = (list: readonly Status[]): Status =>
  STATUSES.find((s) => list.includes(s)) ?? 'unknown';

export function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares two tuples key by key. */
export function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (let i = 0; i < a.length; i++) {
    const c = compare(a[i] as string | number, b[i] as string | number);
    if (c !== 0) return c;
  }
  return 0;
}

/** P2: the order of "latest" and "oldest first". */
export const byTime = (a: Ev, b: Ev): number =>
  compareKeys([a.to, a.recordedAt, a.id], [b.to, b.recordedAt, b.id]);
/** M1: by `from`, then P2. */
export const byFrom = (a: Ev, b: Ev): number => compare(a.from, b.from) || byTime(a, b);

/** Event ids sorted and without repetition. */
export const ids = (events: readonly Ev[]): string[] => [...new Set(events.map((e) => e.id))].sort(compare);

/** A field that is one name or a list of names. */
export const names = (value: string | string[]): string[] => (Array.isArray(value) ? value : [value]);
