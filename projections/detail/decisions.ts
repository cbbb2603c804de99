import { addDays } from '../../src/domain/calendar.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Status } from '../../src/domain/vocabulary.ts';
import { decidedWithoutKnowledge, isSignedForDurable, raises, voidedBy } from '../decisions.ts';
import type { Decision } from '../decisions.ts';
import { ids } from '../finding.ts';
import { holding } from '../known.ts';
import type { Known } from '../known.ts';
import type { Moment } from '../moment.ts';

/** What people decided about safety, with what became of it. */
export interface DecisionDetail {
  readonly event: string;
  readonly person: string;
  readonly status: Status;
  readonly at: string;
  readonly judges: readonly string[];
  readonly dissent: readonly string[];
  readonly basis: readonly string[];
  /** Facts that could not be weighed, because they became known later. */
  readonly unweighed: readonly string[];
  /** Violence that was too recent when this was signed, and from when it could have been signed. */
  readonly tooRecent: readonly string[];
  readonly quietFrom: string | null;
  /** A decision of safety that no longer stands. */
  readonly isVoid: boolean;
  readonly isWithoutKnowledge: boolean;
  /** U12: durable, but it counts as direct. */
  readonly countsAsDirect: boolean;
}

/** Newest first. */
export function decisionDetails(known: Known, now: Moment): readonly DecisionDetail[] {
  const unknowing: readonly string[] = decidedWithoutKnowledge(known, now);
  return holding(known, now, 'SafetyStatusDecided')
    .map((decision) => detailOf(known, now, decision, unknowing))
    .reverse();
}

function detailOf(
  known: Known,
  now: Moment,
  decision: Decision,
  unknowing: readonly string[],
): DecisionDetail {
  const { person, status, judges, dissent = [], basis } = decision.data;
  const { unweighed, tooRecent } = raises(decision)
    ? voidedBy(known, now, decision)
    : { unweighed: [], tooRecent: [] };
  const quiet = tooRecent.map(({ to }) => addDays(to, known.terms.directQuietDays));
  return {
    event: decision.id,
    person,
    status,
    at: formatInstant(decision.to),
    judges,
    dissent,
    basis,
    unweighed: ids(unweighed),
    tooRecent: ids(tooRecent),
    quietFrom: quiet.length === 0 ? null : formatInstant(Math.max(...quiet) as Instant),
    isVoid: unweighed.length + tooRecent.length > 0,
    isWithoutKnowledge: unknowing.includes(decision.id),
    countsAsDirect: status === 'durable' && !isSignedForDurable(known, now, decision),
  };
}
