import type { EventFile } from '../../src/domain/event-file.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import type { Place } from '../../src/log/ends.ts';
import { openEngine } from '../../src/log/engine.ts';
import type { EventLog, Submission } from '../../src/log/log.ts';
import { keptMasterKey, masterKey } from '../../src/log/master-key.ts';
import { openVault } from '../../src/log/vault.ts';
import type { Vault } from '../../src/log/vault.ts';
import { openLog } from '../../src/log/sqlite.ts';
import { eventFile } from './input.ts';
import type { Clock } from './on-a-file.ts';
import { progressBar, say } from './progress.ts';
import { fileLog, inOrderOfRecording } from '../moving/file-log.ts';
import type { Refused } from '../moving/move.ts';
import { placeNamed } from '../moving/place.ts';
import { explain } from '../moving/telling.ts';

/** How many events wait for their commit at the same time: enough to fill one, few enough to stop soon. */
const inFlight = 4096;

export interface Imported {
  readonly written: number;
  /** Stored already, with the same content: that is how an interrupted import goes on. */
  readonly repeated: number;
  readonly refused: readonly Refused[];
}

export interface ImportOptions {
  readonly data: string;
  /** False says that WAAKVLAM_LOG does not count. */
  readonly log?: string | false;
  readonly keys: boolean;
}

/** Takes in a file, or moves a store or server into another one. */
export async function importFrom(named: string, options: ImportOptions, clock: Clock): Promise<number> {
  const place = placeNamed(named);
  const address = options.log === false ? undefined : options.log;
  if (place.kind === 'file')
    return address === undefined
      ? importFile(place.path, options.data, clock)
      : importFileInto(place.path, { address, folder: options.data, now: clock });
  const { moveBetween } = await import('../moving/between.ts');
  const folder = place.kind === 'folder' ? place.folder : options.data;
  return moveBetween({
    source: { address: place.kind === 'server' ? place.address : undefined, folder, now: clock },
    target: { address, folder: options.data, now: clock },
    withoutKeys: !options.keys,
  });
}

/** Reads a whole file, says which lines were rejected, and stores the others with their own times. */
async function importFile(path: string, folder: string, clock: Clock): Promise<number> {
  const file = await eventFile('import', path);
  const log = openLog({ folder, now: clock });
  try {
    const vault = openVault({ folder, masterKey: masterKey(folder, process.env['WAAKVLAM_MASTER_KEY']) });
    try {
      return tell(file, await importEvents(file.events, log, vault));
    } finally {
      vault.close();
    }
  } finally {
    await log.close();
  }
}

/** The same on a server: whole stretches of a family at a time, and compared at the end. */
async function importFileInto(
  path: string,
  { address, folder, now }: Place & { readonly address: string },
): Promise<number> {
  const file = await eventFile('import', path);
  const kept = keptMasterKey(folder);
  const engine = await openEngine({
    address,
    folder,
    now,
    masterKey: process.env['WAAKVLAM_MASTER_KEY'] || (kept ? Buffer.from(kept).toString('hex') : undefined),
  });
  try {
    const { moveAndCompare } = await import('../moving/move-and-compare.ts');
    return await moveAndCompare({
      source: fileLog(file.events),
      target: engine.log,
      prepared: (event) => engine.vault.seal<Submission>(event),
      tell: (moved) => tell(file, moved),
    });
  } finally {
    await engine.close();
  }
}

function tell(file: EventFile, { written, repeated, refused }: Imported): number {
  for (const { line, path, reason } of file.rejections)
    say(`line ${line}: ${reason}${path ? ` at ${path}` : ''}`);
  for (const { event, result } of refused) say(`${event.id}: ${explain(result)}`);
  const rejected = file.rejections.length + refused.length;
  say(`${written} written, ${repeated} stored before, ${file.ignored} ignored, ${rejected} rejected`);
  return rejected > 0 ? 3 : 0;
}

/** Stores events as they are, in the order in which they were recorded; many at a time share one commit. */
export async function importEvents(
  events: readonly PlanEvent[],
  log: Pick<EventLog, 'append'>,
  vault: Pick<Vault, 'seal'>,
): Promise<Imported> {
  const ordered = inOrderOfRecording(events);
  const bar = progressBar('events', ordered.length);
  const refused: Refused[] = [];
  let repeated = 0;
  for (let start = 0; start < ordered.length; start += inFlight) {
    const some = ordered.slice(start, start + inFlight);
    const sealed = await Promise.all(some.map((event) => vault.seal<Submission>(event)));
    const results = await Promise.all(sealed.map((event) => log.append(event.family, 'any', [event])));
    for (const [index, result] of results.entries()) {
      if (result.kind !== 'appended') refused.push({ event: some[index] as PlanEvent, result });
      else if (result.repeated) repeated += 1;
    }
    bar.update(start + some.length);
  }
  bar.stop();
  return { written: ordered.length - repeated - refused.length, repeated, refused };
}
