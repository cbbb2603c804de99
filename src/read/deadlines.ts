import TinyQueue from 'tinyqueue';
import { never } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';

/** The next moments at which an answer changes without an event, for many subjects; the earliest first. */
export interface Deadlines<Subject> {
  /** Replaces what was set for a subject. */
  set(subject: Subject, at: Instant): void;
  /** The earliest one; `never` if there is none. */
  next(): Instant;
  /** Takes out everything that is due at an instant. */
  due(at: Instant): readonly Subject[];
}

interface Entry<Subject> {
  readonly subject: Subject;
  readonly at: Instant;
}

export function deadlines<Subject>(): Deadlines<Subject> {
  const queue = new TinyQueue<Entry<Subject>>([], (a, b) => a.at - b.at);
  const current = new Map<Subject, Instant>();

  function peek(): Entry<Subject> | undefined {
    // What was replaced stays in the queue until it comes to the front.
    for (let first = queue.peek(); first; first = queue.peek()) {
      if (current.get(first.subject) === first.at) return first;
      queue.pop();
    }
    return undefined;
  }

  return {
    set(subject, at) {
      if (current.get(subject) === at) return;
      if (at === never) {
        current.delete(subject);
        return;
      }
      current.set(subject, at);
      queue.push({ subject, at });
    },
    next: () => peek()?.at ?? never,
    due(at) {
      const found: Subject[] = [];
      for (let first = peek(); first && first.at <= at; first = peek()) {
        found.push(first.subject);
        current.delete(first.subject);
        queue.pop();
      }
      return found;
    },
  };
}
