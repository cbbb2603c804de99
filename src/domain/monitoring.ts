import { z } from 'zod';
import { PartyId, PersonId, Token } from './ids.ts';
import { Answers, Count, DayText, Urgency, When, some } from './vocabulary.ts';

/** Who watches which agreement, what they saw, and the bell (events.md 4.4). */

export const monitoringEvents = {
  /** Asked to monitor (M1). */
  MonitorInvited: z.object({ party: PartyId, agreements: some(Token) }),
  /** Accepts to monitor; monitoring counts from monitorsFrom if given (M1, P7). */
  MonitorAccepted: z.object({
    party: PartyId,
    agreements: some(Token),
    cadenceDays: Count,
    monitorsFrom: DayText.optional(),
  }),
  /** Says no (M1). */
  MonitorDeclined: z.object({ party: PartyId, agreements: some(Token) }),
  /** Stops (M1, M9). */
  MonitorWithdrew: z.object({ party: PartyId, agreements: some(Token) }),
  /** Cannot monitor for a period; without agreements: all of them (M1, M8). Reporting inability is no failure (Q25). */
  MonitorPaused: z.object({
    party: PartyId,
    from: When,
    to: When,
    agreements: some(Token).optional(),
    standIn: PartyId.optional(),
    reason: z.enum(['school_holiday', 'leave', 'illness', 'inability']),
  }),
  /** What a monitor saw (P7, D4, M1). */
  MonitorCheckedIn: z.object({
    party: PartyId,
    agreement: Token,
    result: z.enum(['kept', 'partly', 'broken', 'could_not_observe']),
    personsSeen: z.array(PersonId),
    childAlone: z.boolean(),
    joint: z.boolean(),
    worry: z.literal([0, 1, 2, 3]),
    answers: Answers.optional(),
  }),
  /** Somebody rings the bell (M11, L5, R1). */
  BellRung: z.object({
    bell: Token,
    to: PartyId,
    urgency: Urgency,
    selfReport: z.boolean(),
    agreement: Token.optional(),
    person: PersonId.optional(),
  }),
  /** A bell is answered with an action (M11). */
  BellAnswered: z.object({ bell: Token, party: PartyId, action: Token }),
  /** A computed alarm was seen (domain.md 4.7). */
  AlarmAcknowledged: z.object({ rule: Token, subject: z.string(), by: PartyId }),
  /** A computed alarm was dealt with (domain.md 4.7). */
  AlarmClosed: z.object({ rule: Token, subject: z.string(), by: PartyId, reason: Token.optional() }),
};

/** A check-in that asks for nothing: not broken, little worry, no answers. Most are, and the relapse rules need not read them. */
export function isRoutine({
  result,
  worry,
  answers,
}: z.infer<typeof monitoringEvents.MonitorCheckedIn>): boolean {
  return result !== 'broken' && worry < 2 && answers === undefined;
}
