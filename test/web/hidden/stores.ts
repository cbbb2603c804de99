import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linksIn, linksSchema } from '../../../src/access/links.ts';
import { openOffice } from '../../../src/access/office.ts';
import { FamilyId, PartyId } from '../../../src/domain/ids.ts';
import type { PlanEvent } from '../../../src/domain/event.ts';
import { addDays } from '../../../src/domain/calendar.ts';
import { formatInstant, parseInstant } from '../../../src/domain/instant.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { openLog } from '../../../src/log/sqlite.ts';
import { importEvents } from '../../../scripts/commands/import.ts';
import { historyFrom } from '../../support/histories.ts';
import type { FileEvent } from '../../support/histories.ts';

/** Stores that differ in one hidden fact and in nothing else: the same people, the same links, the same clock. */

export const family = FamilyId.parse('fam-a');
export const father = 'person:father';
/** Linked to the father, and asked to watch an agreement: sees what he may see. */
export const uncle = PartyId.parse('party:uncle');

const event = (id: string, type: string, at: Instant, data: object, more: object = {}): FileEvent =>
  ({
    id,
    type,
    version: 1,
    family,
    recordedAt: formatInstant(at),
    by: 'party:team',
    source: 'observed',
    data,
    ...more,
  }) as unknown as FileEvent;

export interface Histories {
  readonly base: readonly FileEvent[];
  /** The same with one hidden fact changed, by what was done. */
  readonly changed: Readonly<Record<string, readonly FileEvent[]>>;
  readonly now: Instant;
}

/** A random history with an uncle who watches, and a hidden incident in the midst of it. */
export function histories(seed: number): Histories {
  const { events } = historyFrom(seed, { kind: seed % 2 === 0 ? 'direct' : 'random' });
  const own = events.filter((each) => each.family === family && isKnown(each));
  const recorded = own.map(({ recordedAt }) => parseInstant(recordedAt) ?? 0).sort((a, b) => a - b);
  const middle = recorded[Math.floor(recorded.length / 2)] as Instant;
  const last = recorded.at(-1) as Instant;
  const hidden = { hiddenFrom: [father] };
  const fact = event('hidden-1', 'IncidentRecorded', middle, incident('verbal'), hidden);
  const visible = [
    ...own,
    event('uncle-1', 'PartyInvolved', last, {
      party: uncle,
      kind: 'family',
      informal: true,
      linkedTo: [father],
    }),
    event('uncle-2', 'PersonJoined', last, { person: father, role: 'parent', household: 'home' }),
    event('uncle-3', 'SafetyConditionSet', last, condition),
    event('uncle-4', 'SafetyAgreementMade', last, agreement),
    event('uncle-5', 'MonitorAccepted', last, { party: uncle, agreements: ['ua'], cadenceDays: 7 }),
  ];
  const base = [...visible, fact];
  const later = addDays(last, 1);
  return {
    base,
    now: addDays(last, 3),
    changed: {
      'its content': [
        ...visible,
        event('hidden-1', 'IncidentRecorded', middle, incident('physical'), hidden),
      ],
      'its type': [
        ...visible,
        event(
          'hidden-1',
          'BellRung',
          middle,
          { bell: 'hb', to: 'party:team', urgency: 'acute', selfReport: true },
          hidden,
        ),
      ],
      'it is not there': visible,
      'its time': [...visible, { ...fact, recordedAt: formatInstant(later) }],
      'it was taken back, unseen': [
        ...base,
        event('hidden-2', 'EventRetracted', later, retraction('hidden-1'), hidden),
      ],
      'a hidden correction of it': [
        ...base,
        event('hidden-2', 'IncidentRecorded', later, incident('threat'), {
          ...hidden,
          supersedes: 'hidden-1',
        }),
      ],
      'the agreement of the uncle has ended, unseen': [
        ...base,
        event('hidden-2', 'AgreementEnded', later, { agreement: 'ua', reason: 'unworkable' }, hidden),
      ],
      'his acceptance was taken back, unseen': [
        ...base,
        event('hidden-2', 'EventRetracted', later, retraction('uncle-5'), hidden),
      ],
      'the uncle has stopped, unseen': [
        ...base,
        event('hidden-2', 'MonitorWithdrew', later, { party: uncle, agreements: ['ua'] }, hidden),
      ],
      'who was involved, unseen': [
        ...base,
        event(
          'hidden-2',
          'PartyInvolved',
          later,
          { party: 'party:shelter', kind: 'shelter', informal: false },
          hidden,
        ),
      ],
    },
  };
}

const isKnown = ({ type }: FileEvent) => type !== 'NotAnEvent';
const incident = (kind: string) => ({
  kinds: [kind],
  by: [father],
  against: ['person:mother'],
  witnessedBy: ['person:kid'],
});
const retraction = (target: string) => ({ target, reason: 'never_happened', approvedBy: 'party:team' });
const condition = { condition: 'uc', protects: ['person:kid'], horizon: 'direct', bottomLine: false };
const agreement = {
  agreement: 'ua',
  condition: 'uc',
  actor: father,
  action: 'calls_in_time',
  timing: 'daily',
  critical: false,
};

/** One office for all: what a link shows must not depend on chance. */
export function officeWithLink(at: Instant): { readonly folder: string; readonly secret: string } {
  const folder = mkdtempSync(join(tmpdir(), 'waakvlam-office-'));
  const office = openOffice(folder, [linksSchema]);
  const { secret } = linksIn(office).make({
    family,
    party: uncle,
    madeFor: PartyId.parse('party:team'),
    at,
    expiresAt: addDays(at, 90),
    withCode: false,
  });
  office.close();
  return { folder, secret };
}

/** Fills a data folder with the office and a history. */
export const fill =
  (office: string, events: readonly FileEvent[], now: Instant) =>
  async (folder: string): Promise<void> => {
    for (const name of ['office.db', 'office.db-wal'])
      if (existsSync(join(office, name))) copyFileSync(join(office, name), join(folder, name));
    const log = openLog({ folder, now: () => now });
    const { refused } = await importEvents(events as unknown as readonly PlanEvent[], log, {
      seal: (each) => Promise.resolve(each),
    });
    await log.close();
    if (refused.length > 0) throw new Error(`the history was refused: ${JSON.stringify(refused[0])}`);
  };

export const forget = (folder: string) => {
  rmSync(folder, { recursive: true });
};
