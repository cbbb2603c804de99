import { z } from 'zod';
import { PartyId, PersonId } from '../../domain/ids.ts';
import { formatInstant } from '../../domain/instant.ts';
import { Status } from '../../domain/vocabulary.ts';
import type { FamilyStatus, Viewpoint } from '../../read/views.ts';
import { readPolicy } from '../../domain/parameters.ts';
import type { Policy } from '../../domain/parameters.ts';
import type { Relation } from '../../access/visitor.ts';
import { listIn, textIn } from '../form.ts';
import type { Form } from '../form.ts';
import { reviewWords } from '../words/meetings.ts';
import type { Text } from '../words/lang.ts';

/** What the table filled in. */
export interface Review {
  readonly participants: readonly PartyId[];
  /** Null: discussed only. */
  readonly decision: { readonly person: PersonId | 'family'; readonly status: Status } | null;
  readonly dissent: readonly PartyId[];
  readonly notes: string;
}

/** A field that must be filled in otherwise. */
export interface Fault {
  readonly id: string;
  readonly text: Text;
}

export const mostNotes = 4000;

const PersonOrFamily = z.union([PersonId, z.literal('family')]);

export function readReview(form: Form): Review | readonly Fault[] {
  const participants = z.array(PartyId).min(1).safeParse(listIn(form['participants']));
  const dissent = z.array(PartyId).safeParse(listIn(form['dissent']));
  const status = textIn(form['status']);
  const decision = z
    .object({ person: PersonOrFamily, status: Status })
    .nullable()
    .safeParse(status === 'none' ? null : { person: textIn(form['about']), status });
  const notes = textIn(form['notes']).trim();
  const faults: Fault[] = [
    ...(participants.success ? [] : [{ id: 'participants', text: reviewWords.pickParty }]),
    ...(decision.success ? [] : [{ id: 'status', text: reviewWords.pickStatus }]),
    ...(notes.length <= mostNotes ? [] : [{ id: 'notes', text: reviewWords.notesTooLong(mostNotes) }]),
  ];
  if (!participants.success || !decision.success || !dissent.success || faults.length > 0) return faults;
  const against = dissent.data.filter((party) => participants.data.includes(party));
  if (decision.data !== null && against.length === participants.data.length)
    return [{ id: 'dissent', text: reviewWords.nobodyAgrees }];
  return { participants: participants.data, decision: decision.data, dissent: against, notes };
}

interface Pinned {
  readonly review: Review;
  /** From the form: the same form sent twice records once. */
  readonly key: string;
  readonly viewpoint: Viewpoint;
  readonly meeting: string | undefined;
  readonly seen: FamilyStatus;
  readonly policy: Policy;
  readonly relation: Relation;
}

/** The review, with the viewpoint and the thresholds of what was seen, and the decision that came of it. */
export function eventsOf({ review, key, viewpoint, meeting, seen, policy, relation }: Pinned): object[] {
  const { participants, decision, dissent, notes } = review;
  const [reviewId, decisionId] = [`review-${key}`, `decision-${key}`];
  const common = {
    version: 1,
    family: relation.family,
    by: relation.party,
    source: 'observed',
    ...(meeting !== undefined && { correlation: meeting }),
    ...(notes !== '' && { sealed: { text: notes } }),
  };
  const held = {
    ...common,
    id: reviewId,
    type: 'MdaReviewHeld',
    data: {
      participants,
      knownAt: formatInstant(viewpoint.knownAt),
      // Beyond the contract, so that the same table can be shown again under other thresholds.
      at: formatInstant(viewpoint.at),
      policy,
    },
  };
  if (decision === null) return [held];
  const { person, status } = decision;
  const judged = seen.safety.persons.filter((each) => person === 'family' || each.person === person);
  const basis = new Set(judged.flatMap(({ reasons }) => reasons.flatMap(({ events }) => events)));
  const judges = participants.filter((party) => !dissent.includes(party));
  const data = { person, status, judges, dissent, basis: [...basis].sort() };
  return [held, { ...common, id: decisionId, type: 'SafetyStatusDecided', causation: reviewId, data }];
}

/** The viewpoint and thresholds that a review was held with. */
const seenWith = z.object({
  knownAt: z.string(),
  at: z.string().optional().catch(undefined),
  policy: z.unknown().optional(),
});
export function readSeenWith(data: unknown) {
  const { knownAt, at, policy: stored } = seenWith.parse(data);
  const policy = readPolicy(stored);
  return { knownAt, at, policy: 'policy' in policy ? policy.policy : undefined };
}
