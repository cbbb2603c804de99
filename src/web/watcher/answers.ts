import { createHash } from 'node:crypto';
import type { Link } from '../../access/links.ts';
import type { Asked } from '../../read/views.ts';
import type { Text } from '../words/lang.ts';
import { watcherWords } from '../words/watcher.ts';

/** What a watcher filled in, as it came and as it is meant. */

export interface Filled {
  readonly result?: string | undefined;
  readonly seen: readonly string[];
  readonly alone?: string | undefined;
  readonly worry?: string | undefined;
  readonly stillSafe?: string | undefined;
  readonly basicConditions?: string | undefined;
  readonly helpNeeded?: string | undefined;
  readonly text: string;
  readonly urgency?: string | undefined;
  readonly howLong?: string | undefined;
  /** How many came before, as the page that was filled in knew: the same page sent twice is one answer. */
  readonly round: string;
}

export type Body = Readonly<Record<string, unknown>>;

export function filledIn(body: Body): Filled {
  const one = (name: string) => {
    const value = body[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const seen = body['seen'];
  return {
    result: one('result'),
    seen: (Array.isArray(seen) ? seen : [seen]).filter((each): each is string => typeof each === 'string'),
    alone: one('alone'),
    worry: one('worry'),
    stillSafe: one('stillSafe'),
    basicConditions: one('basicConditions'),
    helpNeeded: one('helpNeeded'),
    text: (one('text') ?? '').trim(),
    urgency: one('urgency'),
    howLong: one('howLong'),
    round: one('round') ?? '',
  };
}

export const nothingFilledIn = filledIn({});

/** By the name of the field. */
export type Errors = Readonly<Partial<Record<keyof Filled, Text>>>;

const longestText = 2000;

export function errorsIn(filled: Filled, asked: Asked): Errors {
  const { choose, chooseAlone } = watcherWords;
  const missing = (name: keyof Filled, words: object, error = choose) =>
    typeof filled[name] === 'string' && Object.hasOwn(words, filled[name]) ? {} : { [name]: error };
  const sawSomebody = filled.seen.length > 0 && filled.result !== 'could_not_observe';
  return {
    ...missing('result', watcherWords.results),
    ...(sawSomebody && missing('alone', watcherWords.alones, chooseAlone)),
    ...missing('worry', watcherWords.worries),
    ...(asked.asksAnswers && {
      ...missing('stillSafe', watcherWords.tri),
      ...missing('basicConditions', watcherWords.tri),
      ...missing('helpNeeded', watcherWords.tri),
    }),
    ...textError(filled),
  };
}

export const bellErrors = (filled: Filled): Errors => ({
  ...chosen(filled, 'urgency', watcherWords.urgencies),
  ...textError(filled),
});

export const stopErrors = (filled: Filled): Errors => ({
  ...chosen(filled, 'howLong', watcherWords.stops),
  ...textError(filled),
});

function chosen(filled: Filled, name: 'urgency' | 'howLong', words: object): Errors {
  const value = filled[name];
  return value !== undefined && Object.hasOwn(words, value) ? {} : { [name]: watcherWords.choose };
}

const textError = ({ text }: Filled): Errors =>
  text.length > longestText ? { text: watcherWords.tooLong } : {};

/** Stands for an agreement or a person in addresses and forms, and means nothing outside this link. */
export const keyOf = (link: Link, id: string): string =>
  createHash('sha256').update(`${link.id}\n${id}`).digest('hex').slice(0, 10);
