import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import type { AppendResult, EventLog, Receipt, Stored, Submission } from '../../src/log/log.ts';

/** A fresh log whose clock the test sets, that can be closed and opened again. */
export interface LogUnderTest {
  readonly log: EventLog;
  reopen(): Promise<EventLog>;
  /** The times of events come from the clock of a server that no test can set. */
  readonly ownClock?: boolean;
  /** Every command of a family is recorded at least a millisecond after the one before it. */
  readonly strictTimes?: boolean;
  /** An id is stored once in a family, not once in the whole log: nodes do not ask each other. */
  readonly idsPerFamily?: boolean;
  /** Closes and clears away. */
  end(): Promise<void>;
}

export type OpenLog = (now: () => Instant) => Promise<LogUnderTest>;

export const ada = 'family-ada' as FamilyId;
export const bo = 'family-bo' as FamilyId;
export const monday = '2026-03-02T09:00:00.000Z';
export const tuesday = '2026-03-03T09:00:00.000Z';

/** A check-in that nobody doubts; `more` changes what a test is about. */
export function checkedIn(id: string, more: Partial<Submission> = {}): Submission {
  return {
    id,
    type: 'MonitorCheckedIn',
    version: 1,
    family: ada,
    occurred: '2026-03-01T12:00:00+01:00',
    reportedAt: '2026-03-01T12:30:00Z',
    by: 'party:school',
    source: 'observed',
    data: {
      party: 'party:school',
      agreement: 'agreement-1',
      result: 'kept',
      personsSeen: ['person:ada'],
      childAlone: true,
      joint: false,
      worry: 0,
    },
    ...more,
  } as Submission;
}

