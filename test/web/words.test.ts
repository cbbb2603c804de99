import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { langs } from '../../src/web/words/lang.ts';
import type { Text } from '../../src/web/words/lang.ts';
import { familiesWords } from '../../src/web/words/families.ts';
import { partWords } from '../../src/web/words/parts.ts';

/** Every word of the screens stands in both languages. Also those that are made: they are asked with samples. */

const folder = join(import.meta.dirname, '../../src/web/words');
const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));

interface Found {
  readonly where: string;
  readonly text: Text;
}

const isText = (value: unknown): value is Text =>
  typeof value === 'object' &&
  value !== null &&
  langs.every((lang) => lang in value && typeof (value as Text)[lang] === 'string');

/** Is a number, and words in both languages: whatever a function of words may be asked. */
const anything = Object.assign(Object(3) as object, { nl: 'x', en: 'x' });
const samples: readonly (readonly unknown[])[] = [0, 1, 2, 'x', anything].map((one) => [one, one, one, one]);

function textsIn(value: unknown, where: string, depth = 0): readonly Found[] {
  if (isText(value)) return [{ where, text: value }];
  if (typeof value === 'function') return samples.flatMap((sample) => asked(value, sample, where, depth));
  if (typeof value !== 'object' || value === null || depth > 6) return [];
  const inside = value instanceof Map ? [...value] : Object.entries(value);
  return inside.flatMap(([key, each]) => textsIn(each, `${where}.${String(key)}`, depth + 1));
}

function asked(words: unknown, sample: readonly unknown[], where: string, depth: number): readonly Found[] {
  try {
    const made: unknown = (words as (...given: readonly unknown[]) => unknown)(...sample);
    return typeof made === 'function'
      ? []
      : textsIn(made, `${where}(${sample.slice(0, 1).join()})`, depth + 1);
  } catch {
    // It wants something of another shape: a reason, a finding. Its own tests ask it.
    return [];
  }
}

let found: readonly Found[];
beforeAll(async () => {
  const lists = await Promise.all(
    files.map(async (file) => textsIn(await import(join(folder, file)), file.replace('.ts', ''))),
  );
  found = lists.flat();
});

it('is in Dutch and in English, never empty', () => {
  expect(found.length).toBeGreaterThan(600);
  const bad = found.filter(({ text }) => langs.some((lang) => text[lang].trim() === ''));
  expect(bad.map(({ where }) => where)).toEqual([]);
});

it('fills in what it is given', () => {
  const isWhole = ({ text }: Found) => langs.every((lang) => !/undefined|\[object/.test(text[lang]));
  const name = ({ where }: Found) => where.replace(/\(.*/, '');
  const whole = new Set(found.filter(isWhole).map(name));
  expect(found.map(name).filter((each) => !whole.has(each))).toEqual([]);
});

it('was found in every file that has words', () => {
  const silent = files
    .map((file) => file.replace('.ts', ''))
    .filter((file) => !found.some(({ where }) => where.startsWith(`${file}.`)));
  // Sentences about findings and refusals want one of their own: their tests ask them.
  expect(silent).toEqual(['direct-findings', 'durable-findings', 'findings', 'lang', 'refusals', 'speech']);
});

describe('with a number', () => {
  const cases = [
    [familiesWords.allOf, 0, '0 gezinnen', '0 families'],
    [familiesWords.allOf, 1, '1 gezin', '1 family'],
    [familiesWords.allOf, 2, '2 gezinnen', '2 families'],
    [partWords.errorSummary, 1, 'Er klopt 1 ding nog niet', '1 thing is not right yet'],
    [partWords.errorSummary, 2, 'Er kloppen 2 dingen nog niet', '2 things are not right yet'],
  ] as const;
  it.each(cases)('%s says %i in the right number', (words, count, nl, en) => {
    expect(words(count)).toEqual({ nl, en });
  });

  /** Only said of many, or the number is no count. */
  const ofMany =
    /watcherWords[.]paused|drawingWords[.](cluster|times)|tableWords[.]tooMany|decideWords[.]open/;

  it('never says "1" with a word in the plural', () => {
    const plural = {
      nl: /(^|[^\d-])(?<!van )1 (gezinnen|dagen|alarmen|signalen|uren|minuten|maanden|weken|keren|feiten|personen|partijen|afspraken|gegevens|vragen|meldingen)\b/,
      en: /(^|[^\d-])(?<!of )1 (families|days|alarms|signals|hours|minutes|months|weeks|times|facts|people|parties|agreements|questions|reports)\b/,
    };
    const bad = found.filter(
      ({ where, text }) => !ofMany.test(where) && langs.some((lang) => plural[lang].test(text[lang])),
    );
    expect(bad.map(({ where, text }) => `${where}: ${text.nl} / ${text.en}`)).toEqual([]);
  });
});
