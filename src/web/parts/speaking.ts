import { isEventType } from '../../domain/event.ts';
import type { FamilyDetail } from '../../read/views.ts';
import { eventNames } from '../words/events.ts';
import { findingSentence } from '../words/findings.ts';
import type { Finding } from '../words/findings.ts';
import { spokenDay } from '../words/speech.ts';
import type { Facts } from './cited.tsx';
import type { Screen } from './screen.ts';

/** A finding about a person as this reader reads it. */
export function spoken(
  finding: Finding,
  person: string,
  {
    facts,
    detail,
    screen,
  }: { readonly facts: Facts; readonly detail: FamilyDetail; readonly screen: Screen },
): string {
  const { lang, name, say } = screen;
  const fact = (event: string) => {
    const entry = facts.entries.find(({ id }) => id === event);
    if (!entry) return event;
    const called = isEventType(entry.type) ? say(eventNames[entry.type]) : entry.type;
    return `${called.toLowerCase()} ${lang === 'nl' ? 'op' : 'on'} ${spokenDay(entry.from, lang)}`;
  };
  return findingSentence(finding, { lang, person, name, fact, intimidation: detail.intimidation });
}