/** What every engine promises in `src/log/log.ts`. */
export function logContract(name: string, open: OpenLog): void {
  describe(`the event log: ${name}`, () => {
    let under: LogUnderTest;
    let log: EventLog;
    let clock: string;

    beforeEach(async () => {
      clock = monday;
      under = await open(() => parseInstant(clock) as Instant);
      log = under.log;
    });
    afterEach(() => under.end());

    it('given an event, then it is read with its head, its content and the time that the log gave it', async () => {
      const receipt = await appended(log.append(ada, 0, [checkedIn('e-1')]));
      const [recordedAt] = await timesIn(log);
      if (under.ownClock) expect(Math.abs(instantOf(recordedAt) - Date.now())).toBeLessThan(300_000);
      else expect(recordedAt).toBe(monday);
      expect(await all(log.readAll(0))).toEqual([
        {
          position: receipt.position,
          version: 1,
          head: {
            id: 'e-1',
            type: 'MonitorCheckedIn',
            family: ada,
            from: parseInstant('2026-03-01T11:00:00.000Z'),
            to: parseInstant('2026-03-01T11:00:00.000Z'),
            reportedAt: parseInstant('2026-03-01T12:30:00.000Z'),
            recordedAt: instantOf(recordedAt),
            supersedes: undefined,
          },
          event: { ...checkedIn('e-1'), recordedAt },
        },
      ]);
    });

    it('given a stored event, then its data is the data of the event, and both are kept once parsed', async () => {
      await log.append(ada, 0, [checkedIn('e-1')]);
      const [stored] = await collect(log.readAll(0));
      expect(stored?.record.data).toEqual(checkedIn('e-1').data);
      expect(stored?.record.event).toBe(stored?.record.event);
      expect(stored?.record.data).toBe(stored?.record.event.data);
    });

    it('given an event that supersedes another, then the head says so', async () => {
      await log.append(ada, 0, [checkedIn('e-1'), checkedIn('e-2', { supersedes: 'e-1' as never })]);
      expect((await collect(log.readAll(0))).map(({ record }) => record.supersedes)).toEqual([
        undefined,
        'e-1',
      ]);
    });

    it('given a command, then the receipt names its last event', async () => {
      await log.append(bo, 0, [checkedIn('b-1', { family: bo })]);
      const receipt = await appended(log.append(ada, 0, [checkedIn('e-1'), checkedIn('e-2')]));
      expect(receipt).toEqual({
        family: ada,
        position: await log.head(),
        version: 2,
        ids: ['e-1', 'e-2'],
      });
    });

    it('given an empty log, then head and versions are 0 and an unknown family reads as nothing', async () => {
      expect([await log.head(), await log.version(ada)]).toEqual([0, 0]);
      expect(await collect(log.readFamily(ada))).toEqual([]);
      expect(await collect(log.readAll(0))).toEqual([]);
    });

    it('given two families, then each is read alone, oldest first, and from a version on', async () => {
      for (const id of ['1', '2', '3']) {
        await log.append(ada, 'any', [checkedIn(`a-${id}`)]);
        await log.append(bo, 'any', [checkedIn(`b-${id}`, { family: bo })]);
      }
      expect(ids(await collect(log.readFamily(bo)))).toEqual(['b-1', 'b-2', 'b-3']);
      expect(ids(await collect(log.readFamily(ada, 1)))).toEqual(['a-2', 'a-3']);
      expect((await collect(log.readFamily(ada, 1))).map(({ version }) => version)).toEqual([2, 3]);
      expect(ids(await collect(log.readAll(0)))).toEqual(['a-1', 'b-1', 'a-2', 'b-2', 'a-3', 'b-3']);
    });

    it('given a position, then reading goes on after it, and positions always increase', async () => {
      for (let index = 0; index < 5; index += 1) await log.append(ada, 'any', [checkedIn(`e-${index}`)]);
      const stored = await collect(log.readAll(0));
      const positions = stored.map(({ position }) => position);
      expect(positions).toEqual([...new Set(positions)].sort((one, other) => one - other));
      expect(ids(await collect(log.readAll(positions[2] ?? 0)))).toEqual(['e-3', 'e-4']);
      expect(await log.head()).toBe(positions.at(-1));
    });

    describe('expected versions', () => {
      it('given another version than expected, then it is a conflict and nothing is written', async () => {
        await log.append(ada, 0, [checkedIn('e-1')]);
        expect(await log.append(ada, 0, [checkedIn('e-2')])).toEqual({
          kind: 'conflict',
          expected: 0,
          actual: 1,
        });
        expect(await log.append(ada, 7, [checkedIn('e-2')])).toEqual({
          kind: 'conflict',
          expected: 7,
          actual: 1,
        });
        expect(ids(await collect(log.readAll(0)))).toEqual(['e-1']);
      });

      it('given many writers who decided on the same version, then exactly one wins', async () => {
        const results = await Promise.all(
          range(20).map((index) => log.append(ada, 0, [checkedIn(`e-${index}`)])),
        );
        const kinds = results.map(({ kind }) => kind).sort();
        expect(kinds).toEqual(['appended', ...range(19).map(() => 'conflict')]);
        expect(await log.version(ada)).toBe(1);
      });

      it("given 'any', then it is written whatever else was written", async () => {
        await Promise.all(range(50).map((index) => log.append(ada, 'any', [checkedIn(`e-${index}`)])));
        expect((await collect(log.readFamily(ada))).map(({ version }) => version)).toEqual(
          range(50).map((index) => index + 1),
        );
      });

      it('given a command that is refused between others, then the others are written', async () => {
        const results = await Promise.all([
          log.append(ada, 0, [checkedIn('e-1')]),
          log.append(ada, 0, [checkedIn('e-2'), checkedIn('e-3')]),
          log.append(ada, 1, [checkedIn('e-4')]),
        ]);
        expect(results.map(({ kind }) => kind)).toEqual(['appended', 'conflict', 'appended']);
        expect(ids(await collect(log.readAll(0)))).toEqual(['e-1', 'e-4']);
      });

      it('given something that is no event, then it is thrown back and its neighbours are written', async () => {
        const results = await Promise.allSettled([
          log.append(ada, 'any', [checkedIn('e-1')]),
          log.append(ada, 'any', [checkedIn('e-2'), checkedIn('e-3', { data: { worry: 9 } } as never)]),
          log.append(ada, 'any', [checkedIn('e-4', { family: bo })]),
          log.append(ada, 'any', []),
          log.append(ada, 'any', [checkedIn('e-5')]),
        ]);
        expect(results.map(({ status }) => status)).toEqual([
          'fulfilled',
          'rejected',
          'rejected',
          'rejected',
          'fulfilled',
        ]);
        expect(ids(await collect(log.readAll(0)))).toEqual(['e-1', 'e-5']);
      });
    });

    describe('submitting twice', () => {
      it('given the same submission again, then the first receipt comes again, whatever is expected', async () => {
        const events = [checkedIn('e-1'), checkedIn('e-2')];
        const first = await appended(log.append(ada, 0, events));
        await log.append(ada, 2, [checkedIn('e-3')]);
        clock = tuesday;
        const again: AppendResult = { kind: 'appended', receipt: first, repeated: true };
        expect(await log.append(ada, 0, events)).toEqual(again);
        expect(await log.append(ada, 99, events)).toEqual(again);
        expect(await log.append(ada, 'any', events)).toEqual(again);
        log = await under.reopen();
        expect(await log.append(ada, 0, events)).toEqual(again);
        expect(await log.version(ada)).toBe(3);
      });

      it('given the same submission twice at the same moment, then it is written once', async () => {
        const [one, other] = await Promise.all([
          log.append(ada, 0, [checkedIn('e-1')]),
          log.append(ada, 0, [checkedIn('e-1')]),
        ]);
        expect([one, other].map((result) => result.kind === 'appended' && result.repeated)).toEqual([
          false,
          true,
        ]);
        expect(await log.version(ada)).toBe(1);
      });

      it('given the fields in another order, then it is the same content', async () => {
        await log.append(ada, 0, [checkedIn('e-1')]);
        const turned = Object.fromEntries(
          Object.entries(checkedIn('e-1')).reverse(),
        ) as unknown as Submission;
        expect(await log.append(ada, 0, [turned])).toMatchObject({ kind: 'appended', repeated: true });
      });

      it('given a stored id with other content, then it is taken', async () => {
        await log.append(ada, 0, [checkedIn('e-1')]);
        const taken: AppendResult = { kind: 'id-taken', id: 'e-1' as never };
        expect(await log.append(ada, 1, [checkedIn('e-1', { source: 'document' })])).toEqual(taken);
        if (!under.idsPerFamily)
          expect(await log.append(bo, 0, [checkedIn('e-1', { family: bo })])).toEqual(taken);
        log = await under.reopen();
        expect(await log.append(ada, 1, [checkedIn('e-1', { recordedAt: tuesday })])).toEqual(taken);
        expect(await log.head()).toBe((await collect(log.readAll(0))).at(-1)?.position);
      });

      it('given a command of which only some ids are stored, then it is taken and nothing is written', async () => {
        await log.append(ada, 0, [checkedIn('e-2')]);
        const taken: AppendResult = { kind: 'id-taken', id: 'e-2' as never };
        expect(await log.append(ada, 1, [checkedIn('e-1'), checkedIn('e-2')])).toEqual(taken);
        expect(ids(await collect(log.readAll(0)))).toEqual(['e-2']);
      });

      it('given an id twice in one command, then it is taken and nothing is written', async () => {
        const taken: AppendResult = { kind: 'id-taken', id: 'e-1' as never };
        expect(await log.append(ada, 0, [checkedIn('e-1'), checkedIn('e-1')])).toEqual(taken);
        expect(await log.head()).toBe(0);
      });
    });

    describe('recordedAt', () => {
      it('given a clock that goes back, then the time of the family does not', async () => {
        clock = tuesday;
        await log.append(ada, 0, [checkedIn('e-1')]);
        clock = monday;
        await log.append(ada, 1, [checkedIn('e-2')]);
        await log.append(bo, 0, [checkedIn('b-1', { family: bo })]);
        log = await under.reopen();
        await log.append(ada, 2, [checkedIn('e-3')]);
        const times = await timesIn(log);
        if (under.ownClock) {
          const ofAda = [times[0], times[1], times[3]].map(instantOf);
          expect(ofAda).toEqual(ofAda.toSorted((one, other) => one - other));
        } else if (under.strictTimes)
          expect(times).toEqual([tuesday, '2026-03-03T09:00:00.001Z', monday, '2026-03-03T09:00:00.002Z']);
        else expect(times).toEqual([tuesday, tuesday, monday, tuesday]);
      });

      it('given an import with its own times, then they are kept as they were written', async () => {
        const written = '2026-03-01T14:00:00+01:00';
        await appended(log.append(ada, 0, [checkedIn('e-1', { recordedAt: written }), checkedIn('e-2')]));
        const times = await timesIn(log);
        expect(times[0]).toBe(written);
        if (under.ownClock) expect(instantOf(times[1])).toBeGreaterThan(instantOf(written));
        else expect(times[1]).toBe(monday);
      });

      it('given several events of one command, then they were recorded at the same moment, for every reader', async () => {
        await log.append(ada, 0, [checkedIn('e-1'), checkedIn('e-2'), checkedIn('e-3')]);
        const stored = await collect(log.readAll(0));
        const times = stored.map(({ record }) => record.recordedAt);
        expect(new Set(times).size).toBe(1);
        expect((await collect(log.readFamily(ada, 2))).map(({ record }) => record.recordedAt)).toEqual([
          times[2],
        ]);
        const late = follow(log, stored[0]?.position ?? 0);
        await until(() => late.stored.length === 2);
        expect(late.stored.map(({ record }) => record.recordedAt)).toEqual([times[1], times[2]]);
      });

      it('given an import that is earlier than what the family holds, then it is refused and nothing is written', async () => {
        await log.append(ada, 0, [checkedIn('e-1', { recordedAt: tuesday })]);
        const late = checkedIn('e-3', { recordedAt: '2026-03-03T08:59:59Z' });
        const refusal: AppendResult = { kind: 'recorded-too-early', id: 'e-3' as never, last: tuesday };
        expect(await log.append(ada, 1, [checkedIn('e-2', { recordedAt: tuesday }), late])).toEqual(refusal);
        log = await under.reopen();
        expect(await log.append(ada, 'any', [late])).toEqual(refusal);
        expect(ids(await collect(log.readAll(0)))).toEqual(['e-1']);
      });
    });

    describe('following', () => {
      it('given events before and after, then all come once, in order', async () => {
        await log.append(ada, 0, [checkedIn('e-1'), checkedIn('e-2')]);
        const seen = follow(log, 0);
        await log.append(ada, 2, [checkedIn('e-3')]);
        await until(() => seen.stored.length === 3);
        await log.append(ada, 3, [checkedIn('e-4')]);
        await until(() => seen.stored.length === 4);
        expect(ids(seen.stored)).toEqual(['e-1', 'e-2', 'e-3', 'e-4']);
        expect(seen.stored.map(plain)).toEqual(await all(log.readAll(0)));
      });

      it('given a position, then following goes on after it', async () => {
        const receipt = await appended(log.append(ada, 0, [checkedIn('e-1'), checkedIn('e-2')]));
        await log.append(ada, 2, [checkedIn('e-3')]);
        const seen = follow(log, receipt.position);
        await until(() => seen.stored.length === 1);
        expect(ids(seen.stored)).toEqual(['e-3']);
      });

      it('given concurrent writers and followers who start in between, then each sees all without gap or repetition', async () => {
        const followers: Following[] = [];
        const writers = range(8).map(async (writer) => {
          for (let index = 0; index < 40; index += 1) {
            await log.append(
              ada,
              'any',
              range(1 + (index % 3)).map((part) => checkedIn(`e-${writer}-${index}-${part}`)),
            );
            if (index % 10 === writer) followers.push(follow(log, 0));
          }
        });
        await Promise.all(writers);
        const stored = ids(await collect(log.readAll(0)));
        await until(() => followers.every((seen) => seen.stored.length >= stored.length));
        expect(followers.length).toBeGreaterThan(10);
        for (const seen of followers) expect(ids(seen.stored)).toEqual(stored);
      });

      it('given somebody who stops listening, then nothing more comes', async () => {
        const seen = follow(log, 0);
        await log.append(ada, 0, [checkedIn('e-1')]);
        await until(() => seen.stored.length === 1);
        seen.stop();
        await log.append(ada, 1, [checkedIn('e-2')]);
        await new Promise((resolve) => setTimeout(resolve, 20));
        expect(ids(seen.stored)).toEqual(['e-1']);
      });

      it('given the log is closed, then following ends, and so does appending', async () => {
        const seen = follow(log, 0);
        await log.append(ada, 0, [checkedIn('e-1')]);
        await until(() => seen.stored.length === 1);
        await log.close();
        await until(() => seen.ended);
        expect(follow(log, 0).ended).toBe(true);
        await expect(log.append(ada, 1, [checkedIn('e-2')])).rejects.toMatchObject({
          name: 'LogUnavailable',
          trouble: 'closed',
        });
        log = await under.reopen();
        expect(ids(await collect(log.readAll(0)))).toEqual(['e-1']);
      });

      it('given appends that were not awaited when the log is closed, then they are answered and kept', async () => {
        const pending = range(10).map((index) => log.append(ada, 'any', [checkedIn(`e-${index}`)]));
        await log.close();
        expect((await Promise.all(pending)).map(({ kind }) => kind)).toEqual(range(10).map(() => 'appended'));
        log = await under.reopen();
        expect(await log.version(ada)).toBe(10);
      });
    });

    it('given unusual text, then every character comes back', async () => {
      const text = 'Zoë zei: "nee" \\ \u0000 \u2028 \u{1F56F} \uD800 \n ‮ ﬃ';
      await log.append(ada, 0, [
        checkedIn('e-1', { sealed: { text }, data: { ...checkedIn('e-1').data, note: text } } as never),
      ]);
      log = await under.reopen();
      const [stored] = await all(log.readAll(0));
      expect(stored?.event.sealed).toEqual({ text });
      expect(stored?.event.data).toEqual({ ...checkedIn('e-1').data, note: text });
      expect(await log.append(ada, 0, [checkedIn('e-1')])).toEqual({ kind: 'id-taken', id: 'e-1' });
    });

    it('given large events, then they come back whole', async () => {
      const text = 'abcdefghij'.repeat(40_000);
      await log.append(ada, 0, [
        checkedIn('e-1', { sealed: { text } }),
        checkedIn('e-2', { sealed: { text: `${text}!` } }),
      ]);
      log = await under.reopen();
      expect((await all(log.readFamily(ada))).map(({ event }) => event.sealed)).toEqual([
        { text },
        { text: `${text}!` },
      ]);
    });

    it('given two thousand events, then a reader gets each once while others write', async () => {
      for (let index = 0; index < 20; index += 1)
        await log.append(
          ada,
          'any',
          range(100).map((part) => checkedIn(`e-${index}-${part}`)),
        );
      const seen: string[] = [];
      for await (const { record } of log.readAll(0)) {
        if (seen.length % 500 === 0)
          await log.append(bo, 'any', [checkedIn(`b-${seen.length}`, { family: bo })]);
        seen.push(record.id);
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.slice(0, 2000)).toEqual(
        range(20).flatMap((index) => range(100).map((part) => `e-${index}-${part}`)),
      );
    });
  });
}

