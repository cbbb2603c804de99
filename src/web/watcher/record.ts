import { createHash } from 'node:crypto';
import type { Link } from '../../access/links.ts';
import { addDays, dayOf } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Asked } from '../../read/views.ts';
import { keyOf } from './answers.ts';
import type { Filled } from './answers.ts';

/**
 * What a watcher tells becomes facts of its party, observed by it. The id follows from the page that was filled in and
 * what was filled in: sent twice it is one fact, and another answer is another fact.
 */
interface Told {
  readonly link: Link;
  readonly asked: Asked;
  readonly filled: Filled;
}

export function checkIn({ link, asked, filled }: Told): object {
  const sawNothing = filled.result === 'could_not_observe';
  const personsSeen = sawNothing
    ? []
    : asked.persons.map(({ person }) => person).filter((person) => filled.seen.includes(keyOf(link, person)));
  const { alone } = filled;
  const wasSeen = personsSeen.length > 0;
  return fact({ link, filled }, 'MonitorCheckedIn', {
    party: link.party,
    agreement: asked.agreement,
    result: filled.result,
    personsSeen,
    childAlone: wasSeen && alone === 'alone',
    // P7: under intimidation a joint talk is no sight, so what is not remembered is not counted as alone.
    joint: wasSeen && (alone === 'family' || alone === 'unknown'),
    worry: Number(filled.worry),
    ...(asked.asksAnswers && {
      answers: {
        stillSafe: filled.stillSafe,
        basicConditions: filled.basicConditions,
        helpNeeded: filled.helpNeeded,
      },
    }),
  });
}

export function bell({ link, asked, filled }: Told): object {
  return fact({ link, filled }, 'BellRung', {
    bell: `bell-${digestOf(link, filled, asked.agreement)}`,
    to: asked.firstRung?.to ?? link.madeFor,
    urgency: filled.urgency,
    selfReport: false,
    agreement: asked.agreement,
  });
}

const pauses = { week: 7, fortnight: 14, month: 28 } as const;
type Pause = keyof typeof pauses;

/** From today on; the last day is part of it. */
export function lastDayAway(howLong: string | undefined, now: Instant) {
  return Object.hasOwn(pauses, howLong ?? '') ? dayOf(addDays(now, pauses[howLong as Pause] - 1)) : null;
}

/** Away for a while, or for good; saying so is no failure (Q25). */
export function stop({ link, filled }: Omit<Told, 'asked'>, all: readonly Asked[], now: Instant): object {
  const to = lastDayAway(filled.howLong, now);
  const { party } = link;
  if (to !== null)
    return fact({ link, filled }, 'MonitorPaused', { party, from: dayOf(now), to, reason: 'inability' });
  const agreements = all.map(({ agreement }) => agreement).sort();
  return fact({ link, filled }, 'MonitorWithdrew', { party, agreements });
}

function fact(
  { link, filled }: Omit<Told, 'asked'>,
  type: string,
  data: Readonly<Record<string, unknown>>,
): object {
  return {
    id: `watch-${digestOf(link, filled, JSON.stringify([type, data]))}`,
    type,
    version: 1,
    family: link.family,
    by: link.party,
    source: 'observed',
    ...(filled.text !== '' && { sealed: { text: filled.text } }),
    data,
  };
}

const digestOf = (link: Link, { round, text, urgency }: Filled, about: string): string =>
  createHash('sha256')
    .update(JSON.stringify([link.id, round, text, urgency, about]))
    .digest('base64url');
