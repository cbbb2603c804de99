import { contracts } from '../../../src/domain/event.ts';
import type { EventType } from '../../../src/domain/event.ts';
import { familyFacts } from './facts/family.ts';
import { monitoringFacts } from './facts/monitoring.ts';
import { planFacts } from './facts/plan.ts';
import { relapseFacts } from './facts/relapse.ts';
import type { Say } from './facts/words.ts';

/** What an event of each type may say. */

export { isTriggering } from './facts/words.ts';
export type { Data } from './facts/words.ts';

export const facts: Readonly<Record<EventType, Say>> = {
  ...familyFacts,
  ...planFacts,
  ...monitoringFacts,
  ...relapseFacts,
};

export const factTypes = Object.keys(contracts) as EventType[];
