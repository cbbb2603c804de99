import { openLog } from '../../src/log/sqlite.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import type { Entrant, Setting } from './contestants.ts';
import { clock, regionEvents } from './invented.ts';
import { writing } from './writing.ts';

/** Our log: check, chain, guards and both indexes included; an append is over when its promise says that it is on disk. */
export function appendOurs({ folder, writers = 1 }: Setting): Entrant {
  const log = openLog({ folder, now: clock });
  const append = async (event: PlanEvent) => {
    const result = await log.append(event.family, 'any', [event]);
    if (result.kind !== 'appended') throw new Error(`${event.id}: ${result.kind}`);
  };
  return {
    ready: { rate: 0 },
    run: writing({ events: regionEvents(), writers, append }),
    close: () => log.close(),
  };
}
