import type { PlanEvent } from '../../src/domain/event.ts';
import type { KeyCarrier } from '../../src/log/bringing-keys.ts';
import type { EventLog, Submission } from '../../src/log/log.ts';
import type { LogReader } from '../../src/log/sqlite.ts';
import { progressBar, say } from '../commands/progress.ts';
import { compareFamilies } from './compare.ts';
import type { Chests } from './opening.ts';
import { extentOf } from './families.ts';
import { moveFamilies } from './move.ts';
import type { Moved } from './move.ts';
import { stopwatch, tellCompared } from './telling.ts';

export interface Removal {
  readonly source: LogReader;
  readonly target: EventLog;
  readonly keys?: KeyCarrier;
  /** Then it is also compared which names and texts open. */
  readonly chests?: Chests;
  readonly prepared: (event: PlanEvent) => Promise<Submission>;
  /** Says what became of it; gives the exit code. */
  readonly tell: (moved: Moved, took: string) => number;
}

const noKeys: KeyCarrier = { bring: () => Promise.resolve() };

/** Moves what the source holds now, then compares. Exit code 1 if the target does not hold it as it is. */
export async function moveAndCompare(removal: Removal): Promise<number> {
  const { source, target, keys = noKeys, chests, prepared, tell } = removal;
  const extent = await extentOf(source, (of) => progressBar('counted', of));
  const moving = stopwatch();
  const bar = progressBar('moved', extent.events);
  const moved = await moveFamilies({ source, target, extent, keys, prepared, bar, waiting }).catch(
    (error: unknown) => {
      bar.stop();
      say('what was moved until here stays; run the same command again, and it goes on where it was');
      throw error;
    },
  );
  bar.stop();
  const exit = tell(moved, moving());
  const checking = stopwatch();
  const compared = await compareFamilies({
    source,
    target,
    extent,
    prepared,
    ...(chests && { chests }),
    bar: progressBar('compared', extent.events),
  });
  return tellCompared(compared, extent, checking()) || exit;
}

function waiting({ message }: Error): void {
  say(`${message} Trying again for two minutes.`);
}
