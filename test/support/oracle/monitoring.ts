// Independence (P6), check-ins (P7), relations and cover (M1 to M4), all parties (M12).
import { activeAgreements, hasCompletePath, lastAgreement, protectsOf } from './agreements.ts';
import { endOf, plusDays, startOf } from './calendar.ts';
import { intimidation, users } from './facts.ts';
import { childrenOf, closePersons, differentOrgs, isAloneAge, partyInfo, roleOf } from './world.ts';
import type { World } from './world.ts';
import { byFrom, compare } from './types.ts';
import type { Ev } from './types.ts';

export type MonitorState =
  | 'invited'
  | 'declined'
  | 'withdrawn'
  | 'accepted'
  | 'active'
  | 'blind'
  | 'overdue'
  | 'silent'
  | 'paused_with_standin'
  | 'paused_uncovered';
export interface Relation {
  party: string;
  state: MonitorState;
  accepted: boolean;
  due: number | null;
  lateFrom: number | null;
}

const NAMING = ['MonitorInvited', 'MonitorAccepted', 'MonitorDeclined', 'MonitorWithdrew'];
const names = (e: Ev, agreement: string): boolean => e.data.agreements?.includes(agreement) === true;

/** P6. */
export function isIndependent(w: World, party: string, agreement: string): boolean {
  return w.once(`independent ${party} ${agreement}`, () => {
    const made = lastAgreement(w, agreement);
    if (made === undefined || partyInfo(w, party) === undefined) return false;
    const { actor } = made.data;
    if (actor === party) return false;
    return !closePersons(w, party).some((x) => x === actor || users(w).has(x));
  });
}

/** P7 without result and joint: x was seen by an independent, accepted monitor after joining. */
function seenBy(w: World, x: string, join: number): readonly Ev[] {
  return w
    .holding('MonitorCheckedIn')
    .filter(
      (e) =>
        e.data.personsSeen.includes(x) &&
        e.from >= join &&
        isIndependent(w, e.data.party, e.data.agreement) &&
        w
          .holding('MonitorAccepted')
          .some((a) => a.data.party === e.data.party && names(a, e.data.agreement) && a.to <= e.to),
    );
}
/** P7: qualifying check-ins about x. */
export const qualifying = (w: World, x: string, join: number): readonly Ev[] =>
  seenBy(w, x, join).filter((e) => e.data.result === 'kept' && !(intimidation(w) && e.data.joint));
/** D4: seeings of x. */
export const seeings = (w: World, x: string, join: number): readonly Ev[] =>
  seenBy(w, x, join).filter((e) => e.data.result !== 'could_not_observe');

/** The check-ins of a party on an agreement that hold, by `from`, then P2. */
export const checkIns = (w: World, agreement: string, party: string): Ev[] =>
  w
    .holding('MonitorCheckedIn')
    .filter((e) => e.data.agreement === agreement && e.data.party === party)
    .sort(byFrom);

/** M1: pauses of a party that hold and concern an agreement. */
const pausesOf = (w: World, agreement: string, party: string): readonly Ev[] =>
  w
    .holding('MonitorPaused')
    .filter((e) => e.data.party === party && (e.data.agreements === undefined || names(e, agreement)));
const isRunning = (w: World, pause: Ev): boolean =>
  w.V >= startOf(pause.data.from) && w.V < endOf(pause.data.to as string);

/** M1. Undefined if there is no relation. */
export function relation(w: World, agreement: string, party: string): Relation | undefined {
  return w.once(`relation ${agreement} ${party}`, () => {
    if (!w.holding(...NAMING).some((e) => e.data.party === party && names(e, agreement))) return undefined;
    const latest = w.latest(
      [...NAMING, 'PartyClosedInvolvement'],
      (e) => e.data.party === party && (e.type === 'PartyClosedInvolvement' || names(e, agreement)),
    ) as Ev;
    const simple = (state: MonitorState, accepted: boolean): Relation => ({
      party,
      state,
      accepted,
      due: null,
      lateFrom: null,
    });
    if (latest.type === 'MonitorInvited') return simple('invited', false);
    if (latest.type === 'MonitorDeclined') return simple('declined', false);
    if (latest.type !== 'MonitorAccepted') return simple('withdrawn', false);

    const pauses = pausesOf(w, agreement, party);
    const running = pauses.filter((e) => isRunning(w, e));
    if (running.length > 0) {
      // 1
      const good = running.some(
        (e) =>
          e.data.standIn !== undefined &&
          e.data.standIn !== party &&
          isActiveMonitor(w, agreement, e.data.standIn),
      );
      return simple(good ? 'paused_with_standin' : 'paused_uncovered', true);
    }
    const c = latest.data.cadenceDays; // 2
    const g = Math.max(1, Math.ceil((c * w.p.gracePercent) / 100));
    const ends = pauses.map((e) => endOf(e.data.to as string)).filter((end) => end <= w.V);
    const b = Math.max(
      latest.to,
      ...ends,
      ...(latest.data.monitorsFrom === undefined ? [] : [startOf(latest.data.monitorsFrom)]),
    );
    const after = checkIns(w, agreement, party).filter((e) => e.from >= b);
    const z = after.at(-1)?.from ?? b;
    const lateFrom = plusDays(z, c + g);
    let state: MonitorState;
    if (w.V >= plusDays(z, w.p.silentMisses * c + g)) state = 'silent';
    else if (w.V >= lateFrom) state = 'overdue';
    else if (after.length === 0) state = 'accepted';
    else if (after.length >= 2 && after.slice(-2).every((e) => e.data.result === 'could_not_observe'))
      state = 'blind';
    else state = 'active';
    return { party, state, accepted: true, due: plusDays(z, c), lateFrom };
  });
}

