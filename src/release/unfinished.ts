import { createHash } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleaseKey } from './change/pseudonyms.ts';
import { freshKey, keyUnder } from './key.ts';
import type { Making } from './make.ts';
import type { RiskReport } from './report/risk.ts';
import { Unmakeable } from './unmakeable.ts';
import { openWorkshop } from './workshop.ts';
import type { Workshop } from './workshop.ts';

/** A release that was begun: which one it is, how it goes on, and how nothing of it stays. */

export const workshopName = 'workshop.db';
export const partOf = (out: string): string => `${out}.part`;

/**
 * Up to which position of the log an unfinished release reads, so that it goes on with the same events although more
 * were recorded since, its own disclosures among them.
 */
export function begunAt(out: string): number | undefined {
  const path = join(partOf(out), workshopName);
  if (!existsSync(path)) return undefined;
  const workshop = openWorkshop(path);
  try {
    const position = workshop.note('position');
    return position === undefined ? undefined : Number(position);
  } finally {
    workshop.close();
  }
}

/** Interrupted after the folder got its name: the source and the key must still go. Null if this is no such release. */
export function cleared(making: Making): RiskReport | null {
  const part = partOf(making.out);
  const path = join(part, workshopName);
  if (!existsSync(path) || existsSync(join(part, 'release'))) return null;
  const workshop = openWorkshop(path);
  const [whole, report] = [workshop.note('whole'), workshop.note('report')];
  if (whole === undefined || report === undefined) {
    workshop.close();
    return null;
  }
  const isSame = workshop.note('asked') === askedOf(making);
  discard(workshop, part);
  return isSame ? (JSON.parse(report) as RiskReport) : null;
}

const askedOf = ({ source, parameters, policy, software, key, dryRun, regions }: Making): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        source.fingerprint,
        source.position,
        parameters,
        policy,
        software,
        dryRun,
        [...(regions ?? [])],
      ]),
    )
    .update(key ?? 'fresh')
    .digest('hex');

/** The key, and a check that an unfinished release is the same one. */
export function keyOf(workshop: Workshop, making: Making): ReleaseKey {
  const { source, key } = making;
  const asked = askedOf(making);
  const begun = workshop.note('asked');
  if (begun !== undefined && begun !== asked)
    throw new Unmakeable(
      'source',
      'an unfinished release of another source, position, key or parameters stands beside it (the folder that ends in .part). Finish that one with its own command, or delete the folder',
    );
  const kept = workshop.note('key');
  // Under other moves a family has another pseudonym: two moves of one family would tell how far it moved.
  const { shiftWeeks, keepsSeason } = making.parameters;
  const used = key === null ? keyFrom(kept) : keyUnder(key, `${shiftWeeks} ${keepsSeason}`);
  workshop.together(() => {
    workshop.setNote('asked', asked);
    if (source.kind === 'log') workshop.setNote('position', String(source.position));
    if (key === null) workshop.setNote('key', Buffer.from(used).toString('hex'));
  });
  return used;
}

function keyFrom(hex: string | undefined): ReleaseKey {
  return hex === undefined ? freshKey() : (new Uint8Array(Buffer.from(hex, 'hex')) as ReleaseKey);
}

/** The source and the key go with the folder. */
export function discard(workshop: Workshop, part: string): void {
  workshop.db.exec(`PRAGMA secure_delete = ON; DELETE FROM note WHERE name = 'key'`);
  workshop.close();
  rmSync(part, { recursive: true, force: true });
}
