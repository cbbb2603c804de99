import type { EventFile } from '../../src/domain/event-file.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import { parseInstant } from '../../src/domain/instant.ts';
import type { AppendResult, EventLog, Submission } from '../../src/log/log.ts';
import { masterKey, openVault } from '../../src/log/vault.ts';
import type { Vault } from '../../src/log/vault.ts';
import { openLog } from '../../src/log/sqlite.ts';
import { eventFile } from './input.ts';
import type { Clock } from './on-a-file.ts';
import { progressBar, say } from './progress.ts';

/** How many events wait for their commit at the same time: enough to fill one, few enough to stop soon. */
const inFlight = 4096;

export interface Imported {
  readonly written: number;
  /** Stored already, with the same content: that is how an interrupted import goes on. */
  readonly repeated: number;
  readonly refused: readonly Refused[];
}

interface Refused {
  readonly event: PlanEvent;
  readonly result: Exclude<AppendResult, { readonly kind: 'appended' }>;
}

/** Reads a whole file, says which lines were rejected, and stores the others with their own times. */
export async function importFile(path: string, folder: string, clock: Clock): Promise<number> {
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

function tell(file: EventFile, { written, repeated, refused }: Imported): number {
  for (const { line, path, reason } of file.rejections)
    say(`line ${line}: ${reason}${path ? ` at ${path}` : ''}`);
  for (const { event, result } of refused) say(`${event.id}: ${explain(result)}`);
  const rejected = file.rejections.length + refused.length;
  say(`${written} written, ${repeated} stored before, ${file.ignored} ignored, ${rejected} rejected`);
  return rejected > 0 ? 3 : 0;
}

function explain(result: Refused['result']): string {
  switch (result.kind) {
    case 'id-taken':
      return `duplicate at id: another event with this id is stored; give it its own`;
    case 'recorded-too-early':
      return `order at recordedAt: the family's stream already goes up to ${result.last}; record it with the time of today`;
    case 'conflict':
      return `conflict: somebody wrote at the same time; import again`;
  }
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

function inOrderOfRecording(events: readonly PlanEvent[]): PlanEvent[] {
  return events
    .map((event) => ({ event, at: parseInstant(event.recordedAt) ?? 0 }))
    .sort((a, b) => a.at - b.at || (a.event.id < b.event.id ? -1 : 1))
    .map(({ event }) => event);
}
