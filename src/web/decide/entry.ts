import { z } from 'zod';
import { EventId, PartyId, PersonId } from '../../domain/ids.ts';
import { Status } from '../../domain/vocabulary.ts';
import type { FamilyDetail, FamilyStatus } from '../../read/views.ts';
import { listIn, textIn } from '../form.ts';
import { decideWords } from '../words/decide.ts';
import type { Lang, Text } from '../words/lang.ts';
import { spokenDay } from '../words/speech.ts';
import { statusNames } from '../words/states.ts';

/** What a team filled in on the page where it decides. */

export type Form = Readonly<Record<string, unknown>>;

export interface Fault {
  readonly id: string;
  readonly text: Text;
}

export interface Entry {
  readonly person: PersonId | 'family';
  readonly status: Status;
  readonly judges: readonly PartyId[];
  readonly dissent: readonly PartyId[];
  readonly basis: readonly EventId[];
  /** Reasons and dissent; kept sealed. */
  readonly text: string;
}

export const mostText = 4000;

const PersonOrFamily = z.union([PersonId, z.literal('family')]);

export function readEntry(form: Form, lang: Lang): Entry | readonly Fault[] {
  const person = PersonOrFamily.safeParse(textIn(form['person']));
  const status = Status.safeParse(textIn(form['status']));
  const judges = z.array(PartyId).min(1).safeParse(listIn(form['judges']));
  const dissent = z.array(PartyId).safeParse(listIn(form['dissent']));
  const basis = z.array(EventId).safeParse(listIn(form['basis']));
  const [reasons, dissentWhy] = [textIn(form['reasons']).trim(), textIn(form['dissentWhy']).trim()];
  const both = judges.data?.some((party) => dissent.data?.includes(party)) ?? false;
  const faults: Fault[] = [
    ...(person.success ? [] : [{ id: 'person', text: decideWords.pickPerson }]),
    ...(status.success ? [] : [{ id: 'status', text: decideWords.pickStatus }]),
    ...(judges.success ? [] : [{ id: 'judges', text: decideWords.pickJudge }]),
    ...(both ? [{ id: 'dissent', text: decideWords.judgeDissents }] : []),
    ...(reasons.length <= mostText ? [] : [{ id: 'reasons', text: decideWords.tooLong(mostText) }]),
    ...(dissentWhy.length <= mostText ? [] : [{ id: 'dissentWhy', text: decideWords.tooLong(mostText) }]),
  ];
  if (!person.success || !status.success || !judges.success || faults.length > 0) return faults;
  return {
    person: person.data,
    status: status.data,
    judges: judges.data,
    dissent: dissent.data ?? [],
    basis: basis.data ?? [],
    text: [reasons, dissentWhy && `${decideWords.dissentText[lang]} ${dissentWhy}`]
      .filter(Boolean)
      .join('\n\n'),
  };
}

const order: readonly Status[] = ['unsafe', 'unknown', 'direct', 'durable'];

/** A claim that goes beyond what the facts show. */
export const isAbove = (status: Status, evidence: Status): boolean =>
  order.indexOf(status) > order.indexOf(evidence);

/** The persons whom a decision is about. */
export const concerned = (status: FamilyStatus, person: string) =>
  status.safety.persons.filter((each) => person === 'family' || each.person === person);

/** Why this decision will not do what it says; nothing of it is forbidden. */
export function warningsOf(
  { person, status, judges }: Entry,
  family: FamilyStatus,
  detail: FamilyDetail,
  name: (id: string) => string,
): readonly Text[] {
  if (status === 'unsafe' || status === 'unknown') return [];
  const persons = concerned(family, person);
  const quietUntil = quietEnd(detail);
  return [
    ...persons
      .filter(({ evidence }) => isAbove(status, evidence))
      .map(({ person: id, evidence }) => above(name(id), evidence)),
    ...(quietUntil === null ? [] : [both((lang) => decideWords.quiet(spokenDay(quietUntil, lang))[lang])]),
    ...persons
      .filter(({ reasons }) => reasons.some(({ rule, met }) => !met && (rule === 'L1' || rule === 'D3')))
      .map(({ person: id }) => decideWords.open(name(id))),
    ...(status === 'durable' && judges.length < 2 ? [decideWords.oneJudge] : []),
  ];
}

const both = (say: (lang: Lang) => string): Text => ({ nl: say('nl'), en: say('en') });

const above = (name: string, evidence: Status): Text =>
  both((lang) => decideWords.above(name, statusNames[evidence][lang].toLowerCase())[lang]);

/** D2 is about the whole family: the end of the quiet time, or null if it is over. */
function quietEnd(detail: FamilyDetail): string | null {
  for (const { findings } of detail.persons)
    for (const { rule, met, about } of findings) if (rule === 'D2' && !met) return about.turns;
  return null;
}
