import type { Request, Response } from 'express';
import { memoryLog, storedAs } from '../../scripts/bench/memory-log.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import { PartyId } from '../../src/domain/ids.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import { beginning, parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import { startHost } from '../../src/read/host.ts';
import type { Views } from '../../src/read/views.ts';
import { fact } from '../../src/web/pages/fact.tsx';
import { timelineCompare } from '../../src/web/pages/timeline-compare.tsx';
import { timeline } from '../../src/web/pages/timeline.tsx';
import type { FamilyVisit } from '../../src/web/route.ts';

/** The pages of the timeline about a family of which these events, with their own times, were recorded. */
export interface TimelinePages {
  readonly views: Views;
  readonly timeline: (query: string) => Promise<string>;
  readonly compare: (query: string) => Promise<string>;
  readonly fact: (id: string, query?: string) => Promise<string>;
  close(): void;
}

export async function timelinePages(
  events: readonly PlanEvent[],
  family: string,
  clock: Instant,
  disturbed: (views: Views) => Views = (views) => views,
): Promise<TimelinePages> {
  const ordered = [...events].sort((a, b) => recorded(a) - recorded(b));
  const stored = ordered.map((event, index) =>
    storedAs(event, event.family, { position: index + 1, version: index + 1 }),
  );
  const now = () => clock;
  const host = await startHost({
    log: memoryLog(stored),
    policy: defaultPolicy,
    now,
    open: (event) => event,
  });
  const web = { views: disturbed(host.views), now, invented: { isInvented: false } as never };
  const visit: FamilyVisit = {
    at: clock,
    freshness: () => ({ kind: 'live' }),
    visitor: { kind: 'person', account: { id: 'tester', name: 'Tester', roles: ['team'] } },
    relations: { of: () => undefined, families: () => [] },
    family: family as FamilyId,
    relation: {
      family: family as FamilyId,
      party: PartyId.parse('party:team'),
      ground: 'team',
      since: beginning,
    },
  };
  const ask = async (handler: typeof asking, url: string, params: object = {}) => {
    const answer = await handler({ url, params } as unknown as Request, {} as unknown as Response, visit);
    if (answer.kind === 'page') return answer.html;
    throw new Error(answer.kind === 'problem' ? `${answer.reason} ${answer.path}` : answer.kind);
  };
  const asking = timeline(web);
  return {
    views: host.views,
    timeline: (query) => ask(asking, `/?${query}`),
    compare: (query) => ask(timelineCompare(web), `/?${query}`),
    fact: (id, query = '') => ask(fact(web), `/?${query}`, { id }),
    close: () => {
      host.close();
    },
  };
}

const recorded = (event: PlanEvent) => parseInstant(event.recordedAt) ?? 0;
