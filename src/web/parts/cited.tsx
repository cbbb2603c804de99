import type { Entry } from '../../read/views.ts';
import { isEventType } from '../../domain/event.ts';
import { eventNames } from '../words/events.ts';
import { personWords } from '../words/family.ts';
import type { Screen } from './screen.ts';
import { When } from './small.tsx';

/** The facts of one family that a page may point at. */
export interface Facts {
  readonly family: string;
  /** In the order of the timeline: oldest first. */
  readonly entries: readonly Entry[];
}

export function eventName(type: string, screen: Screen): string {
  return isEventType(type) ? screen.say(eventNames[type]) : type;
}

/** A fact by its name and time, with a link to all that is recorded of it. */
export function Fact({
  id,
  facts,
  screen,
}: {
  readonly id: string;
  readonly facts: Facts;
  readonly screen: Screen;
}) {
  const entry = facts.entries.find((each) => each.id === id);
  if (!entry) return <code>{id}</code>;
  return (
    <a href={screen.link('fact', { family: facts.family, id })}>
      {eventName(entry.type, screen)}, <When at={entry.from} screen={screen} />
    </a>
  );
}

interface CitedProps {
  readonly ids: readonly string[];
  readonly facts: Facts;
  readonly screen: Screen;
}

/** The facts that an answer rests on. */
export function Cited({ ids, facts, screen }: CitedProps) {
  if (ids.length === 0) return null;
  return (
    <details>
      <summary>{screen.say(personWords.facts(ids.length))}</summary>
      <ul>
        {ids.map((id) => (
          <li>
            <Fact id={id} facts={facts} screen={screen} />
          </li>
        ))}
      </ul>
    </details>
  );
}
