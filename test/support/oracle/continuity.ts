// The long-term professional (C1, C2, C4) and the guarantee (W1).
import { endOf, plusDays } from './calendar.ts';
import type { World } from './world.ts';
import { byTime } from './types.ts';
import type { Ev } from './types.ts';

export interface Continuity {
  professional: string | null;
  deputy: string | null;
  lastContact: number | null;
  contactDue: number | null;
  /** C3: leave announcements of the current professional since a0, oldest first. */
  leaves: readonly Ev[];
}

export function continuity(w: World): Continuity {
  return w.once('continuity', () => {
    const assigned = w.latest(['LongTermProfessionalAssigned']);
    if (assigned === undefined)
      return { professional: null, deputy: null, lastContact: null, contactDue: null, leaves: [] };
    const handover = w.latest(['HandoverCompleted'], (e) => byTime(e, assigned) > 0);
    const giver = handover ?? assigned;
    const a0 = giver.to;
    const named = giver.data.professional;
    const closed = (party: string, from: number): boolean =>
      w.holding('PartyClosedInvolvement').some((e) => e.data.party === party && e.to >= from);
    const leaves = w
      .holding('ProfessionalLeaveAnnounced')
      .filter((e) => e.data.professional === named && e.to >= a0);
    const gone = closed(named, a0) || leaves.some((e) => w.V >= endOf(e.data.lastDay));
    const professional = gone ? null : named;
    const second = assigned.data.deputy;
    const deputy = second === undefined || closed(second, assigned.to) ? null : second;

    const contacts = w
      .holding('ContactHeld', 'MonitorCheckedIn')
      .filter(
        (e) => e.data.answers !== undefined && (e.data.party === professional || e.data.party === deputy),
      );
    const lastContact = contacts.length === 0 ? null : Math.max(...contacts.map((e) => e.from));
    const days = assigned.data.contactDays ?? w.p.ltpContactDays;
    let contactDue: number | null = plusDays(Math.max(lastContact ?? a0, a0), days);
    const cold = handover !== undefined && !(handover.data.warm && handover.data.familyPresent);
    if (cold && !contacts.some((e) => e.from >= a0)) contactDue = plusDays(a0, w.p.coldContactDays); // C4
    if (professional === null) contactDue = null;
    return { professional, deputy, lastContact, contactDue, leaves: professional === null ? [] : leaves };
  });
}

export const planIsActive = (w: World): boolean =>
  w.latest(['PlanActivated', 'PlanClosed'])?.type === 'PlanActivated';

/** W1: guaranteedSince, or null if the family is not guaranteed. */
export function guaranteedSince(w: World): number | null {
  return w.once('guarantee', () => {
    const relevant = w
      .holding('PlanActivated', 'GuaranteeEnded')
      .filter((e) => e.type === 'PlanActivated' || e.data.familyInformed);
    if (relevant.at(-1)?.type !== 'PlanActivated') return null;
    const lastEnding = relevant.findLastIndex((e) => e.type === 'GuaranteeEnded');
    return relevant[lastEnding + 1]?.to ?? null;
  });
}
export const isGuaranteed = (w: World): boolean => guaranteedSince(w) !== null;
