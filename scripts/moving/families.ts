import type { FamilyId } from '../../src/domain/ids.ts';
import type { Position, Stored, Version } from '../../src/log/log.ts';
import type { LogReader } from '../../src/log/sqlite.ts';
import type { ProgressBar } from '../commands/progress.ts';

/** What a log held at one moment: how many events of each family. What is written later is left for the next time. */
export interface Extent {
  readonly head: Position;
  readonly families: ReadonlyMap<FamilyId, Version>;
  readonly events: number;
}

export async function extentOf(
  log: Pick<LogReader, 'head' | 'readAll'>,
  bar: (of: number) => ProgressBar,
): Promise<Extent> {
  const head = await log.head();
  const progress = bar(head);
  const families = new Map<FamilyId, Version>();
  let events = 0;
  for await (const { position, version, record } of log.readAll(0)) {
    if (position > head) break;
    families.set(record.family, version);
    events += 1;
    if (events % 1000 === 0) progress.update(position);
  }
  progress.update(head);
  progress.stop();
  return { head, families, events };
}

/** The events of a family from one version to another, oldest first. */
export async function* partOf(
  log: Pick<LogReader, 'readFamily'>,
  family: FamilyId,
  { after, until }: { readonly after: Version; readonly until: Version },
): AsyncGenerator<Stored, void, undefined> {
  if (after >= until) return;
  for await (const stored of log.readFamily(family, after)) {
    yield stored;
    if (stored.version >= until) return;
  }
}
