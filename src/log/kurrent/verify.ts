import type { EventId, FamilyId } from '../../domain/ids.ts';
import { formatInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import { readEvent } from '../../domain/reading.ts';
import { hash } from 'node:crypto';
import type { Position, Version } from '../log.ts';
import type { Progress, Verdict } from '../verify.ts';
import { chainStart, link } from './chain.ts';
import { submitted, timesFor } from './form.ts';
import type { Read, Reading } from './reading.ts';

interface Last {
  readonly version: Version;
  readonly recordedAt: Instant;
  readonly chain: string;
  readonly ids: Set<EventId>;
}

/**
 * Reads everything that the server holds of families and compares it with itself: the chain of every family, versions,
 * times, ids and the contract of each event, and whether each family reads by itself as far as in the whole.
 * What it cannot see: that a family's last events are missing without a trace, unless the printed chain was kept elsewhere.
 */
export async function* verifyKurrent(
  reading: Pick<Reading, 'all' | 'lastVersion'>,
  head: Position,
): AsyncGenerator<Progress, Verdict> {
  const families = new Map<FamilyId, Last>();
  let whole = chainStart;
  let events = 0;
  let position = 0;
  try {
    for await (const read of reading.all(0)) {
      const fault = faultIn(read, families);
      position = read.stored.position;
      if (fault !== null) return { kind: 'damaged', position, what: fault };
      whole = hash('sha256', `${whole}\n${read.served.mark.chain}`, 'hex');
      events += 1;
      if (events % 1000 === 0) yield { position, of: Math.max(head, position) };
    }
    for (const [family, { version }] of families) {
      const alone = await reading.lastVersion(family);
      if (alone < version)
        return {
          kind: 'damaged',
          position: null,
          what: `the stream of ${family} ends at version ${alone}, and it had ${version}`,
        };
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'damaged', position: position + 1, what: `cannot be read: ${why}` };
  }
  return { kind: 'sound', events, chain: whole };
}

function faultIn({ stored, served }: Read, families: Map<FamilyId, Last>): string | null {
  const { version, record } = stored;
  const { family, mark, laid } = served;
  const last = families.get(family) ?? {
    version: 0,
    recordedAt: -Infinity as Instant,
    chain: chainStart,
    ids: new Set<EventId>(),
  };
  if (version !== last.version + 1) return `version ${version} follows version ${last.version} of ${family}`;
  const event = submitted(served);
  if (event.family !== family) return `the event says that it is of ${event.family}`;
  if (mark.chain !== link(last.chain, version, laid, mark)) return 'the chain is broken';
  if (mark.times && String(mark.times) !== String(timesFor(event)))
    return 'its times are not those of its text';
  if (version === mark.first && mark.floor !== floorAfter(last))
    return 'the time of the event before it is not the one that its writer saw';
  if (record.recordedAt < last.recordedAt)
    return 'it was recorded before the event that precedes it in its family';
  if (last.ids.has(record.id)) return `the id ${record.id} stands twice in ${family}`;
  const reading = readEvent(record.event);
  if (reading.kind === 'ignored') return 'its type or version is not known here';
  if (reading.kind === 'rejected')
    return `its text is not accepted: ${reading.rejection.path} ${reading.rejection.reason}`;
  last.ids.add(record.id);
  families.set(family, { version, recordedAt: record.recordedAt, chain: mark.chain, ids: last.ids });
  return null;
}

const floorAfter = ({ version, recordedAt }: Last): string =>
  version === 0 ? '' : formatInstant(recordedAt);
