import type { PartyKind } from '../src/domain/family.ts';
import type { Instant } from '../src/domain/instant.ts';
import { activeAgreements } from './agreements.ts';
import { isComplete } from './completeness.ts';
import { coverOf, uncoveredCritical } from './cover.ts';
import type { Cover } from './cover.ts';
import { question } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';
import { lastCheckIn, relationsOf } from './monitors.ts';
import type { MonitorState, Relation } from './monitors.ts';
import { isIndependent, partyOf } from './parties.ts';
import { isAged, isChild, roster } from './roster.ts';

/** 4.3 Monitoring: are all involved parties really watching, as agreed (Q13)? Two numbers, never a percentage. */

export interface Coverage {
  readonly agreed: number;
  readonly active: number;
  readonly allMonitoring: boolean;
  readonly agreements: readonly AgreementCoverage[];
  readonly parties: readonly { readonly kind: Group; readonly state: GroupState }[];
}

export interface AgreementCoverage {
  readonly agreement: string;
  readonly condition: string;
  readonly critical: boolean;
  readonly state: Cover['state'];
  readonly complete: boolean;
  readonly monitors: readonly MonitorCoverage[];
}

export interface MonitorCoverage {
  readonly party: string;
  readonly kind: PartyKind;
  readonly independent: boolean;
  readonly state: MonitorState;
  readonly lastCheckIn: Instant | null;
  readonly due: Instant | null;
}

export type Group = 'school' | 'early_years' | 'gp' | 'network';
export type GroupState = 'active' | 'agreed_not_active' | 'asked' | 'asked_declined' | 'not_asked';

export const coverage = question((known: Known, now: Moment): Coverage => {
  const agreements = activeAgreements(known, now);
  const relations = agreements.flatMap(({ id }) => relationsOf(known, now, id));
  const partiesWith = (isCounted: (relation: Relation) => boolean) =>
    new Set(relations.filter(isCounted).map(({ party }) => party)).size;
  const parties = expectedGroups(known, now).map((kind) => ({
    kind,
    state: groupState(known, now, kind, relations),
  }));
  return {
    agreed: partiesWith(({ accepted }) => accepted),
    active: partiesWith(isWatching),
    allMonitoring:
      agreements.length > 0 &&
      parties.every(({ state }) => state === 'active') &&
      uncoveredCritical(known, now).length === 0,
    agreements: agreements.map(({ id, made, condition }) => ({
      agreement: id,
      condition: condition.data.condition,
      critical: made.data.critical,
      state: coverOf(known, now, id).state,
      complete: isComplete(known, now, id),
      monitors: relationsOf(known, now, id).map((relation) => monitorCoverage(known, now, relation)),
    })),
    parties,
  };
});

function isWatching({ state }: Relation): boolean {
  return state === 'active' || state === 'paused_with_standin';
}

function monitorCoverage(
  known: Known,
  now: Moment,
  { agreement, party, state, due }: Relation,
): MonitorCoverage {
  return {
    party,
    kind: partyOf(known, now, party)?.data.kind ?? 'other',
    independent: isIndependent(known, now, party, agreement),
    state,
    lastCheckIn: lastCheckIn(known, now, agreement, party)?.from ?? null,
    due,
  };
}

/** M12: who is expected to be asked; school for children who go there, early years for the others. */
function expectedGroups(known: Known, now: Moment): readonly Group[] {
  const children = roster(known, now).filter(isChild);
  const atSchool = children.filter((child) => isAged(child, known.terms.childAloneAge, now));
  return [
    ...(atSchool.length > 0 ? (['school'] as const) : []),
    ...(atSchool.length < children.length ? (['early_years'] as const) : []),
    'gp',
    'network',
  ];
}

function belongsTo(known: Known, now: Moment, group: Group, party: string): boolean {
  const data = partyOf(known, now, party)?.data;
  switch (group) {
    case 'school':
    case 'gp':
      return data?.kind === group;
    case 'early_years':
      return data?.kind === 'childcare' || data?.kind === 'youth_health_care';
    case 'network':
      return data?.informal === true;
  }
}

/** M12: the best that a group does, on any active agreement. */
function groupState(known: Known, now: Moment, group: Group, relations: readonly Relation[]): GroupState {
  const own = relations.filter(({ party }) => belongsTo(known, now, group, party));
  if (own.some(isWatching)) return 'active';
  if (own.some(({ accepted }) => accepted)) return 'agreed_not_active';
  if (own.some(({ state }) => state === 'invited')) return 'asked';
  return own.length > 0 ? 'asked_declined' : 'not_asked';
}
