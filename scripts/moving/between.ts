import { keyCarrier } from '../../src/log/bringing-keys.ts';
import type { KeyCarrier } from '../../src/log/bringing-keys.ts';
import { openSourceEnd, openTargetEnd } from '../../src/log/ends.ts';
import type { Place, SourceEnd, TargetEnd } from '../../src/log/ends.ts';
import { keptMasterKey, masterKey } from '../../src/log/master-key.ts';
import type { MasterKey } from '../../src/log/master-key.ts';
import { checkBytes } from '../commands/verify.ts';
import { say } from '../commands/progress.ts';
import { UsageError } from '../commands/input.ts';
import { moveAndCompare } from './move-and-compare.ts';
import { inWords, isSamePlace } from './place.ts';
import { tellMoved } from './telling.ts';

export interface Journey {
  readonly source: Place;
  readonly target: Place;
  /** Names and texts may stay closed in the target. */
  readonly withoutKeys: boolean;
}

/**
 * Moves everything that a store or server holds into another one: events as they are, sealed, with their keys. First the
 * source is checked, because a damaged event would stand in the target as a sound one; at the end both are compared.
 */
export async function moveBetween(journey: Journey): Promise<number> {
  const { source: from, target: to } = journey;
  if (isSamePlace(from, to))
    throw new UsageError(
      `source and target are the same place (${inWords(from)}); name another target with --data or --log, or --no-log for the data folder`,
    );
  const source = await openSourceEnd(from);
  try {
    await source.log.head();
    const target = await openTargetEnd(to);
    try {
      await target.log.head();
      const checked = await checkBytes(source);
      if (checked.difference !== null) return tellDamaged(inWords(from), checked.difference);
      return await moveAndCompare({
        source: source.log,
        target: target.log,
        keys: await carrier(journey, source, target),
        ...(!journey.withoutKeys && { chests: { source: source.keys, target: target.keys } }),
        prepared: (event) => Promise.resolve(event),
        tell: (moved, took) => tellMoved(moved, took),
      });
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function tellDamaged(place: string, { position, what }: { position: number | null; what: string }): number {
  say(
    `${place} is not sound: ${position === null ? 'no position is touched' : `position ${position}`}: ${what}`,
  );
  say('nothing was moved; put back a backup, and try again');
  return 1;
}

function carrier(
  { source: from, target: to, withoutKeys }: Journey,
  source: SourceEnd,
  target: TargetEnd,
): Promise<KeyCarrier> {
  if (withoutKeys) return Promise.resolve({ bring: () => Promise.resolve() });
  const given = givenMasterKey(to.folder);
  const kept = [...new Set([from.folder, to.folder])].map(keptMasterKey);
  return keyCarrier({
    from: source.keys,
    to: target.keys,
    mastersOfSource: [given, ...kept].filter((key) => key !== null),
    masterOfTarget: () =>
      to.address === undefined
        ? masterKey(to.folder, process.env['WAAKVLAM_MASTER_KEY'])
        : (given ?? keptMasterKey(to.folder)),
    place: inWords(from),
  });
}

function givenMasterKey(folder: string): MasterKey | null {
  const text = process.env['WAAKVLAM_MASTER_KEY'];
  return text === undefined || text.trim() === '' ? null : masterKey(folder, text);
}
