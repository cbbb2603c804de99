import { addDays, dayOf } from '../../../../src/domain/calendar.ts';
import type { EventType } from '../../../../src/domain/event.ts';
import { father, kid, mother, person, persons, requests, steps, watchers } from '../cast.ts';
import { written } from '../times.ts';
import { idOf, isTriggering, judges, optional, soon, soonDay, tri, urgency } from './words.ts';
import type { Say } from './words.ts';

/** Signs of relapse and help, who stays, what is decided and taken back (events.md 4.5 and 4.6). */

export const relapseFacts = {
  RelapsePlanSet: (scene) => ({
    person: scene.chance.pick([mother, father]),
    signals: scene.chance.happens(0.85)
      ? [{ signal: 'sleeps-badly', level: 'orange', observers: scene.chance.some(watchers, 0, 3) }]
      : [],
    helpers: scene.chance.happens(0.85) ? ['party:team'] : [],
    ...optional(
      scene.chance,
      { rehearsedAt: scene.chance.happens(0.7) ? dayOf(scene.at) : dayOf(addDays(scene.at, -183)) },
      0.85,
    ),
  }),
  RelapseSignalObserved: ({ chance }) => ({
    person: person(chance),
    level: chance.pick(['green', 'green', 'orange', 'red']),
    pattern: chance.pick([
      'violence',
      'addiction',
      'debt_housing',
      'child_residual',
      'child_residual',
      'stress',
      'school_absence',
      'other',
    ]),
    selfReport: chance.happens(0.3),
  }),
  StressorRecorded: ({ chance }) => ({ kind: chance.pick(['job_loss', 'birth']) }),
  RelapseJudged: (scene) => ({
    candidate: idOf(scene, isTriggering),
    relapse: tri(scene.chance),
    ...optional(scene.chance, { urgency: urgency(scene.chance) }, 0.7),
    judges: judges(scene.chance),
    spokenAlone: scene.chance.pick([[], [mother], [kid], [father]]),
  }),
  ImmediateHelpRequested: (scene) => ({
    request: scene.chance.pick(requests),
    candidate: idOf(scene, isTriggering),
    persons: persons(scene.chance, 1),
    help: 'outreach',
  }),
  HelpOffered: (scene) => ({
    request: scene.chance.pick(requests),
    provider: scene.chance.pick(['party:clinic', 'party:outreach']),
    startsAt: written(scene.chance, soon(scene)),
  }),
  HelpDeclined: ({ chance }) => ({
    request: chance.pick(requests),
    person: mother,
    alone: chance.happens(0.6),
    alternatives: chance.between(0, 3),
  }),
  ImmediateHelpStarted: ({ chance }) => ({
    request: chance.pick(requests),
    provider: 'party:outreach',
    form: chance.pick(['in_person', 'in_person', 'video', 'phone', 'intake_only', 'letter']),
    bridging: chance.happens(0.15),
  }),
  ShortTermHelpEnded: ({ chance }) => ({
    request: chance.pick(requests),
    outcome: 'goal',
    followUp: chance.pick(['none', 'replan', 'extend']),
  }),
  WaitlistPlacementRecorded: ({ chance }) => ({
    ref: chance.pick([...requests, ...steps]),
    provider: 'party:clinic',
    named: 'planned_date',
  }),
  WaitlistLeft: ({ chance }) => ({ ref: chance.pick([...steps, ...requests]) }),
  ReferralRejected: ({ chance }) => ({
    ref: chance.pick(requests),
    provider: chance.pick(['party:clinic', 'party:outreach']),
    reason: chance.pick(['capacity', 'exclusion', 'jurisdiction', 'funding', 'no_diagnosis', 'other']),
  }),
  BarrierMet: ({ chance }) => ({
    kind: chance.pick(['residence_principle', 'funding_silo', 'waiting_list', 'waiting_list', 'privacy']),
    ...optional(chance, { ref: chance.pick(requests) }, 0.9),
  }),
  GuaranteeEnded: ({ chance }) => ({
    reason: 'moved',
    endedBy: ['party:team'],
    familyInformed: chance.happens(0.7),
  }),
  LongTermProfessionalAssigned: ({ chance }) => ({
    professional: chance.pick(['party:jgz', 'party:team']),
    ...optional(chance, { deputy: chance.pick(['party:team', 'party:vt']) }, 0.8),
    ...optional(chance, { contactDays: chance.pick([7, 30, 92]) }, 0.4),
  }),
  ProfessionalLeaveAnnounced: (scene) => ({
    professional: scene.chance.pick(['party:jgz', 'party:jgz', 'party:team']),
    lastDay: soonDay(scene),
    ...optional(scene.chance, { successor: 'party:vt' }, 0.4),
  }),
  HandoverCompleted: ({ chance }) => ({
    professional: chance.pick(['party:vt', 'party:team', 'party:jgz']),
    warm: chance.happens(0.5),
    familyPresent: chance.happens(0.6),
  }),
  SafetyStatusDecided: ({ chance }) => ({
    person: chance.pick(['family', 'family', 'family', kid, mother]),
    status: chance.pick(['direct', 'direct', 'direct', 'durable', 'unknown', 'unsafe']),
    judges: judges(chance),
    basis: [],
  }),
  OutcomeMeasured: ({ chance }) => ({
    person: chance.pick([mother, kid]),
    moment: chance.pick(['T0', 'T12', 'T18', 'later']),
    violence: chance.pick(['none', 'none', 'some', 'unknown']),
  }),
  MdaReviewHeld: ({ chance, at }) => ({ participants: ['party:team'], knownAt: written(chance, at) }),
  EventRetracted: (scene) => ({
    target: idOf(scene, (type) => type !== 'EventRetracted'),
    reason: 'never_happened',
    approvedBy: 'party:team',
  }),
  ResearchObjectionRecorded: ({ chance }) => ({ person: person(chance) }),
  ResearchDisclosureRecorded: ({ chance }) => ({
    release: chance.pick(['release-1', 'release-2']),
    recipient: 'university',
    purpose: 'evaluation',
    ...optional(chance, { position: chance.between(0, 900) }),
  }),
} as const satisfies Partial<Record<EventType, Say>>;