/** A stand-in counts only in state active; one that is paused itself is not, whoever stands in for it. */
function isActiveMonitor(w: World, agreement: string, party: string): boolean {
  if (pausesOf(w, agreement, party).some((e) => isRunning(w, e))) return false;
  return relation(w, agreement, party)?.state === 'active';
}

/** All relations to an agreement, by party. */
export function relations(w: World, agreement: string): Relation[] {
  return w.once(`relations ${agreement}`, () => {
    const parties = new Set(
      w
        .holding(...NAMING)
        .filter((e) => names(e, agreement))
        .map((e) => e.data.party),
    );
    return [...parties].sort(compare).map((p) => relation(w, agreement, p) as Relation);
  });
}

/** Every relation to an active agreement, with that agreement. */
export const activeRelations = (w: World): { agreement: Ev; relation: Relation }[] =>
  w.once('active relations', () =>
    [...activeAgreements(w).values()].flatMap((agreement) =>
      relations(w, agreement.data.agreement).map((r) => ({ agreement, relation: r })),
    ),
  );

/** 4.7: the parties with an accepted relation to an active agreement. */
export const acceptedMonitors = (w: World): Set<string> =>
  new Set(
    activeRelations(w)
      .filter((r) => r.relation.accepted)
      .map((r) => r.relation.party),
  );

export const isWatching = (r: Relation): boolean => r.state === 'active' || r.state === 'paused_with_standin';
export const isQuiet = (r: Relation): boolean => r.state === 'overdue' || r.state === 'silent';

/** M2 and M4: the cover of an active agreement. */
export function cover(w: World, agreement: Ev): 'covered' | 'thin' | 'uncovered' {
  const id = agreement.data.agreement;
  return w.once(`cover ${id}`, () => {
    if (!hasCompletePath(w, id)) return 'uncovered'; // M4
    // The stand-in of a paused monitor is itself an active relation, so it is in this list.
    const counted = relations(w, id).filter((r) => r.state === 'active' && isIndependent(w, r.party, id));
    const minors = protectsOf(w, agreement).filter(
      (x) => roleOf(w, x) === 'child' || roleOf(w, x) === 'unborn_child',
    );
    const mustSee = agreement.data.needsChildSight === true && minors.length > 0;
    const enough = (list: Relation[]): boolean =>
      differentOrgs(
        w,
        list.map((r) => r.party),
      ) >= (agreement.data.minMonitors ?? w.p.minMonitors) &&
      (!mustSee ||
        list.some(
          (r) =>
            checkIns(w, id, r.party)
              .at(-1)
              ?.data.personsSeen.some((x) => minors.includes(x)) === true,
        ));
    if (enough(counted.filter((r) => r.due !== null && r.due > w.V))) return 'covered';
    return enough(counted) ? 'thin' : 'uncovered';
  });
}

export const isUncovered = (w: World, agreement: Ev): boolean => cover(w, agreement) === 'uncovered';
export const criticalAgreements = (w: World): Ev[] =>
  [...activeAgreements(w).values()].filter((a) => a.data.critical);

type GroupKind = 'school' | 'early_years' | 'gp' | 'network';
type GroupState = 'active' | 'agreed_not_active' | 'asked' | 'asked_declined' | 'not_asked';
const GROUPS: { kind: GroupKind; expected: (w: World) => boolean; has: (info: Ev) => boolean }[] = [
  {
    kind: 'school',
    expected: (w) => childrenOf(w).some((x) => isAloneAge(w, x)),
    has: (e) => e.data.kind === 'school',
  },
  {
    kind: 'early_years',
    expected: (w) => childrenOf(w).some((x) => !isAloneAge(w, x)),
    has: (e) => ['childcare', 'youth_health_care'].includes(e.data.kind),
  },
  { kind: 'gp', expected: () => true, has: (e) => e.data.kind === 'gp' },
  { kind: 'network', expected: () => true, has: (e) => e.data.informal },
];

/** M12: the expected groups. */
export function groups(w: World): { kind: GroupKind; state: GroupState }[] {
  return GROUPS.filter((g) => g.expected(w)).map((g) => {
    const own = activeRelations(w)
      .map((r) => r.relation)
      .filter((r) => {
        const info = partyInfo(w, r.party);
        return info !== undefined && g.has(info);
      });
    let state: GroupState = 'not_asked';
    if (own.some(isWatching)) state = 'active';
    else if (own.some((r) => r.accepted)) state = 'agreed_not_active';
    else if (own.some((r) => r.state === 'invited')) state = 'asked';
    else if (own.length > 0) state = 'asked_declined';
    return { kind: g.kind, state };
  });
}

/** M12. */
export const allMonitoring = (w: World): boolean =>
  activeAgreements(w).size > 0 &&
  groups(w).every((g) => g.state === 'active') &&
  !criticalAgreements(w).some((a) => isUncovered(w, a));
