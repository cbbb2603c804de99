import type { EventFile } from '../../src/domain/event-file.ts';
import { openSourceEnd } from '../../src/log/ends.ts';
import type { KeyChest } from '../../src/log/key-chest.ts';
import type { LogReader } from '../../src/log/sqlite.ts';
import { compareFamilies } from '../moving/compare.ts';
import { extentOf } from '../moving/families.ts';
import { fileLog } from '../moving/file-log.ts';
import { placeNamed } from '../moving/place.ts';
import { stopwatch, tellCompared } from '../moving/telling.ts';
import { UsageError, eventFile } from './input.ts';
import type { Clock } from './on-a-file.ts';
import { progressBar, say } from './progress.ts';

/** Whether everything of one place is in another one; a place is an event file, a data folder or a server. */
export async function comparePlaces(one: string, other: string, clock: Clock): Promise<number> {
  if (one === '-' && other === '-') throw new UsageError('only one of the two can be standard input');
  const took = stopwatch();
  const source = await opened(one, clock);
  try {
    const target = await opened(other, clock);
    try {
      await target.log.head();
      const extent = await extentOf(source.log, (of) => progressBar('counted', of));
      const compared = await compareFamilies({
        source: source.log,
        target: target.log,
        extent,
        prepared: (event) => Promise.resolve(event),
        ...(source.keys && target.keys && { chests: { source: source.keys, target: target.keys } }),
        bar: progressBar('compared', extent.events),
      });
      return tellCompared(compared, extent, took()) || Math.max(source.exit, target.exit);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

interface Opened {
  readonly log: LogReader;
  readonly keys?: KeyChest;
  readonly exit: number;
  close(): Promise<void>;
}

async function opened(named: string, clock: Clock): Promise<Opened> {
  const place = placeNamed(named);
  if (place.kind === 'file') {
    const file = await eventFile('compare', place.path);
    return { log: fileLog(file.events), exit: tellRejected(named, file), close: () => Promise.resolve() };
  }
  const end = await openSourceEnd({ folder: '', ...place, now: clock });
  return { log: end.log, keys: end.keys, exit: 0, close: () => end.close() };
}

function tellRejected(path: string, { rejections }: EventFile): number {
  for (const { line, path: field, reason } of rejections)
    say(`${path}, line ${line}: ${reason}${field ? ` at ${field}` : ''}; not compared`);
  return rejections.length > 0 ? 3 : 0;
}
