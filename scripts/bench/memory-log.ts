import { NEVER, Subject } from 'rxjs';
import { decode, entryOf } from '../../src/log/codec.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import type { EventLog, Stored } from '../../src/log/log.ts';

/** A log without a disk that says what is wanted, in the records that a real one hands out. */
export interface MemoryLog extends Pick<EventLog, 'readAll' | 'follow' | 'freshness'> {
  /** One more event arrives. */
  arrive(stored: Stored): void;
}

export function memoryLog(stored: Iterable<Stored>): MemoryLog {
  const arriving = new Subject<Stored>();
  return {
    readAll: () => stored,
    follow: () => arriving,
    freshness: NEVER,
    arrive: (one) => {
      arriving.next(one);
    },
  };
}

/** An event under the name of another family, as its own text, so that nothing is shared in memory. */
export function storedAs(
  event: PlanEvent,
  family: FamilyId,
  place: Pick<Stored, 'position' | 'version'>,
): Stored {
  const entry = entryOf(event);
  const body = entry.body.replaceAll(event.family, family);
  // Through bytes: otherwise the engine keeps the pieces that were put together.
  return { ...place, record: decode({ ...entry, family, body: Buffer.from(body).toString('latin1') }) };
}
