import { addDays, addHours, dayOf } from '../../../src/domain/calendar.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { birthMonth, father, kid, mother, parties } from './cast.ts';
import type { Party } from './cast.ts';
import type { Story } from './story.ts';

/** Families that reach direct or durable safety: what comes after can then lower it, and rules differ. */

const answers = { stillSafe: 'yes', basicConditions: 'yes', helpNeeded: 'no' };

interface Watcher {
  readonly party: Party;
  readonly cadenceDays: number;
}

/** Everyone and everything that direct safety asks for, at one hour. */
function begin(story: Story, isControlled: boolean, watchers: readonly Watcher[]): void {
  const { chance, start } = story;
  const state = (type: Parameters<Story['state']>[0], data: Parameters<Story['state']>[2]) =>
    story.state(type, start, data);
  const month = birthMonth(chance, start);
  state('PersonJoined', {
    person: kid,
    role: 'child',
    household: 'hh-1',
    ...(month === undefined ? {} : { birthMonth: month }),
  });
  state('PersonJoined', { person: mother, role: 'parent', household: 'hh-1' });
  state('PersonJoined', {
    person: father,
    role: chance.pick(['parent', 'parent', 'ex_partner']),
    household: 'hh-1',
  });
  for (const party of new Set<Party>([
    ...watchers.map((each) => each.party),
    'party:team',
    'party:vt',
    'party:jgz',
  ]))
    state('PartyInvolved', { party, ...parties[party] });
  state('PlanActivated', { plan: 'plan-1', agreedBy: ['party:team'] });
  state('LongTermProfessionalAssigned', {
    professional: 'party:jgz',
    deputy: 'party:team',
    ...(chance.happens(0.3) ? { contactDays: 92 } : {}),
  });
  const factors = chance.happens(0.5) ? [{ factor: 'addiction', person: father }] : [];
  state('AnalysisCompleted', {
    profile: isControlled ? 2 : 1,
    coerciveControl: 'no',
    violenceKinds: ['verbal'],
    factors,
    spokenSeparately: [],
    childrenAsked: [],
  });
  const protects = chance.pick([[kid], [kid, mother]]);
  state('SafetyConditionSet', {
    condition: 'c1',
    protects,
    horizon: 'direct',
    bottomLine: chance.happens(0.5),
  });
  state('SafetyAgreementMade', {
    agreement: 'a1',
    condition: 'c1',
    actor: father,
    action: 'leaves_when_tension_rises',
    timing: 'on_trigger',
    critical: true,
    ...(chance.happens(0.3) ? { needsChildSight: true } : {}),
  });
  const rungs = [
    { to: 'party:team', ackMinutes: 30, hours: 'office', accepted: true },
    { to: 'party:vt', ackMinutes: 15, hours: '24x7', accepted: true },
  ];
  state('EscalationPathSet', { agreement: 'a1', rungs });
  for (const party of protects.includes(mother) ? [father, mother] : [father])
    state('AgreementConsented', { agreement: 'a1', party, obtained: 'alone' });
  for (const { party, cadenceDays } of watchers)
    state('MonitorAccepted', { party, agreements: ['a1'], cadenceDays });
}

function checkIn(story: Story, party: Party, at: Instant, childAlone = true): void {
  story.state('MonitorCheckedIn', at, {
    party,
    agreement: 'a1',
    result: 'kept',
    personsSeen: [kid, mother],
    childAlone,
    joint: false,
    worry: 0,
  });
}

