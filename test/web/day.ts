import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request, Response } from 'express';
import type { Person, Relations } from '../../src/access/visitor.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import { PartyId } from '../../src/domain/ids.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import { beginning } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import { openMemoryLog } from '../../src/log/sqlite.ts';
import { startHost } from '../../src/read/host.ts';
import type { Views } from '../../src/read/views.ts';
import type { Answer } from '../../src/web/answer.ts';
import type { Ask, PersonVisit } from '../../src/web/route.ts';
import { instant } from '../support/berk.ts';

/** Pages at a day that the test chooses: the events of a story, recorded when it says, and a clock. */
export interface StoryDay {
  readonly views: Views;
  readonly now: () => Instant;
  /** From here on the clock stands there, and everything recorded by then is known. */
  readonly goTo: (at: string) => Promise<void>;
  close(): Promise<void>;
}

export async function storyDay(events: readonly PlanEvent[], until: string): Promise<StoryDay> {
  let clock: Instant = beginning;
  const log = openMemoryLog({ now: () => clock });
  const ordered = events
    .map((event) => ({ event, at: instant(event.recordedAt) }))
    .sort((a, b) => a.at - b.at);
  const record = async (to: Instant) => {
    while (ordered[0] && ordered[0].at <= to) {
      const { event, at } = ordered.shift() as (typeof ordered)[number];
      clock = at;
      const { recordedAt: _, ...submission } = event;
      await log.append(event.family, 'any', [submission]);
    }
    clock = to;
  };
  await record(instant(until));
  const host = await startHost({ log, policy: defaultPolicy, now: () => clock });
  return {
    views: host.views,
    now: () => clock,
    async goTo(at) {
      await record(instant(at));
      await host.views.reached(await log.head(), 5000);
    },
    async close() {
      host.close();
      await log.close();
    },
  };
}

export const scenario = (name: string): readonly PlanEvent[] => {
  const file = join(import.meta.dirname, '../scenarios', `${name}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { events: PlanEvent[] }).events;
};

/** A colleague who may open these families. */
export function visitOf(families: readonly string[], account = 'noor'): PersonVisit {
  const visitor: Person = { kind: 'person', account: { id: account, name: 'Noor', roles: ['team'] } };
  const relations: Relations = {
    of: (family) =>
      families.includes(family)
        ? { family, party: PartyId.parse('party:team'), ground: 'team', since: beginning }
        : undefined,
    families: () => [...families].sort() as FamilyId[],
  };
  return { at: beginning, freshness: () => ({ kind: 'live' }), visitor, relations };
}

/** What a page answers, without a server around it. */
export async function shown(
  ask: Ask<PersonVisit>,
  url: string,
  visit: PersonVisit,
  body?: object,
): Promise<Answer> {
  const request = { url, path: url.split('?')[0], params: {}, body, is: () => body !== undefined };
  const [asked, answered] = [request, {}] as unknown as [Request, Response];
  return ask(asked, answered, visit);
}

/** The words of a page, as somebody reads them. */
export function wordsOf(answer: Answer): string {
  if (answer.kind !== 'page') throw new Error(`no page: ${JSON.stringify(answer)}`);
  const main = answer.html.slice(answer.html.indexOf('<main'), answer.html.indexOf('</main>'));
  return main
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,)])/g, '$1');
}
