import type { EventId, FamilyId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Version } from '../log.ts';
import { chainStart } from './chain.ts';
import type { Read, Reading } from './reading.ts';

/** What a writer must know of a family's stream before it can add to it. */
export interface Standing {
  version: Version;
  chain: string;
  /** When the last event was recorded; null while the server has not told. */
  recordedAt: Instant | null;
  /** All of them: an id is stored once in a family. */
  readonly versions: Map<EventId, Version>;
}

export interface Written {
  /** The version of its first event. */
  readonly first: Version;
  readonly ids: readonly EventId[];
  readonly chain: string;
  /** Of its last event, if an import brought it; else the server tells later. */
  readonly recordedAt: Instant | null;
}

/** The standings of the families that were written or read last. */
export interface Desk {
  /** What is known, read from the server if nothing is. */
  of(family: FamilyId): Promise<Standing>;
  /** The same, with all that was written meanwhile by others. */
  refreshed(family: FamilyId): Promise<Standing>;
  /** With the time of the last event, which the server sets. */
  timed(family: FamilyId): Promise<Standing & { readonly recordedAt: Instant }>;
  /** An event that came by on any way. */
  saw(read: Read): void;
  /** Somebody reads a family from its start: what comes by need not be read again before a command. */
  opens(family: FamilyId): void;
  /** What this node has just written. */
  wrote(family: FamilyId, written: Written): void;
  forget(family: FamilyId): void;
}

/** A standing takes about a hundred bytes an event. */
const keptEvents = 500_000;
/** How long the own subscription may take to bring back what was written, before it is asked for. */
const patienceMs = 50;

export function deskOf(reading: Pick<Reading, 'ofFamily'>): Desk {
  const standings = new Map<FamilyId, Standing>();
  const waiting = new Map<FamilyId, () => void>();
  let events = 0;

  function kept(family: FamilyId): Standing | undefined {
    const found = standings.get(family);
    if (found) {
      standings.delete(family);
      standings.set(family, found);
    }
    return found;
  }

  function keep(family: FamilyId): Standing {
    const fresh = { version: 0, chain: chainStart, recordedAt: -Infinity as Instant, versions: new Map() };
    standings.set(family, fresh);
    for (const oldest of standings.keys()) {
      if (events <= keptEvents || oldest === family) break;
      forget(oldest);
    }
    return fresh;
  }

  function forget(family: FamilyId): void {
    events -= standings.get(family)?.versions.size ?? 0;
    standings.delete(family);
  }

  function know(standing: Standing, id: EventId, version: Version): void {
    standing.versions.set(id, version);
    events += 1;
  }

  async function refreshed(family: FamilyId): Promise<Standing> {
    const standing = kept(family) ?? keep(family);
    for await (const read of reading.ofFamily(family, standing.version)) add(standing, read);
    return standing;
  }

  function add(standing: Standing, { stored: { version, record }, served: { mark } }: Read): void {
    if (version !== standing.version + 1) return;
    standing.version = version;
    standing.chain = mark.chain;
    standing.recordedAt = record.recordedAt;
    know(standing, record.id, version);
  }

  async function timed(family: FamilyId): Promise<Standing & { readonly recordedAt: Instant }> {
    const standing = kept(family) ?? (await refreshed(family));
    if (isTimed(standing)) return standing;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        waiting.delete(family);
        resolve();
      };
      const timer = setTimeout(done, patienceMs);
      waiting.set(family, done);
    });
    if (isTimed(standing)) return standing;
    for await (const read of reading.ofFamily(family, standing.version - 1)) {
      if (read.stored.version === standing.version) standing.recordedAt = read.stored.record.recordedAt;
      else add(standing, read);
    }
    if (isTimed(standing)) return standing;
    // It does not stand there: what is known here is not of this log.
    forget(family);
    const fresh = await refreshed(family);
    return { ...fresh, recordedAt: fresh.recordedAt ?? (-Infinity as Instant) };
  }

  return {
    of: async (family) => kept(family) ?? (await refreshed(family)),
    refreshed,
    timed,
    saw(read) {
      const { version, record } = read.stored;
      const { family, recordedAt } = record;
      const standing = standings.get(family);
      if (!standing) return;
      if (version === standing.version) {
        standing.recordedAt = recordedAt;
        waiting.get(family)?.();
      } else add(standing, read);
    },
    opens(family) {
      if (!kept(family)) keep(family);
    },
    wrote(family, { first, ids, chain, recordedAt }) {
      const standing = kept(family);
      const last = first + ids.length - 1;
      // The subscription may have brought some of it before the answer came.
      if (!standing || standing.version < first - 1 || standing.version >= last) return;
      for (const [index, id] of ids.entries())
        if (!standing.versions.has(id)) know(standing, id, first + index);
      standing.version = last;
      standing.chain = chain;
      standing.recordedAt = recordedAt;
    },
    forget,
  };
}

const isTimed = (standing: Standing): standing is Standing & { recordedAt: Instant } =>
  standing.recordedAt !== null;