/** Safe here and now within days; monitors go on for some weeks, one of them perhaps not. */
export function directFamily(story: Story): Instant {
  const { chance, start } = story;
  const isControlled = chance.happens(0.2);
  const others: readonly Party[] = ['party:jgz', 'party:gp', 'party:neighbour'];
  const watchers: Watcher[] = [
    { party: 'party:school', cadenceDays: 7 },
    { party: 'party:aunt', cadenceDays: chance.pick([7, 14]) },
    ...chance.some(others, isControlled ? 1 : 0, 2).map((party) => ({ party, cadenceDays: 7 })),
  ];
  begin(story, isControlled, watchers);
  const lasts = chance.pick([5, 30, 60]);
  const isSeenAlone = chance.happens(0.85);
  for (const [index, { party, cadenceDays }] of watchers.entries()) {
    const end = chance.happens(0.2) ? 10 : lasts;
    for (let day = 1 + index; day < end; day += chance.pick([cadenceDays, cadenceDays, 5]))
      checkIn(story, party, addHours(addDays(start, day), index), isSeenAlone);
  }
  story.state('SafetyAssessed', addDays(start, 3), {
    assessor: 'party:vt',
    acuteDanger: 'no',
    acuteProblems: 'yes',
    basis: ['seen_alone'],
  });
  const decided = addDays(start, chance.pick([4, 4, 14]));
  story.state('SafetyStatusDecided', decided, {
    person: chance.pick(['family', 'family', kid]),
    status: chance.pick(['direct', 'direct', 'durable']),
    judges: ['party:team', 'party:vt'],
    basis: [],
  });
  return decided;
}

/** A year of calm, with everything that durable safety asks for shortly before its end. */
export function durableFamily(story: Story): Instant {
  const { chance, start } = story;
  const isControlled = chance.happens(0.15);
  const watchers: Watcher[] = (
    ['party:school', 'party:aunt', ...(isControlled ? ['party:gp' as const] : [])] as const
  ).map((party) => ({ party, cadenceDays: 91 }));
  begin(story, isControlled, watchers);
  checkIn(story, 'party:school', addDays(start, 10));
  story.state('SafetyStatusDecided', addDays(start, 14), {
    person: 'family',
    status: 'direct',
    judges: ['party:team', 'party:vt'],
    basis: [],
  });
  const calm = 14 + (isControlled ? 548 : 365);
  for (let day = 10; day < calm; day += chance.pick([80, 85, 91]))
    checkIn(story, 'party:school', addHours(addDays(start, day), 2));
  const late = (days: number) => addDays(start, calm - days);
  for (const [index, { party }] of watchers.entries()) checkIn(story, party, late(8 - index));
  story.state('SafetyAssessed', late(40), {
    assessor: 'party:vt',
    acuteDanger: 'no',
    acuteProblems: 'no',
    basis: ['seen_alone'],
  });
  for (const person of [mother, father]) {
    story.state('ParentTraumaScreened', late(100), { person, present: 'no' });
    const rehearsedAt = dayOf(late(chance.pick([30, 150])));
    story.state('RelapsePlanSet', late(30), {
      person,
      signals: [{ signal: 'sleeps-badly', level: 'orange', observers: ['party:school', 'party:aunt'] }],
      helpers: chance.happens(0.95) ? ['party:team'] : [],
      rehearsedAt,
    });
  }
  const weak = chance.happens(0.9) ? 'fragile' : 'insufficient';
  const levels = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [String(index + 1), index < 2 ? weak : 'sufficient']),
  );
  story.state('BasicConditionsAssessed', late(chance.pick([50, 175])), {
    child: kid,
    basis: ['seen'],
    levels,
  });
  story.state('RecoveryNeedAssessed', late(50), {
    person: kid,
    need: chance.pick(['none_found', 'none_found', 'none_found', 'needed', 'not_yet_clear']),
    irreparable: 'no',
    diagnosis: 'no',
    personAsked: chance.happens(0.9),
  });
  story.state('FactorReassessed', late(chance.pick([50, 175])), {
    factor: 'addiction',
    person: father,
    state: 'controlled',
  });
  story.state('ContactHeld', late(chance.pick([10, 50])), {
    party: 'party:jgz',
    with: [mother],
    joint: false,
    answers,
  });
  story.state('OutcomeMeasured', late(5), { person: mother, moment: 'T12', violence: 'none' });
  const decided = late(chance.pick([0, -1, -2]));
  story.state('SafetyStatusDecided', decided, {
    person: 'family',
    status: 'durable',
    judges: ['party:team', 'party:vt'],
    basis: [],
  });
  return decided;
}

/** Leaves out one or two things, so that each rule is at times the only one that is not met. */
export function flaw(story: Story): void {
  const { chance, events } = story;
  if (!chance.happens(0.4)) return;
  for (let left = chance.pick([1, 1, 2]); left > 0; left--)
    events.splice(chance.between(0, events.length - 1), 1);
}
