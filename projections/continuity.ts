import { addDays, endOfDay } from '../src/domain/calendar.ts';
import type { Day } from '../src/domain/calendar.ts';
import type { RecordedOf } from '../src/domain/event.ts';
import type { Instant } from '../src/domain/instant.ts';
import { history, latest, question, upTo } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';

/** C1-C4: the professional who stays available for years, and low-threshold contact that notices a relapse early (Q18). */

export interface Continuity {
  readonly professional: string | null;
  readonly deputy: string | null;
  readonly lastContact: Instant | null;
  readonly contactDue: Instant | null;
  /** C3: the leave that was announced and names no successor, as long as the professional is still there. */
  readonly leavingWithoutSuccessor: RecordedOf<'ProfessionalLeaveAnnounced'> | null;
}

const assignments = history(['LongTermProfessionalAssigned', 'HandoverCompleted'], () => ['family']);
const leaves = history(['ProfessionalLeaveAnnounced'], (record) => [record.data.professional]);
const closings = history(['PartyClosedInvolvement'], (record) => [record.data.party]);
const contacts = history(['ContactHeld', 'MonitorCheckedIn'], (record) =>
  record.data.answers === undefined ? [] : [record.data.party],
);

export const continuity = question((known: Known, now: Moment): Continuity => {
  const turns = upTo(now, assignments.of(known, 'family'));
  const assignedAt = turns.findLastIndex(({ type }) => type === 'LongTermProfessionalAssigned');
  const assignment = turns[assignedAt];
  const given = turns.at(-1);
  if (assignment?.type !== 'LongTermProfessionalAssigned' || !given)
    return {
      professional: null,
      deputy: null,
      lastContact: null,
      contactDue: null,
      leavingWithoutSuccessor: null,
    };
  const named = given.data.professional;
  const announced = upTo(now, leaves.of(known, named)).filter((leave) => leave.to >= given.to);
  const hasLeft = announced.some(({ data }) => now.reached(endOfDay(data.lastDay as Day)));
  const professional = hasLeft || hasClosed(known, now, named, given.to) ? null : named;
  const secondNamed = assignment.data.deputy;
  const deputy =
    secondNamed === undefined || hasClosed(known, now, secondNamed, assignment.to) ? null : secondNamed;
  const lastContact = greatestFrom(known, now, [professional, deputy]);
  const leave = announced.at(-1);
  return {
    professional,
    deputy,
    lastContact,
    contactDue: professional === null ? null : contactDue(known, given, assignment, lastContact),
    leavingWithoutSuccessor:
      professional !== null && leave && leave.data.successor === undefined ? leave : null,
  };
});

/** C2: the term for the next contact is over. */
export function isContactLate(known: Known, now: Moment): boolean {
  const { contactDue: due } = continuity(known, now);
  return due !== null && now.reached(due);
}

/** Who it is, or was last. */
export function lastProfessional(known: Known, now: Moment): string | null {
  return latest(now, assignments.of(known, 'family'))?.data.professional ?? null;
}

type Turn = RecordedOf<'LongTermProfessionalAssigned'> | RecordedOf<'HandoverCompleted'>;

/** C2; C4 asks for a contact soon after a cold handover. */
function contactDue(
  known: Known,
  given: Turn,
  assignment: RecordedOf<'LongTermProfessionalAssigned'>,
  lastContact: Instant | null,
): Instant {
  const isCold = given.type === 'HandoverCompleted' && !(given.data.warm && given.data.familyPresent);
  if (isCold && (lastContact === null || lastContact < given.to))
    return addDays(given.to, known.terms.coldContactDays);
  const contactDays = assignment.data.contactDays ?? known.terms.ltpContactDays;
  return addDays(Math.max(lastContact ?? -Infinity, given.to) as Instant, contactDays);
}

function hasClosed(known: Known, now: Moment, party: string, since: Instant): boolean {
  const closing = latest(now, closings.of(known, party));
  return closing !== undefined && closing.to >= since;
}

function greatestFrom(known: Known, now: Moment, parties: readonly (string | null)[]): Instant | null {
  const held = parties.flatMap((party) => (party === null ? [] : upTo(now, contacts.of(known, party))));
  return held.length === 0 ? null : (Math.max(...held.map(({ from }) => from)) as Instant);
}
