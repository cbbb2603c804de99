import { say } from '../commands/progress.ts';
import type { Compared } from './compare.ts';
import type { Extent } from './families.ts';
import type { Moved, Refused } from './move.ts';

/** What a person is told of a move and of a comparison. */

/** More lines than this about one thing are only counted. */
const shown = 20;

/** Gives the exit code: 3 if something was rejected. */
export function tellMoved({ written, repeated, refused }: Moved, took: string): number {
  listed(refused.map(({ event, result }) => `${event.id}: ${explain(result)}`));
  say(`${written} written, ${repeated} stored before, ${refused.length} rejected, in ${took}`);
  return refused.length > 0 ? 3 : 0;
}

export function explain(result: Refused['result']): string {
  switch (result.kind) {
    case 'id-taken':
      return `duplicate at id: another event with this id is stored; give it its own`;
    case 'recorded-too-early':
      return `order at recordedAt: the family's stream already goes up to ${result.last}; record it with the time of today`;
    case 'conflict':
      return `conflict: somebody wrote at the same time; import again`;
    case 'too-large':
      return `too large for the server; raise MaxAppendSize there and import again`;
  }
}

/** Gives the exit code: 1 if anything differs. */
export function tellCompared(compared: Compared, extent: Extent, took: string): number {
  const { differences, statuses, goOn, sealedOnce } = compared;
  if (sealedOnce > 0)
    say(`${sealedOnce} names and texts are readable on one side and sealed on the other; not compared`);
  if (goOn > 0)
    say(`${goOn} ${goOn === 1 ? 'family goes' : 'families go'} on in the target behind what the source has`);
  if (differences.length === 0) {
    say(
      `the same in both: ${counted(extent.events, 'event')} of ${counted(extent.families.size, 'family', 'families')} in their order, and ${statuses} statuses; compared in ${took}`,
    );
    return 0;
  }
  listed(
    differences.map(
      ({ family, version, what }) =>
        `NOT THE SAME: ${family}${version === null ? '' : `, version ${version}`}: ${what}`,
    ),
  );
  say(`${counted(differences.length, 'difference')}; compared in ${took}`);
  return 1;
}

const counted = (count: number, one: string, several = `${one}s`) =>
  `${count} ${count === 1 ? one : several}`;

function listed(lines: readonly string[]): void {
  for (const line of lines.slice(0, shown)) say(line);
  if (lines.length > shown) say(`and ${lines.length - shown} more like these`);
}

/** Call it to read it. */
export function stopwatch(): () => string {
  const start = performance.now();
  return () => {
    const seconds = (performance.now() - start) / 1000;
    return seconds < 60
      ? `${seconds.toFixed(1)} s`
      : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
  };
}
