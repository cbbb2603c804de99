import type { Instant } from '../domain/instant.ts';
import { chestIn, chestToReadIn, sharedChest } from './key-chest.ts';
import type { KeyChest } from './key-chest.ts';
import type { EventLog } from './log.ts';
import { openLog, openReader } from './sqlite.ts';
import type { LogReader } from './sqlite.ts';
import { verify } from './verify.ts';
import type { Progress, Verdict } from './verify.ts';

/** The two ends of a move between engines: events as they are stored, keys as they are wrapped, nothing opened. */

export interface Place {
  /** Of a server; left out, the events are in the folder. */
  readonly address: string | undefined;
  readonly folder: string;
  readonly now: () => Instant;
}

export interface SourceEnd {
  /** Opened when it is first asked for: a damaged store can be verified, and not be read. */
  readonly log: LogReader;
  readonly keys: KeyChest;
  verify(): Iterator<Progress, Verdict> | AsyncIterator<Progress, Verdict>;
  close(): Promise<void>;
}

/** Changes nothing there, and may be open beside whoever writes. */
export async function openSourceEnd({ address, folder, now }: Place): Promise<SourceEnd> {
  if (address !== undefined) {
    const { openKurrentLog } = await import('./kurrent.ts');
    const log = openKurrentLog({ address, now });
    return {
      log,
      keys: sharedChest(log.keys),
      verify: () => log.verify(),
      close: () => log.close(),
    };
  }
  let log: LogReader | undefined;
  let keys: KeyChest | undefined;
  return {
    get log() {
      return (log ??= openReader(folder));
    },
    get keys() {
      return (keys ??= chestToReadIn(folder));
    },
    verify: () => verify(folder),
    async close() {
      keys?.close();
      await log?.close();
    },
  };
}

export interface TargetEnd {
  readonly log: EventLog;
  readonly keys: KeyChest;
  close(): Promise<void>;
}

/** @throws LogUnavailable if the place cannot be opened; then nothing stays open. */
export async function openTargetEnd({ address, folder, now }: Place): Promise<TargetEnd> {
  if (address !== undefined) {
    const { openKurrentLog } = await import('./kurrent.ts');
    const log = openKurrentLog({ address, now });
    return { log, keys: sharedChest(log.keys), close: () => log.close() };
  }
  const log = openLog({ folder, now });
  try {
    const keys = chestIn(folder);
    return {
      log,
      keys,
      async close() {
        keys.close();
        await log.close();
      },
    };
  } catch (error) {
    await log.close();
    throw error;
  }
}
