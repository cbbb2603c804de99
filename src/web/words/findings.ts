import type { FamilyDetail } from '../../read/views.ts';
import { factorNames } from './factors.ts';
import { directSentences } from './direct-findings.ts';
import { durableSentence } from './durable-findings.ts';
import type { Lang } from './lang.ts';
import { capital, spokenDay, spokenList } from './speech.ts';

export type Finding = FamilyDetail['persons'][number]['findings'][number];

/** What a sentence about a finding may name. */
export interface Speaking {
  readonly lang: Lang;
  /** Whom the finding is about. */
  readonly person: string;
  readonly name: (id: string) => string;
  /** What a fact is called and when it happened: `incident op 3 maart 2025`. */
  readonly fact: (event: string) => string;
  /** Somebody may be afraid: who agrees must be free to do so. */
  readonly intimidation: boolean;
}

/** The same, with lists and days ready for use. */
export interface Voice extends Speaking {
  readonly nl: boolean;
  readonly who: string;
  readonly day: (instant: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly names: (ids: readonly string[]) => string;
  readonly facts: (events: readonly string[]) => string;
  readonly factor: (factor: string) => string;
}

/** One rule for one person as a sentence that names persons, parties, agreements and days. */
export function findingSentence(finding: Finding, speaking: Speaking): string {
  const { lang, name, fact, person } = speaking;
  const list = (items: readonly string[]) => spokenList(items, lang);
  const voice: Voice = {
    ...speaking,
    nl: lang === 'nl',
    who: name(person),
    day: (instant) => spokenDay(instant, lang),
    list,
    names: (ids) => list(ids.map(name)),
    facts: (events) => list(events.map(fact)),
    factor: (factor) => factorNames[factor]?.[lang] ?? factor,
  };
  const sentence = directSentences[finding.rule]?.(finding, voice) ?? durableSentence(finding, voice);
  return capital(sentence);
}
