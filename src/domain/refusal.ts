/** Every reason for which a command is refused (what cannot be true, or cannot be meant), with the next step. */
export const refusals = {
  'unknown-agreement': 'No such agreement was made for this family. Check the agreement, or record it first.',
  'unknown-condition':
    'No such safety condition was set for this family. Check the condition, or set it first.',
  'unknown-plan': 'No such plan was activated for this family. Check the plan, or activate it first.',
  'unknown-step': 'No such step stands in the plan of this family. Check the step, or set it first.',
  'unknown-request':
    'No such request for help was made for this family. Check the request, or make it first.',
  'unknown-bell': 'No such bell was rung for this family. Check the bell.',
  'unknown-event': 'No such event is recorded for this family. Check the event.',
  'unknown-person': 'This person never joined this family. Check the person, or record the joining first.',
  'unknown-party': 'This party was never asked to monitor this agreement. Check the party and the agreement.',
  'unknown-supporter': 'This party was never named as a supporter of this person. Check both.',
  'never-accepted':
    'This party never accepted to monitor this agreement. Record the acceptance first, or another kind of contact.',
  'no-professional': 'No long-term professional was ever assigned to this family. Assign one first.',
  'no-guarantee': 'This family never had a plan, so it has no guarantee that could end.',
  'in-the-future':
    'This lies in the future. Record what has happened; planned things are fields of an event.',
  'retraction-of-retraction': 'A retraction cannot be retracted or corrected. Record the fact again.',
  'other-type':
    'A correction must have the same type as the event that it replaces. Retract the event and record the right one.',
  'own-id': 'An event cannot name itself. Name the event that is meant.',
  'other-family': 'The event names another family than the one it is sent to.',
  'id-twice': 'Two events of one command have the same id. Give each its own.',
} as const;

export type RefusalReason = keyof typeof refusals;

export interface Refusal {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** Which event of the command, from 0 on, and which of its fields. */
  readonly event: number;
  readonly path: string;
  readonly nextStep: string;
}

export interface Objection {
  readonly reason: RefusalReason;
  readonly path: string;
}

export const object = (reason: RefusalReason, path: string): Objection => ({ reason, path });

export const refuse = ({ reason, path }: Objection, event: number): Refusal => ({
  kind: 'refused',
  reason,
  event,
  path,
  nextStep: refusals[reason],
});
