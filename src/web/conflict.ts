import type { FamilyId } from '../domain/ids.ts';
import type { Views } from '../read/views.ts';
import type { Handle, Outcome } from '../write/handle.ts';
import { patience } from './asking.ts';

type Conflict = Extract<Outcome, { kind: 'conflict' }>;

/** Whoever gets a conflict wants to see what changed, and another node may have written it a moment ago: waits a while for it. */
export const informing =
  (handle: Handle, views: Views): Handle =>
  async (command) => {
    const outcome = await handle(command);
    if (outcome.kind === 'conflict')
      await views.reachedVersion(command.family, outcome.actual, patience(views));
    return outcome;
  };

/** What was recorded since the writer looked, as far as it has arrived here; `missing` events have not. */
export function newerThan(
  views: Pick<Views, 'records'>,
  family: FamilyId,
  { expected, actual }: Pick<Conflict, 'expected' | 'actual'>,
) {
  const newer = views.records(family).filter(({ version }) => version > expected);
  const shown = newer.at(-1)?.version ?? expected;
  return { expected, newer, shown, missing: Math.max(0, actual - shown) };
}
