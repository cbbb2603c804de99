import type { Happened, Looks } from './survey.ts';
import type { Workshop } from './workshop.ts';

/** A family with what happened in it. */
export interface Surveyed {
  readonly pseudonym: string;
  readonly weeks: number;
  readonly history: Happened;
}

/** The families that may leave, in order of their pseudonym, which has nothing to do with what they hold. */
export function* surveyed(workshop: Workshop, out: ReadonlySet<string>): Generator<Surveyed> {
  for (const { pseudonym, weeks, history } of staying(workshop, 'weeks, history', out))
    yield { pseudonym, weeks: weeks as number, history: JSON.parse(history as string) as Happened };
}

/** The same families with how they look; what happened is not read. */
export function* looksIn(workshop: Workshop, out: ReadonlySet<string>) {
  for (const { pseudonym, looks } of staying(workshop, 'looks', out))
    yield { pseudonym, looks: JSON.parse(looks as string) as Looks };
}

function* staying({ db }: Workshop, columns: 'looks' | 'weeks, history', out: ReadonlySet<string>) {
  const next = db.prepare(
    `SELECT pseudonym, ${columns} FROM family WHERE standing = 'in' AND pseudonym > ? ORDER BY pseudonym LIMIT 500`,
  );
  for (let at = ''; ;) {
    const rows = next.all(at);
    for (const row of rows) {
      at = row['pseudonym'] as string;
      if (!out.has(at)) yield { ...row, pseudonym: at } as Record<string, unknown> & { pseudonym: string };
    }
    if (rows.length === 0) return;
  }
}

export const countIn = ({ db }: Workshop): number =>
  Number(db.prepare(`SELECT count(*) AS families FROM family WHERE standing = 'in'`).get()?.['families']);
