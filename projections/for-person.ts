import type { RecordedOf } from '../src/domain/event.ts';
import { activeAgreements } from './agreements.ts';
import { continuity } from './continuity.ts';
import { users } from './intimidation.ts';
import { holding, latest } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';
import { isChild, memberIn, roster } from './roster.ts';

/**
 * What one person of the family gets on paper, from what that person may know. Paper is left on tables: it says what the
 * person takes part in and who helps, and never how safe anybody is, who watches, or who reported.
 *
 * Somebody of whom that person may know that it used violence gets the agreements that it keeps itself, and nothing else (domain.md 7, 23).
 * An adult gets what it keeps or agreed to; a child also what protects it. Facts that are hidden from the person decide
 * nothing here, or the paper would tell them.
 */
export interface PersonPaper {
  readonly person: string;
  readonly agreements: readonly PaperAgreement[];
  readonly contact: readonly RecordedOf<'ContactArrangementSet'>['data'][];
  readonly help: readonly { readonly provider: string; readonly startsAt: string }[];
  readonly professional: string | null;
  readonly deputy: string | null;
}

interface PaperAgreement {
  readonly agreement: string;
  readonly made: RecordedOf<'SafetyAgreementMade'>;
  readonly part: 'keeps' | 'agreed' | 'is protected';
}

/** Null for somebody of whom it is not known that they belong to the family. */
export function paperFor(known: Known, now: Moment, person: string): PersonPaper | null {
  const member = memberIn(roster(known, now), person);
  if (!member) return null;
  const isUser = [...users(known, now)].some((user) => user === person);
  const agreements = activeAgreements(known, now).flatMap(({ id, made, condition }): PaperAgreement[] => {
    const agreement = { agreement: id, made };
    if (made.data.actor === person) return [{ ...agreement, part: 'keeps' }];
    if (isUser) return [];
    if (hasConsented(known, now, id, person)) return [{ ...agreement, part: 'agreed' }];
    const isProtected = condition.data.protects.some((each) => each === person);
    return isProtected && isChild(member) ? [{ ...agreement, part: 'is protected' }] : [];
  });
  if (isUser) return { person, agreements, contact: [], help: [], professional: null, deputy: null };
  const { professional, deputy } = continuity(known, now);
  return {
    person,
    agreements,
    professional,
    deputy,
    contact: contactOf(known, now, person),
    help: helpFor(known, now, person),
  };
}

const hasConsented = (known: Known, now: Moment, agreement: string, person: string): boolean =>
  holding(known, now, 'AgreementConsented').some(
    ({ data }) => data.agreement === agreement && data.party === person,
  );

/** The latest arrangement of every child and adult of whom the person is one. */
function contactOf(known: Known, now: Moment, person: string): PersonPaper['contact'] {
  const arrangements = holding(known, now, 'ContactArrangementSet').map(({ data }) => data);
  const own = arrangements.filter(({ child, adult }) => child === person || adult === person);
  const byPair = new Map(own.map((data) => [`${data.child} ${data.adult}`, data]));
  return [...byPair].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, data]) => data);
}

/** What was offered on the last request for the person, and was not refused by the person. */
function helpFor(known: Known, now: Moment, person: string): PersonPaper['help'] {
  const requests = holding(known, now, 'ImmediateHelpRequested').filter(({ data }) =>
    data.persons.some((each) => each === person),
  );
  const open = new Set(requests.map(({ data }) => data.request));
  for (const { data } of holding(known, now, 'HelpDeclined'))
    if (data.person === person) open.delete(data.request);
  for (const { data } of holding(known, now, 'ShortTermHelpEnded'))
    if (data.followUp !== 'extend') open.delete(data.request);
  const offers = holding(known, now, 'HelpOffered').filter(({ data }) => open.has(data.request));
  return [...open].flatMap((request) => {
    const offer = latest(
      now,
      offers.filter(({ data }) => data.request === request),
    );
    return offer ? [{ provider: offer.data.provider, startsAt: offer.data.startsAt }] : [];
  });
}
