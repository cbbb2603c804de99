import type { DataOf, EventType, PlanEvent } from './event.ts';

/**
 * What must be remembered of a family to judge whether a new fact can be true: which events exist, and the last word
 * about each thing that is named. No rule of safety is decided here.
 */
export interface FamilyRecord {
  readonly events: Map<string, EventType>;
  /** By `thing id`: the type of the last event with a word about it. */
  readonly lastWords: Map<string, EventType>;
  /** The same keys, and those of which every word was taken back since. */
  readonly everNamed: Set<string>;
}

export type Thing =
  | 'agreement'
  | 'condition'
  | 'plan'
  | 'step'
  | 'request'
  | 'bell'
  | 'answer'
  | 'person'
  | 'relation'
  | 'acceptance'
  | 'involvement'
  | 'supporter'
  | 'professional'
  | 'wait'
  | 'retraction'
  | 'objection'
  | 'disclosure';

/** From everything recorded; what was retracted or corrected has no word any more. */
export function recordOf(events: readonly PlanEvent[]): FamilyRecord {
  const record: FamilyRecord = { events: new Map(), lastWords: new Map(), everNamed: new Set() };
  const withdrawn = new Set<string>();
  for (const event of events) {
    if (event.type === 'EventRetracted') withdrawn.add(event.data.target);
    if (event.supersedes !== undefined) withdrawn.add(event.supersedes);
  }
  for (const event of events) {
    if (withdrawn.has(event.id)) {
      record.events.set(event.id, event.type);
      for (const [thing, id] of wordsOf(event)) record.everNamed.add(`${thing} ${id}`);
    } else evolve(record, event);
  }
  return record;
}

/** Adds an event; the record is the writer's own, so it is changed in place. */
export function evolve({ events, lastWords, everNamed }: FamilyRecord, event: PlanEvent): void {
  events.set(event.id, event.type);
  for (const [thing, id] of wordsOf(event)) {
    lastWords.set(`${thing} ${id}`, event.type);
    everNamed.add(`${thing} ${id}`);
  }
}

export const isNamed = ({ lastWords }: FamilyRecord, thing: Thing, id: string): boolean =>
  lastWords.has(`${thing} ${id}`);

/** Named once, also if that was taken back. */
export const wasNamed = ({ everNamed }: FamilyRecord, thing: Thing, id: string): boolean =>
  everNamed.has(`${thing} ${id}`);

export const lastWord = ({ lastWords }: FamilyRecord, thing: Thing, id: string): EventType | undefined =>
  lastWords.get(`${thing} ${id}`);

/** About which things an event has a word. */
export function wordsOf<T extends EventType>(event: {
  readonly type: T;
  readonly data: DataOf<T>;
}): readonly Word[] {
  return words[event.type]?.(event.data) ?? [];
}

export type Word = readonly [Thing, string];

/** A relation of a party to one agreement, or of a supporter to one person. */
export const pair = (one: string, other: string): string => `${one}/${other}`;

const relations = ({ agreements, party }: DataOf<'MonitorInvited'>): readonly Word[] =>
  agreements.map((agreement) => ['relation', pair(agreement, party)]);

const words: { readonly [T in EventType]?: (data: DataOf<T>) => readonly Word[] } = {
  PersonJoined: ({ person }) => [['person', person]],
  PersonLeft: ({ person }) => [['person', person]],
  PartyInvolved: ({ party }) => [['involvement', party]],
  PartyClosedInvolvement: ({ party }) => [['involvement', party]],
  PlanActivated: ({ plan }) => [['plan', plan]],
  PlanClosed: ({ plan }) => [['plan', plan]],
  SafetyConditionSet: ({ condition }) => [['condition', condition]],
  SafetyConditionEnded: ({ condition }) => [['condition', condition]],
  SafetyAgreementMade: ({ agreement }) => [['agreement', agreement]],
  AgreementEnded: ({ agreement }) => [['agreement', agreement]],
  PlanStepSet: ({ step }) => [['step', step]],
  MonitorInvited: relations,
  MonitorAccepted: (data) => [
    ...relations(data),
    ...data.agreements.map((agreement): Word => ['acceptance', pair(agreement, data.party)]),
  ],
  MonitorDeclined: relations,
  MonitorWithdrew: relations,
  BellRung: ({ bell }) => [['bell', bell]],
  BellAnswered: ({ bell, party }) => [['answer', pair(bell, party)]],
  SupportPersonNamed: ({ person, supporter }) => [['supporter', pair(person, supporter)]],
  SupportPersonLeft: ({ person, supporter }) => [['supporter', pair(person, supporter)]],
  ImmediateHelpRequested: ({ request }) => [['request', request]],
  WaitlistPlacementRecorded: ({ ref }) => [['wait', ref]],
  WaitlistLeft: ({ ref }) => [['wait', ref]],
  LongTermProfessionalAssigned: () => [['professional', 'any']],
  EventRetracted: ({ target }) => [['retraction', target]],
  ResearchObjectionRecorded: ({ person }) => [['objection', person]],
  ResearchDisclosureRecorded: ({ release, recipient, purpose }) => [
    ['disclosure', pair(release, pair(recipient, purpose))],
  ],
};
