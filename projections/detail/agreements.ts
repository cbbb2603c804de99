import { endOf, startOf } from '../../src/domain/calendar.ts';
import type { RecordedOf } from '../../src/domain/event.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { activeAgreements, pathOf } from '../agreements.ts';
import type { ActiveAgreement } from '../agreements.ts';
import { consentsLacking, pathLacks } from '../completeness.ts';
import type { PathLack } from '../completeness.ts';
import { coverOf } from '../cover.ts';
import type { Cover } from '../cover.ts';
import { history, holding, latest } from '../known.ts';
import type { Known } from '../known.ts';
import { Moment } from '../moment.ts';
import { isInScope, lastCheckIn, relation, relationsOf } from '../monitors.ts';
import { isIndependent } from '../parties.ts';

/** What stands behind the coverage of each agreement: what was agreed, the bell path, who saw whom, and absences. */

export interface AgreementDetail {
  readonly agreement: string;
  readonly event: string;
  readonly condition: string;
  readonly protects: readonly string[];
  readonly horizon: 'direct' | 'durable';
  readonly bottomLine: boolean;
  readonly actor: string;
  readonly action: string;
  readonly timing: 'always' | 'daily' | 'weekly' | 'monthly' | 'on_trigger';
  readonly needed: number;
  readonly consentsLacking: readonly string[];
  readonly rungs: readonly Rung[];
  /** Why the path is not complete; empty if it is. */
  readonly pathLacks: readonly PathLack[];
  readonly monitors: readonly MonitorDetail[];
}

export interface Rung {
  readonly to: string;
  readonly ackMinutes: number;
  readonly hours: '24x7' | 'office';
  readonly accepted: boolean;
  readonly independent: boolean;
}

export interface MonitorDetail {
  readonly party: string;
  readonly cadenceDays: number | null;
  readonly standIn: string | null;
  readonly last: LastSeen | null;
}

export interface LastSeen {
  readonly event: string;
  readonly at: string;
  readonly result: 'kept' | 'partly' | 'broken' | 'could_not_observe';
  readonly personsSeen: readonly string[];
  readonly childAlone: boolean;
  readonly joint: boolean;
}

const acceptances = history(['MonitorAccepted'], ({ data }) =>
  data.agreements.map((agreement) => `${agreement}/${data.party}`),
);

export function agreementDetails(known: Known, now: Moment): readonly AgreementDetail[] {
  return activeAgreements(known, now).map((agreement) => detailOf(known, now, agreement));
}

function detailOf(known: Known, now: Moment, agreement: ActiveAgreement): AgreementDetail {
  const { id, made, condition } = agreement;
  const { actor, action, timing, minMonitors } = made.data;
  const { protects, horizon, bottomLine } = condition.data;
  return {
    agreement: id,
    event: made.id,
    condition: condition.data.condition,
    protects,
    horizon,
    bottomLine,
    actor,
    action,
    timing,
    needed: minMonitors ?? known.terms.minMonitors,
    consentsLacking: consentsLacking(known, now, agreement),
    rungs: (pathOf(known, now, id) ?? []).map((rung) => ({
      ...rung,
      independent: isIndependent(known, now, rung.to, id),
    })),
    pathLacks: pathLacks(known, now, id),
    monitors: relationsOf(known, now, id).map(({ party, standIn, accepted }) => ({
      party,
      standIn,
      cadenceDays: accepted
        ? (latest(now, acceptances.of(known, `${id}/${party}`))?.data.cadenceDays ?? null)
        : null,
      last: lastSeen(known, now, id, party),
    })),
  };
}

function lastSeen(known: Known, now: Moment, agreement: string, party: string): LastSeen | null {
  const last = lastCheckIn(known, now, agreement, party);
  if (!last) return null;
  const { result, personsSeen, childAlone, joint } = last.data;
  return { event: last.id, at: formatInstant(last.from), result, personsSeen, childAlone, joint };
}

/** An announced absence that is not over, on one agreement that its party accepted. */
export interface Absence {
  readonly event: string;
  readonly party: string;
  readonly agreement: string;
  readonly from: string;
  readonly to: string;
  readonly reason: RecordedOf<'MonitorPaused'>['data']['reason'];
  /** Named, and accepted to watch this agreement. */
  readonly standIn: string | null;
  /** What the rules say at its beginning, as far as is known now. */
  readonly cover: Cover['state'];
}

/** Absences that hold now or begin before an instant. */
export function absences(known: Known, now: Moment, before: Instant): readonly Absence[] {
  return holding(known, now, 'MonitorPaused')
    .filter(({ data }) => !now.reached(endOf(data.to)) && startOf(data.from) < before)
    .sort((a, b) => startOf(a.data.from) - startOf(b.data.from))
    .flatMap((pause) =>
      activeAgreements(known, now)
        .filter(({ id }) => isInScope(pause, id))
        .flatMap(({ id }) => absenceOf(known, now, pause, id) ?? []),
    );
}

function absenceOf(
  known: Known,
  now: Moment,
  { id, data }: RecordedOf<'MonitorPaused'>,
  agreement: string,
): Absence | null {
  if (relation(known, now, agreement, data.party)?.accepted !== true) return null;
  const begin = new Moment(Math.max(startOf(data.from), now.at) as Instant);
  const stands = data.standIn !== undefined && relation(known, now, agreement, data.standIn)?.accepted;
  return {
    event: id,
    party: data.party,
    agreement,
    from: formatInstant(startOf(data.from)),
    to: formatInstant(endOf(data.to)),
    reason: data.reason,
    standIn: stands === true ? (data.standIn ?? null) : null,
    cover: coverOf(known, begin, agreement).state,
  };
}
