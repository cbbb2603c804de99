import type { Instant } from '../../src/domain/instant.ts';
import type { Urgency } from '../../src/domain/vocabulary.ts';
import type { Known } from '../known.ts';
import type { Moment } from '../moment.ts';
import { since } from '../safety.ts';

/** Every rule of 4.7, in its order there. */
export const alarmRules = [
  'L1',
  'L2',
  'L3',
  'L4',
  'L5',
  'M2',
  'M5',
  'M6',
  'M8',
  'M10',
  'M11',
  'M14',
  'M15',
  'R7',
  'U6',
  'W6',
  'W10',
  'W11',
  'W12',
  'W13',
  'C1',
  'C2',
  'C3',
] as const;
type AlarmRule = (typeof alarmRules)[number];

/** 4.7: something that someone must do. Nothing stored creates an alarm; it follows from what is known. */
export interface Alarm {
  readonly rule: AlarmRule;
  readonly subject: string;
  readonly urgency: Urgency;
  readonly since: Instant;
  /** Who must act, if it is not the long-term professional (M11). */
  readonly to?: string;
}

/** The subjects for which a condition holds, each since it has held without interruption (4.7 "run"). */
export function running(
  known: Known,
  now: Moment,
  condition: (known: Known, now: Moment) => readonly string[],
): readonly { readonly subject: string; readonly since: Instant }[] {
  return condition(known, now).map((subject) => {
    let found: Instant | undefined;
    return {
      subject,
      // Looks back through the whole history, so only when somebody asks.
      get since() {
        return (found ??= since(
          now.at,
          (earlier) => condition(known, earlier).includes(subject),
          (holds) => holds,
        ));
      },
    };
  });
}

/** Alarms of one rule and urgency for a condition that runs. */
export function runningAlarms(
  rule: AlarmRule,
  urgency: Urgency,
  condition: (known: Known, now: Moment) => readonly string[],
): (known: Known, now: Moment) => readonly Alarm[] {
  return (known, now) =>
    running(known, now, condition).map((run) => ({
      rule,
      subject: run.subject,
      urgency,
      get since() {
        return run.since;
      },
    }));
}
