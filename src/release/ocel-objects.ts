import type { DataOf, EventType, PlanEvent } from '../domain/event.ts';
import type { ObjectType, Part } from './objects.ts';

/** What things are like over time, and how they hang together, as objects of OCEL. */

/** What an event tells of a thing from then on. */
export interface Change {
  readonly type: ObjectType;
  readonly id: string;
  readonly values: Readonly<Record<string, string | undefined>>;
}

const attributes: Readonly<Partial<Record<ObjectType, readonly string[]>>> = {
  person: ['is_member', 'role', 'household', 'birth_month'],
  party: ['is_involved', 'kind', 'informal'],
  plan: ['state'],
  condition: ['state', 'horizon', 'bottom_line'],
  agreement: ['state', 'action', 'timing', 'critical'],
  step: ['state', 'kind'],
};

export function objectTypeAttributes(type: ObjectType) {
  return (attributes[type] ?? []).map((name) => ({ name, type: 'string' }));
}

export function changesOf({ type, data }: PlanEvent): readonly Change[] {
  const tell = told[type] as ((data: PlanEvent['data']) => Change) | undefined;
  return tell ? [tell(data)] : [];
}

const change = (type: ObjectType, id: string, values: Change['values']): Change => ({ type, id, values });

/** As events tell it; the states that the rules give stand in the tables. */
const told: { readonly [T in EventType]?: (data: DataOf<T>) => Change } = {
  PersonJoined: ({ person, role, household, birthMonth }) =>
    change('person', person, { is_member: 'true', role, household, birth_month: birthMonth }),
  PersonLeft: ({ person }) => change('person', person, { is_member: 'false' }),
  PartyInvolved: ({ party, kind, informal }) =>
    change('party', party, { is_involved: 'true', kind, informal: String(informal) }),
  PartyClosedInvolvement: ({ party }) => change('party', party, { is_involved: 'false' }),
  PlanActivated: ({ plan }) => change('plan', plan, { state: 'active' }),
  PlanClosed: ({ plan }) => change('plan', plan, { state: 'closed' }),
  SafetyConditionSet: ({ condition, horizon, bottomLine }) =>
    change('condition', condition, { state: 'set', horizon, bottom_line: String(bottomLine) }),
  SafetyConditionEnded: ({ condition }) => change('condition', condition, { state: 'ended' }),
  SafetyAgreementMade: ({ agreement, action, timing, critical }) =>
    change('agreement', agreement, { state: 'made', action, timing, critical: String(critical) }),
  AgreementEnded: ({ agreement }) => change('agreement', agreement, { state: 'ended' }),
  PlanStepSet: ({ step, kind }) => change('step', step, { state: 'set', kind }),
  PlanStepStarted: ({ step }) => change('step', step, { state: 'started' }),
  PlanStepCompleted: ({ step }) => change('step', step, { state: 'completed' }),
  PlanStepStalled: ({ step }) => change('step', step, { state: 'stalled' }),
};

/** Which part of an event belongs to which other part of it for as long as both exist. */
const ties: Readonly<
  Partial<Record<EventType, { readonly from: ObjectType; readonly to: readonly string[] }>>
> = {
  SafetyConditionSet: { from: 'condition', to: ['protects'] },
  SafetyAgreementMade: { from: 'agreement', to: ['condition', 'actor'] },
  MonitorAccepted: { from: 'agreement', to: ['monitor'] },
  PlanStepSet: { from: 'step', to: ['person', 'owner', 'depends_on'] },
  ImmediateHelpRequested: { from: 'request', to: ['candidate', 'persons'] },
  BellRung: { from: 'bell', to: ['agreement', 'rung_to'] },
};

export interface Tie {
  readonly from: Part;
  readonly to: Part;
  readonly as: string;
}

export function tiesOf(type: EventType, parts: readonly Part[]): readonly Tie[] {
  const tie = ties[type];
  if (!tie) return [];
  const owners = parts.filter((part) => part.type === tie.from && part.as === tie.from);
  return owners.flatMap((from) =>
    parts.filter(({ as }) => tie.to.includes(as)).map((to) => ({ from, to, as: to.as })),
  );
}
