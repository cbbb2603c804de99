import type { RecordedOf } from '../../src/domain/event.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import type { Tri } from '../../src/domain/vocabulary.ts';
import { history, holding, latest, upTo } from '../known.ts';
import type { Known } from '../known.ts';
import type { Moment } from '../moment.ts';
import { lastProfessional } from '../continuity.ts';
import { loadOf, reviewFrom, supporters } from '../support-network.ts';
import { relapsePlansOf } from '../durable-safety/network.ts';
import { printedOrNull } from './about.ts';

/** The people around the family, and what its members say themselves. */

export interface SupporterDetail {
  readonly person: string;
  readonly supporter: string;
  readonly ring: 1 | 2 | 3 | 4;
  readonly level: RecordedOf<'SupportPersonNamed'>['data']['level'];
  readonly support: RecordedOf<'SupportPersonNamed'>['data']['support'];
  readonly overloaded: Tri;
  readonly reviewFrom: string | null;
  readonly event: string;
}

/** By person, ring and supporter. */
export function supporterDetails(known: Known, now: Moment): readonly SupporterDetail[] {
  return supporters(known, now)
    .map((naming) => ({
      person: naming.data.person,
      supporter: naming.data.supporter,
      ring: naming.data.ring,
      level: naming.data.level,
      support: naming.data.support,
      overloaded: loadOf(known, now, naming.data.supporter),
      reviewFrom: printedOrNull(reviewFrom(naming)),
      event: naming.id,
    }))
    .sort((a, b) => compare(a.person, b.person) || a.ring - b.ring || compare(a.supporter, b.supporter));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What a family member last said; a feeling is shown, never averaged. */
export interface Voice {
  readonly person: string;
  readonly event: string;
  readonly at: string;
  readonly alone: boolean;
  readonly feelsSafe: number | null;
}

const voices = history(['FamilyVoiceRecorded'], ({ data }) => [data.person]);

export function lastVoices(known: Known, now: Moment): readonly Voice[] {
  return voices.keys(known).flatMap((person) => {
    const last = upTo(now, voices.of(known, person)).findLast(({ data }) => data.feelsSafe !== undefined);
    if (!last) return [];
    const { alone, feelsSafe = null } = last.data;
    return [{ person, event: last.id, at: formatInstant(last.to), alone, feelsSafe }];
  });
}

export interface RelapsePlanDetail {
  readonly person: string;
  readonly event: string | null;
  readonly helpers: readonly string[];
  readonly signals: RecordedOf<'RelapsePlanSet'>['data']['signals'];
  readonly rehearsedAt: string | null;
  /** The code of U9; null if the plan is complete. */
  readonly missing: string | null;
}

export function relapsePlanDetails(known: Known, now: Moment): readonly RelapsePlanDetail[] {
  return relapsePlansOf(known, now).map(({ person, plan, missing }) => ({
    person,
    event: plan?.id ?? null,
    helpers: plan?.data.helpers ?? [],
    signals: plan?.data.signals ?? [],
    rehearsedAt: plan?.data.rehearsedAt ?? null,
    missing,
  }));
}

const involvements = history(['PartyInvolved', 'PartyClosedInvolvement'], ({ data }) => [data.party]);

/** Parties that are involved now, by id. */
export function involvedParties(known: Known, now: Moment): readonly string[] {
  return involvements
    .keys(known)
    .filter((party) => latest(now, involvements.of(known, party))?.type === 'PartyInvolved');
}

/** Who the professional is, or was last, and the leave that was announced. */
export function professionals(known: Known, now: Moment) {
  const leave = holding(known, now, 'ProfessionalLeaveAnnounced').at(-1);
  const last = lastProfessional(known, now);
  return {
    last,
    leave:
      leave?.data.professional === last
        ? { lastDay: leave.data.lastDay, successor: leave.data.successor ?? null }
        : null,
  };
}
