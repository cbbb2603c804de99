import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlanEvent } from '../../src/domain/event.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import { refusals } from '../../src/domain/refusal.ts';
import type { RefusalReason } from '../../src/domain/refusal.ts';
import type { EventLog, ExpectedVersion } from '../../src/log/log.ts';
import { handler } from '../../src/write/handle.ts';
import type { Handle, Outcome } from '../../src/write/handle.ts';
import { berk, checkIn, fact, instant, plan } from '../support/berk.ts';
import { engines } from '../support/engines.ts';
import type { StartedEngine } from '../support/engines.ts';

let log: EventLog;
let handle: Handle;

const now = () => instant('2025-02-10T12:00:00+01:00');

const record = (events: readonly unknown[], expected: ExpectedVersion = 'any'): Promise<Outcome> =>
  handle({ family: berk, events, expected });

async function stored(): Promise<PlanEvent[]> {
  const found: PlanEvent[] = [];
  for await (const { record: each } of log.readFamily(berk)) found.push(each.event);
  return found;
}

const refused = (reason: RefusalReason, path: string, event = 0) => ({
  ...{ kind: 'refused', reason, event, path },
  nextStep: refusals[reason],
});

describe.each(engines)('on the engine $name', ({ isEmbedded, start }) => {
  let engine: StartedEngine;
  beforeAll(async () => {
    engine = await start(now);
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    log = engine.emptyLog();
    handle = handler({ log, now, seal: (event) => Promise.resolve(event) });
    await record(plan());
  });
  afterEach(() => log.close());

  describe('recording facts', () => {
    it('given a plan, when the school checks in, then the fact is stored with the time of the log', async () => {
      const outcome = await record([checkIn()]);
      expect(outcome).toMatchObject({
        kind: 'recorded',
        repeated: false,
        receipt: { version: 8, position: await log.head() },
      });
      expect((await stored()).at(-1)).toMatchObject({
        type: 'MonitorCheckedIn',
      });
    });

    it('given a command that was written, when it comes again, then the receipt is the first one', async () => {
      const command = [checkIn(), checkIn()];
      const first = await record(command);
      await record([checkIn()]);
      const again = await record(command);
      expect(first).toMatchObject({ kind: 'recorded', repeated: false });
      expect(again).toEqual({ ...first, repeated: true });
      expect(await stored()).toHaveLength(10);
    });

    it('given a command of which a part was so already, when it comes again, then the receipt is the first one', async () => {
      await record([fact('MonitorWithdrew', { party: 'party:school', agreements: ['a1'] })]);
      const command = [fact('MonitorWithdrew', { party: 'party:school', agreements: ['a1'] }), checkIn()];
      const first = await record(command);
      expect(first).toMatchObject({ kind: 'recorded', repeated: false, receipt: { version: 9 } });
      expect(await record(command)).toEqual({ ...first, repeated: true });
      expect(await stored()).toHaveLength(9);
    });

    it('given an id that is taken, when another fact carries it, then nothing is written', async () => {
      const first = checkIn();
      await record([first]);
      const other = { ...checkIn(), id: first.id, source: 'document' };
      expect(await record([other])).toEqual({ kind: 'id-taken', id: first.id });
      expect(await record([checkIn(), other])).toEqual({ kind: 'id-taken', id: first.id });
      expect(await stored()).toHaveLength(8);
    });

    it('given that somebody else wrote, when a version is expected, then the conflict is told', async () => {
      await record([checkIn()]);
      expect(await record([checkIn()], 7)).toEqual({ kind: 'conflict', expected: 7, actual: 8 });
      expect(await record([checkIn()], 8)).toMatchObject({ kind: 'recorded' });
    });

    it('given two commands at once without an expected version, then both are decided and written', async () => {
      const outcomes = await Promise.all([record([checkIn()]), record([checkIn()]), record([checkIn()])]);
      expect(outcomes.map(({ kind }) => kind)).toEqual(['recorded', 'recorded', 'recorded']);
      expect(await stored()).toHaveLength(10);
    });

    it('given many commands at once, then each finds its place, and one that hangs does not keep the others', async () => {
      const seen = Array.from({ length: 60 }, () => checkIn());
      const outcomes = await Promise.all(seen.map((event) => record([event])));
      expect(outcomes.map(({ kind }) => kind)).toEqual(seen.map(() => 'recorded'));
      // Who waits too long for its turn goes out of turn, so the order is not promised.
      const found = (await stored()).map(({ id }) => id as string).slice(7);
      expect(found.sort()).toEqual(seen.map(({ id }) => id).sort());
      let hangs = true;
      const stuck = handler({
        log,
        now,
        seal(event) {
          if (!hangs) return Promise.resolve(event);
          hangs = false;
          return new Promise(() => undefined);
        },
      });
      void stuck({ family: berk, events: [checkIn()], expected: 'any' });
      expect(await stuck({ family: berk, events: [checkIn()], expected: 'any' })).toMatchObject({
        kind: 'recorded',
        receipt: { version: 68 },
      });
    });

    it('given several facts of which one is refused, then none is written', async () => {
      const outcome = await record([
        checkIn(),
        fact('AgreementEnded', { agreement: 'a9', reason: 'achieved' }),
      ]);
      expect(outcome).toEqual(refused('unknown-agreement', 'data.agreement', 1));
      expect(await stored()).toHaveLength(7);
    });

    it('given facts that build on each other in one command, then they are accepted together', async () => {
      const made = { ...plan()[5]?.data, agreement: 'a2' };
      const outcome = await record([
        fact('SafetyAgreementMade', made),
        fact('AgreementConsented', { agreement: 'a2', party: 'person:father', obtained: 'joint' }),
      ]);
      expect(outcome).toMatchObject({ kind: 'recorded' });
    });
  });

  describe('what really happened is recorded, even when it should not have happened', () => {
    it.each([
      [
        'a waiting list',
        fact('WaitlistPlacementRecorded', { ref: 'r1', provider: 'party:clinic', named: 'waitlist' }),
      ],
      ['a barrier of the system', fact('BarrierMet', { kind: 'funding_silo', ref: 'r1' })],
      [
        'a broken agreement',
        fact('AgreementBroken', { agreement: 'a1', by: 'person:father', violence: 'yes' }),
      ],
      ['a joint talk', fact('ContactHeld', { party: 'party:team', with: ['person:father'], joint: true })],
      ['somebody nobody recorded', fact('FamilyVoiceRecorded', { person: 'person:friend', alone: true })],
    ])('%s', async (_name, event) => {
      await record([
        {
          ...fact('BellRung', { bell: 'b1', to: 'party:team', urgency: 'urgent', selfReport: true }),
          id: 'bell',
        },
        fact('ImmediateHelpRequested', {
          request: 'r1',
          candidate: 'bell',
          persons: ['person:child'],
          help: 'any',
        }),
      ]);
      expect(await record([event])).toMatchObject({ kind: 'recorded' });
    });
  });

  describe('what cannot be true or cannot be meant is refused, with the next step', () => {
    it.each([
      [
        fact('AgreementConsented', { agreement: 'a9', party: 'party:x', obtained: 'joint' }),
        'unknown-agreement',
        'data.agreement',
      ],
      [
        fact('MonitorAccepted', { party: 'party:x', agreements: ['a1', 'a9'], cadenceDays: 7 }),
        'unknown-agreement',
        'data.agreements.1',
      ],
      [checkIn({ occurred: '2025-02-10T12:05:00.001+01:00' }), 'in-the-future', 'occurred'],
      [checkIn({ occurred: '2025-02-11' }), 'in-the-future', 'occurred'],
      [checkIn({ reportedAt: '2025-02-10T13:00:00+01:00' }), 'in-the-future', 'reportedAt'],
      [fact('MonitorCheckedIn', { ...checkIn().data, party: 'party:aunt' }), 'never-accepted', 'data.party'],
      [
        fact('MonitorWithdrew', { party: 'party:aunt', agreements: ['a1'] }),
        'unknown-party',
        'data.agreements.0',
      ],
      [fact('PlanStepStarted', { step: 's1' }), 'unknown-step', 'data.step'],
      [fact('PersonLeft', { person: 'person:nobody' }), 'unknown-person', 'data.person'],
      [fact('ResearchObjectionRecorded', { person: 'person:nobody' }), 'unknown-person', 'data.person'],
      [
        fact('BellAnswered', { bell: 'b9', party: 'party:team', action: 'called' }),
        'unknown-bell',
        'data.bell',
      ],
      [
        fact('HelpOffered', { request: 'r9', provider: 'party:x', startsAt: '2025-02-11T10:00:00Z' }),
        'unknown-request',
        'data.request',
      ],
      [
        fact('RelapseJudged', {
          candidate: 'nothing',
          relapse: 'no',
          judges: ['party:team'],
          spokenAlone: [],
        }),
        'unknown-event',
        'data.candidate',
      ],
      [
        fact('EventRetracted', { target: 'nothing', reason: 'duplicate', approvedBy: 'party:team' }),
        'unknown-event',
        'data.target',
      ],
      [{ ...checkIn(), supersedes: 'nothing' }, 'unknown-event', 'supersedes'],
      [{ ...checkIn(), family: 'fam-other' }, 'other-family', 'family'],
    ] as const)('%j: %s at %s', async (event, reason, path) => {
      expect(await record([event])).toEqual(refused(reason, path));
      expect(await stored()).toHaveLength(7);
    });

    it('a retraction of a retraction, and a correction of one', async () => {
      const seen = checkIn();
      const retraction = fact('EventRetracted', {
        target: seen.id,
        reason: 'duplicate',
        approvedBy: 'party:team',
      });
      await record([seen, retraction]);
      const again = { target: retraction.id, reason: 'duplicate', approvedBy: 'party:team' };
      expect(await record([fact('EventRetracted', again)])).toEqual(
        refused('retraction-of-retraction', 'data.target'),
      );
      expect(await record([fact('EventRetracted', again, { supersedes: retraction.id })])).toEqual(
        refused('retraction-of-retraction', 'supersedes'),
      );
    });

    it('two facts with one id, and a correction of another type', async () => {
      const seen = checkIn();
      expect(await record([seen, seen])).toEqual(refused('id-twice', 'id', 1));
      await record([seen]);
      const other = fact('PersonLeft', { person: 'person:father' }, { supersedes: seen.id });
      expect(await record([other])).toEqual(refused('other-type', 'supersedes'));
    });

    it.each([
      [{ ...checkIn(), version: undefined }, 'missing', 'version'],
      [{ ...checkIn(), type: 'SomethingElse' }, 'invalid', 'type'],
      [{ ...checkIn(), recordedAt: '2025-02-01T00:00:00Z' }, 'invalid', 'recordedAt'],
      [fact('MonitorCheckedIn', { ...checkIn().data, worry: 4 }), 'invalid', 'data.worry'],
      [checkIn({ occurred: { from: '2025-02-09', to: '2025-02-07' } }), 'order', 'occurred'],
      ['text', 'json', ''],
    ])('what has no shape is malformed: %j', async (event, reason, path) => {
      const shaped: unknown = JSON.parse(JSON.stringify(event));
      expect(await record([shaped])).toEqual({ kind: 'malformed', event: 0, reason, path });
    });
  });

  describe('deciding twice writes once', () => {
    it('an ending that is so already writes nothing', async () => {
      const end = () => fact('MonitorWithdrew', { party: 'party:school', agreements: ['a1'] });
      expect(await record([end()])).toMatchObject({ kind: 'recorded' });
      expect(await record([end()])).toEqual({ kind: 'nothing-new', version: 8 });
    });

    it('an ending that was retracted may be recorded again', async () => {
      const end = fact('PersonLeft', { person: 'person:father' });
      await record([end]);
      await record([
        fact('EventRetracted', { target: end.id, reason: 'never_happened', approvedBy: 'party:team' }),
      ]);
      expect(await record([fact('PersonLeft', { person: 'person:father' })])).toMatchObject({
        kind: 'recorded',
      });
    });

    it('an objection to research is written once, and again after it was taken back', async () => {
      const objection = () => fact('ResearchObjectionRecorded', { person: 'person:child' });
      const first = objection();
      expect(await record([first])).toMatchObject({ kind: 'recorded', receipt: { version: 8 } });
      expect(await record([objection()])).toEqual({ kind: 'nothing-new', version: 8 });
      expect(
        await record([fact('ResearchObjectionRecorded', { person: 'person:father' }), objection()]),
      ).toMatchObject({ kind: 'recorded', receipt: { version: 9 } });
      await record([
        fact('EventRetracted', { target: first.id, reason: 'never_happened', approvedBy: 'party:team' }),
      ]);
      expect(await record([objection()])).toMatchObject({ kind: 'recorded', receipt: { version: 11 } });
    });

    it('somebody who left the family may still object', async () => {
      await record([fact('PersonLeft', { person: 'person:father' })]);
      expect(await record([fact('ResearchObjectionRecorded', { person: 'person:father' })])).toMatchObject({
        kind: 'recorded',
      });
    });

    it('a release is noted once for each recipient and purpose', async () => {
      const noted = (more: object = {}) =>
        fact(
          'ResearchDisclosureRecorded',
          { release: 'release-1', recipient: 'university-a', purpose: 'evaluation', position: 7, ...more },
          { by: 'system' },
        );
      expect(await record([noted()])).toMatchObject({ kind: 'recorded', receipt: { version: 8 } });
      expect(await record([noted()])).toEqual({ kind: 'nothing-new', version: 8 });
      const others = [
        noted({ recipient: 'university-b' }),
        noted({ purpose: 'thesis' }),
        noted({ release: 'release-2' }),
      ];
      expect(await record(others)).toMatchObject({ kind: 'recorded', receipt: { version: 11 } });
    });

    it('an observation is never left out: each is its own fact', async () => {
      await record([checkIn()]);
      expect(await record([checkIn()])).toMatchObject({ kind: 'recorded', receipt: { version: 9 } });
    });
  });

  it.each(['MonitorAccepted', 'SafetyAgreementMade'])(
    'what a monitor saw is recorded also if the %s was taken back: a refusal would tell that to somebody from whom it is hidden',
    async (type) => {
      const target = (await stored()).find((event) => event.type === type)?.id;
      await record([fact('EventRetracted', { target, reason: 'wrong_family', approvedBy: 'party:team' })]);
      expect(await record([checkIn()])).toMatchObject({ kind: 'recorded' });
      const pause = {
        party: 'party:school',
        from: '2025-02-11',
        to: '2025-02-18',
        agreements: ['a1'],
        reason: 'inability',
      };
      expect(await record([fact('MonitorPaused', pause)])).toMatchObject({ kind: 'recorded' });
      const stop = { party: 'party:school', agreements: ['a1'] };
      expect(await record([fact('MonitorWithdrew', stop)])).toMatchObject({ kind: 'recorded' });
    },
  );

  if (isEmbedded)
    it('an id that another family used is taken', async () => {
      expect(await sameIdInAnotherFamily()).toMatchObject({ kind: 'id-taken' });
    });
  else
    it('an id that another family used is free: nodes know an id only within its family', async () => {
      expect(await sameIdInAnotherFamily()).toMatchObject({ kind: 'recorded', receipt: { version: 1 } });
    });

  async function sameIdInAnotherFamily(): Promise<Outcome> {
    const seen = checkIn();
    await record([seen]);
    const other = { ...seen, type: 'PlanActivated', family: 'fam-vos', data: plan()[3]?.data };
    return handle({ family: 'fam-vos' as FamilyId, events: [other], expected: 0 });
  }
});
