import { parseInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { FamilyId } from '../../domain/ids.ts';
import type { Status } from '../../domain/vocabulary.ts';
import type { FamilyHistory, Views } from '../../read/views.ts';
import type { TimelineFact } from './facts.ts';
import type { KnownTimeline } from './opened.ts';

/** What was thought then: the status at each V with the knowledge of V, where later knowledge says otherwise. */
export interface Then {
  readonly persons: ReadonlyMap<string, readonly Thought[]>;
  /** Earlier than this nobody looked, because it would take too long; null if all of it was looked at. */
  readonly onlyFrom: Instant | null;
}

export interface Thought {
  readonly is: Status;
  readonly from: Instant;
  readonly until: Instant;
}

interface Span {
  from: Instant;
  until: Instant;
}

/** So many moments are looked at, the latest ones. */
const most = 40;

export function thoughtThen(
  views: Pick<Views, 'status'>,
  family: FamilyId,
  { facts, history }: Pick<KnownTimeline, 'facts' | 'history'>,
): Then {
  const recordings = [...new Set(facts.map(({ record }) => record.recordedAt))].sort((a, b) => a - b);
  const persons = new Map<string, Thought[]>();
  let asked = 0;
  for (const span of spansOf(facts).reverse()) {
    const stops = recordings.filter((instant) => instant > span.from && instant < span.until);
    if (asked + stops.length + 1 > most) return { persons, onlyFrom: span.until };
    for (let at = span.from; at < span.until;) {
      const status = views.status(family, { at, knownAt: at });
      const change = parseInstant(status?.safety.nextChange?.at ?? '');
      const ends = [
        span.until,
        ...stops.filter((stop) => stop > at).slice(0, 1),
        ...(change ? [change] : []),
      ];
      const until = Math.min(...ends.filter((end) => end > at)) as Instant;
      for (const { person, status: is } of status?.safety.persons ?? [])
        add(persons, person, whereItDiffers(history, person, { is, from: at, until }));
      asked += 1;
      at = until;
    }
  }
  for (const thoughts of persons.values()) thoughts.sort((a, b) => a.from - b.from);
  return { persons, onlyFrom: null };
}

/** Only where something was recorded after it happened, or corrected, can then and now disagree. */
function spansOf(facts: readonly TimelineFact[]): Span[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const spans = facts.map(({ from, record }) => {
    const target = record.type === 'EventRetracted' ? record.data.target : record.supersedes;
    const first = Math.min(from, byId.get(target ?? '')?.from ?? from);
    return { from: first as Instant, until: record.recordedAt };
  });
  const merged: Span[] = [];
  for (const span of spans.filter(({ from, until }) => from < until).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.until) last.until = Math.max(last.until, span.until) as Instant;
    else merged.push({ ...span });
  }
  return merged;
}

function whereItDiffers(history: FamilyHistory, person: string, thought: Thought): readonly Thought[] {
  const now = history.persons.find((each) => each.person === person)?.status ?? [];
  return now.flatMap(({ is, from, until }) => {
    const part = { from: Math.max(from, thought.from), until: Math.min(until, thought.until) } as Span;
    return is !== thought.is && part.from < part.until ? [{ is: thought.is, ...part }] : [];
  });
}

function add(persons: Map<string, Thought[]>, person: string, thoughts: readonly Thought[]): void {
  const list = persons.get(person) ?? [];
  persons.set(person, list);
  for (const thought of thoughts) {
    const last = list.at(-1);
    if (last?.is === thought.is && last.until === thought.from)
      list[list.length - 1] = { ...last, until: thought.until };
    else list.push(thought);
  }
}
