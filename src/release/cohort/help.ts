import { settledAt, stateOf } from '../../../projections/help.ts';
import { all } from '../../../projections/known.ts';
import type { Known } from '../../../projections/known.ts';
import { Moment } from '../../../projections/moment.ts';
import { candidates } from '../../../projections/relapse-queue.ts';
import type { Candidate } from '../../../projections/relapse-queue.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Followed } from './followed.ts';

/** What happened between the moment before and this one: every value once per thing that is counted. */

export const helpBands = [
  'up_to_8_hours',
  'up_to_24_hours',
  'up_to_3_days',
  'up_to_7_days',
  'over_7_days',
  'not_started',
  'declined',
  'judged_no_relapse',
] as const;
type HelpBand = (typeof helpBands)[number];

const hour = 3_600_000;
const limits: readonly (readonly [HelpBand, number])[] = [
  ['up_to_8_hours', 8 * hour],
  ['up_to_24_hours', 24 * hour],
  ['up_to_3_days', 72 * hour],
  ['up_to_7_days', 168 * hour],
];

/**
 * Per possible relapse (R1) that began in the time: from when somebody with a duty knew until help had really started
 * (W4), each affected child included. As known at the end of the release, so what is `not_started` may still start.
 */
export function timesToHelp(followed: Followed, end: Moment): readonly HelpBand[] {
  const { known } = followed;
  return candidates(known, end)
    .filter(({ since }) => isWithin(followed, since))
    .map((candidate) => bandOf(known, end, candidate));
}

function bandOf(known: Known, end: Moment, candidate: Candidate): HelpBand {
  const settled = settledAt(known, end, candidate);
  if (settled === null) return 'not_started';
  const state = stateOf(known, new Moment(settled), candidate);
  if (state === 'declined') return 'declined';
  if (state !== 'help_started') return 'judged_no_relapse';
  return limits.find(([, limit]) => settled - candidate.clock <= limit)?.[0] ?? 'over_7_days';
}

export const breachReasons = ['W5', 'W6', 'W7', 'W8', 'W9'] as const;

/** Where the guarantee of help without waiting was broken in the time, by rule. */
export function breachesIn(followed: Followed, end: Moment): readonly (typeof breachReasons)[number][] {
  return candidates(followed.known, end)
    .flatMap(({ breaches }) => breaches)
    .filter(({ at }) => isWithin(followed, at))
    .map(({ rule }) => rule);
}

export const agreementResults = ['kept', 'partly', 'broken', 'could_not_observe'] as const;

/** What watchers reported about agreements in the time, and each other report that one was broken. */
export function agreementReports(followed: Followed): readonly (typeof agreementResults)[number][] {
  const { known } = followed;
  const seen = all(known, 'MonitorCheckedIn').filter(({ to }) => isWithin(followed, to));
  const broken = all(known, 'AgreementBroken').filter(({ to }) => isWithin(followed, to));
  return [...seen.map(({ data }) => data.result), ...broken.map(() => 'broken' as const)];
}

const isWithin = ({ since, at }: Followed, instant: Instant): boolean => instant >= since && instant < at;
