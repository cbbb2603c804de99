import { activeAgreements, lastConditionOf, lastMade } from '../../../projections/agreements.ts';
import { isComplete } from '../../../projections/completeness.ts';
import { coverOf } from '../../../projections/cover.ts';
import { all } from '../../../projections/known.ts';
import type { Known } from '../../../projections/known.ts';
import type { Moment } from '../../../projections/moment.ts';
import { relation } from '../../../projections/monitors.ts';
import type { MonitorState } from '../../../projections/monitors.ts';
import { isIndependent, partyOf } from '../../../projections/parties.ts';
import { PartyKind } from '../../domain/family.ts';
import { Horizon } from '../../domain/vocabulary.ts';
import { knownOf } from '../known-family.ts';
import type { ReleasedFamily } from '../released.ts';
import type { Terms } from '../table.ts';
import { spellsOf } from './statuses.ts';
import type { Spell } from './statuses.ts';
import { columnsOf, tableOf } from './table-of.ts';

interface Watch extends Spell {
  readonly family: string;
  readonly agreement: string;
  readonly party: string;
}

function* watches(family: ReleasedFamily, terms: Terms): Iterable<Watch> {
  const known = knownOf(family, terms);
  for (const [agreement, party] of relationsIn(known))
    for (const spell of spellsOf(known, terms, (now) => watchAt(known, now, agreement, party)))
      yield { family: family.family, agreement, party, ...spell };
}

function watchAt(known: Known, now: Moment, agreement: string, party: string): readonly string[] | null {
  const found = relation(known, now, agreement, party);
  if (!found) return null;
  const involved = partyOf(known, now, party)?.data;
  return [
    found.state,
    involved?.kind ?? 'other',
    String(involved?.informal ?? false),
    String(isIndependent(known, now, party, agreement)),
    String(activeAgreements(known, now).some(({ id }) => id === agreement)),
  ];
}

const words = ['MonitorInvited', 'MonitorAccepted', 'MonitorDeclined', 'MonitorWithdrew'] as const;

/** Every agreement and party between which there ever was a relation (M1), in code-point order. */
function relationsIn(known: Known): readonly (readonly [string, string])[] {
  const found = new Map<string, readonly [string, string]>();
  for (const type of words)
    for (const { data } of all(known, type))
      for (const agreement of data.agreements)
        found.set(`${agreement}/${data.party}`, [agreement, data.party]);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

const states = [
  'invited',
  'declined',
  'withdrawn',
  'accepted',
  'active',
  'blind',
  'overdue',
  'silent',
  'paused_with_standin',
  'paused_uncovered',
] as const satisfies readonly MonitorState[];

const of = columnsOf<Watch>();
const untilMeaning =
  'Until this instant, not included; empty if it still held at the end of observation, after which nothing is known.';

export const coverage = tableOf<Watch>({
  name: 'coverage',
  meaning:
    'One row per relation of a party to an agreement and stretch of time with the same answers (M1). A party without a row for an agreement was not even asked: nobody watches there. With what was known at the end of observation.',
  columns: [
    of.text('family', 'Pseudonym of the family.', ({ family }) => family),
    of.text('agreement', 'Pseudonym of the agreement.', ({ agreement }) => agreement),
    of.text('party', 'Pseudonym of the party, unique within the family.', ({ party }) => party),
    of.text('party_kind', 'Who the party is, as last told; other if nobody told.', at(1), PartyKind.options),
    of.boolean('is_informal', 'From the network of the family itself.', is(2)),
    of.boolean('is_independent', 'Its eyes count as another pair (P6).', is(3)),
    of.boolean(
      'is_in_force',
      'The agreement is in force (D1); outside that time a relation covers nothing.',
      is(4),
    ),
    of.text(
      'state',
      'What the party really does (M1). Only active and paused_with_standin is watching: accepted is a promise, overdue and silent are no sign that all is well.',
      at(0),
      states,
    ),
    of.instant('from', 'From this instant on, included.', ({ from }) => from),
    of.instantOrNull('until', untilMeaning, ({ until }) => until),
  ],
  items: watches,
});

interface Agreement extends Spell {
  readonly family: string;
  readonly agreement: string;
}

function* agreementRows(family: ReleasedFamily, terms: Terms): Iterable<Agreement> {
  const known = knownOf(family, terms);
  const ids = new Set<string>(all(known, 'SafetyAgreementMade').map(({ data }) => data.agreement));
  for (const agreement of [...ids].sort())
    for (const spell of spellsOf(known, terms, (now) => agreementAt(known, now, agreement)))
      yield { family: family.family, agreement, ...spell };
}

/** Null before it was first made. */
function agreementAt(known: Known, now: Moment, agreement: string): readonly string[] | null {
  const made = lastMade(known, now, agreement);
  if (!made) return null;
  const isInForce = activeAgreements(known, now).some(({ id }) => id === agreement);
  return [
    made.data.condition,
    lastConditionOf(known, now, agreement)?.data.horizon ?? 'direct',
    String(made.data.critical),
    String(isInForce),
    String(isInForce && isComplete(known, now, agreement)),
    isInForce ? coverOf(known, now, agreement).state : 'not_in_force',
  ];
}

const ofAgreement = columnsOf<Agreement>();

export const agreements = tableOf<Agreement>({
  name: 'agreements',
  meaning:
    'One row per safety agreement and stretch of time with the same answers, from its making until the end of observation. With what was known at the end of observation.',
  columns: [
    ofAgreement.text('family', 'Pseudonym of the family.', ({ family }) => family),
    ofAgreement.text('agreement', 'Pseudonym of the agreement.', ({ agreement }) => agreement),
    ofAgreement.text('condition', 'The safety condition that it realises.', at(0)),
    ofAgreement.text('horizon', 'Of the condition: direct or durable safety.', at(1), Horizon.options),
    ofAgreement.boolean('is_critical', 'Without it nobody is safe (D6).', is(2)),
    ofAgreement.boolean(
      'is_in_force',
      'Made, not ended, within its term and of an active condition (D1).',
      is(3),
    ),
    ofAgreement.boolean(
      'is_complete',
      'In force, with a complete path of alarm and all consents (D1).',
      is(4),
    ),
    ofAgreement.text(
      'cover',
      'Whether enough independent parties really watch it (M2, M4). not_in_force is no cover.',
      at(5),
      ['covered', 'thin', 'uncovered', 'not_in_force'],
    ),
    ofAgreement.instant('from', 'From this instant on, included.', ({ from }) => from),
    ofAgreement.instantOrNull('until', untilMeaning, ({ until }) => until),
  ],
  items: agreementRows,
});

function at(index: number) {
  return ({ answers }: Spell): string => answers[index] ?? '';
}

function is(index: number) {
  return ({ answers }: Spell): boolean => answers[index] === 'true';
}