interface Following {
  readonly stored: Stored[];
  ended: boolean;
  stop(): void;
}

function follow(log: EventLog, after: number): Following {
  const following: Following = { stored: [], ended: false, stop: () => undefined };
  const subscription = log.follow(after).subscribe({
    next: (stored) => following.stored.push(stored),
    complete: () => (following.ended = true),
  });
  following.stop = () => {
    subscription.unsubscribe();
  };
  return following;
}

export async function appended(result: Promise<AppendResult>): Promise<Receipt> {
  const answer = await result;
  if (answer.kind !== 'appended' || answer.repeated)
    throw new Error(`not appended: ${JSON.stringify(answer)}`);
  return answer.receipt;
}

export async function collect(records: Iterable<Stored> | AsyncIterable<Stored>): Promise<Stored[]> {
  const stored: Stored[] = [];
  for await (const one of records) stored.push(one);
  return stored;
}

/** Records as plain values, whatever an engine makes them of. */
const all = async (records: Iterable<Stored> | AsyncIterable<Stored>) => (await collect(records)).map(plain);

function plain({ position, version, record }: Stored) {
  const { id, type, family, from, to, reportedAt, recordedAt, supersedes, event } = record;
  return {
    position,
    version,
    head: { id, type, family, from, to, reportedAt, recordedAt, supersedes },
    event,
  };
}

const timesIn = async (log: EventLog) =>
  (await all(log.readAll(0))).map(({ event }) => event.recordedAt as string | undefined);

const instantOf = (text: string | undefined): number => parseInstant(text ?? '') ?? NaN;

const ids = (stored: readonly Stored[]): string[] => stored.map(({ record }) => record.id);
export const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = performance.now() + 5000; !condition();) {
    if (performance.now() > deadline) throw new Error('waited 5 s in vain');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
