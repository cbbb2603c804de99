import { tap } from 'rxjs';
import type { AppendResult, EventLog } from './log.ts';

/** Who counts what a log does; it learns how much and how fast, never of whom. */
export interface LogMeter {
  /** An append has ended; `failed` if it rejected: then it may or may not be stored. */
  appended(outcome: AppendOutcome, seconds: number): void;
  /** One event was handed to a follower. */
  followed(): void;
}

export type AppendOutcome = Exclude<AppendResult['kind'], 'appended'> | 'written' | 'repeated' | 'failed';

export const appendOutcomes = [
  'written',
  'repeated',
  'conflict',
  'id-taken',
  'failed',
] as const satisfies readonly AppendOutcome[];

/** The same log, whatever the engine, with a meter beside it; `seconds` is a clock that never goes back. */
export function metered(log: EventLog, meter: LogMeter, seconds: () => number): EventLog {
  return {
    ...log,
    follow: (after) =>
      log.follow(after).pipe(
        tap(() => {
          meter.followed();
        }),
      ),
    async append(family, expected, events) {
      const from = seconds();
      try {
        const result = await log.append(family, expected, events);
        meter.appended(outcomeOf(result), seconds() - from);
        return result;
      } catch (error) {
        meter.appended('failed', seconds() - from);
        throw error;
      }
    },
  };
}

const outcomeOf = (result: AppendResult): AppendOutcome =>
  result.kind === 'appended' ? (result.repeated ? 'repeated' : 'written') : result.kind;
