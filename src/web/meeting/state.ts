import type { Entry, FamilyStatus } from '../../read/views.ts';
import { eventName } from '../parts/cited.tsx';
import { shownInstant } from '../parts/screen.ts';
import type { Screen } from '../parts/screen.ts';
import { alarmText } from '../words/alarms.ts';
import { coverageWords } from '../words/family.ts';
import { reviewWords } from '../words/meetings.ts';
import { rules } from '../words/rules.ts';
import { statusNames, urgencyNames } from '../words/states.ts';

/** One line of what a team sees: about whom, what, and the sentences. Two viewpoints are compared line by line. */
export interface StateLine {
  readonly about: string;
  readonly aspect: string;
  readonly sentences: readonly string[];
}

/** The state of a family as a team looks at it: nobody is left out, and unknown is said. */
export function stateLines(
  status: FamilyStatus,
  entries: readonly Entry[],
  screen: Screen,
): readonly StateLine[] {
  const { say, name } = screen;
  const { safety, coverage, alarms, relapse } = status;
  const inWords = (state: keyof typeof statusNames) => say(statusNames[state]);
  const told = (subject: string): string => {
    if (subject === 'family') return say(reviewWords.whole);
    const entry = entries.find(({ id }) => id === subject);
    if (entry) return `${eventName(entry.type, screen)}, ${shownInstant(entry.from, screen.lang)}`;
    return subject.split('/').map(name).join(' / ');
  };
  const family = (aspect: string, sentences: readonly string[]): StateLine => ({
    about: say(reviewWords.whole),
    aspect,
    sentences: sentences.length === 0 ? [say(reviewWords.nothing)] : sentences,
  });
  const persons = safety.persons.flatMap((person): StateLine[] => {
    const about = name(person.person);
    const unmet = person.reasons.filter(({ met }) => !met);
    return [
      { about, aspect: say(reviewWords.status), sentences: [inWords(person.status)] },
      { about, aspect: say(reviewWords.evidence), sentences: [inWords(person.evidence)] },
      {
        about,
        aspect: say(reviewWords.decided),
        sentences: [person.decided === null ? say(reviewWords.undecided) : inWords(person.decided)],
      },
      {
        about,
        aspect: say(reviewWords.missing),
        sentences:
          unmet.length === 0
            ? [say(reviewWords.nothing)]
            : unmet.map(({ rule, missing }) => {
                const lack = missing === undefined ? undefined : rules[rule].missing?.[missing];
                return `${rule} ${say(rules[rule].name)}${lack ? `: ${say(lack)}` : ''}`;
              }),
      },
    ];
  });
  return [
    family(say(reviewWords.status), [inWords(safety.status)]),
    ...persons,
    family(say(reviewWords.watching), [
      say(coverageWords.numbers(coverage.agreed, coverage.active)),
      say(coverage.allMonitoring ? coverageWords.all : coverageWords.notAll),
    ]),
    family(
      say(reviewWords.alarms),
      alarms.map(({ rule, subject }) => `${rule} ${say(alarmText(rule))} (${told(subject)})`),
    ),
    family(
      say(reviewWords.candidates),
      relapse.candidates
        .filter(({ state }) => state === 'open')
        .map(({ candidate, urgency }) => `${told(candidate)}: ${say(urgencyNames[urgency])}`),
    ),
  ];
}
