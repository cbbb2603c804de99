import { mismatch } from '../domain/event-file.ts';
import type { PlanEvent } from '../domain/event.ts';
import { canonical } from '../domain/json.ts';
import { Unmakeable } from './unmakeable.ts';
import type { Workshop } from './workshop.ts';

/** Where the facts come from: a log up to a position, or an event file. */
export interface Source {
  readonly kind: 'log' | 'file';
  /** Of a log the position up to which it is read; of a file how many lines it has, if that is known. */
  readonly position: number;
  /** Tells whether this is the same source as before an interruption. */
  readonly fingerprint: string;
  /** The events behind a place in the source, each with its place; 0 is the start. */
  events(after: number): AsyncIterable<{ readonly place: number; readonly event: PlanEvent }>;
  /** What was recorded behind the position, of a log: objections among it count all the same. */
  later?(): AsyncIterable<PlanEvent>;
}

/** Events that are taken in at a time. */
const stretch = 5000;

/** Takes the source in, without names and free text; goes on where it was. */
export async function gather(
  workshop: Workshop,
  source: Source,
  progress: (done: number, total: number) => void,
): Promise<void> {
  if (workshop.note('gathered') !== undefined) return;
  const insert = workshop.db.prepare('INSERT INTO source VALUES (?, ?, ?)');
  let batch: { readonly place: number; readonly event: PlanEvent }[] = [];
  const keep = () => {
    workshop.together(() => {
      for (const { event } of batch) {
        const { sealed: _, hiddenFrom: __, correlation: ___, ...rest } = event;
        insert.run(event.family, event.id, JSON.stringify(rest));
      }
      const last = batch.at(-1);
      if (last) workshop.setNote('place', String(last.place));
    });
    progress(batch.at(-1)?.place ?? 0, source.position);
    batch = [];
  };
  for await (const one of source.events(Number(workshop.note('place') ?? 0))) {
    batch.push(one);
    if (batch.length === stretch) keep();
  }
  keep();
  workshop.db.exec('CREATE INDEX IF NOT EXISTS by_family ON source (family)');
  if (source.kind === 'file') checkTogether(workshop);
  workshop.setNote('gathered', 'yes');
}

/** What a file can only be judged on as a whole (events.md 3, steps 5 and 6); a log has been judged. */
function checkTogether({ db }: Workshop): void {
  db.exec('CREATE INDEX IF NOT EXISTS by_id ON source (id)');
  const twice = db.prepare('SELECT id, count(*) AS times FROM source GROUP BY id HAVING times > 1').all();
  const bodies = db.prepare('SELECT rowid, body FROM source WHERE id = ? ORDER BY rowid');
  const remove = db.prepare('DELETE FROM source WHERE rowid = ?');
  for (const { id } of twice) {
    const [first, ...others] = bodies.all(id as string);
    for (const other of others) {
      if (canonicalOf(other) !== canonicalOf(first))
        throw rejected('ids that stand for two different events');
      remove.run(other['rowid'] as number);
    }
  }
  const find = db.prepare('SELECT body FROM source WHERE id = ? LIMIT 1');
  const named = (id: string) => {
    const body = find.get(id)?.['body'];
    return typeof body === 'string' ? (JSON.parse(body) as PlanEvent) : undefined;
  };
  const about = db.prepare(
    `SELECT body FROM source WHERE body LIKE '%"supersedes":%' OR body LIKE '%"type":"EventRetracted"%'`,
  );
  for (const { body } of about.iterate())
    if (mismatch(JSON.parse(body as string) as PlanEvent, named) !== null)
      throw rejected('corrections that name an event they cannot be about');
}

const canonicalOf = (row: Record<string, unknown> | undefined): string =>
  canonical(JSON.parse(String(row?.['body'])));

const rejected = (what: string): Unmakeable =>
  new Unmakeable(
    'source',
    `the file holds ${what}. Ask \`waakvlam status --events FILE\` which lines are rejected, mend them, and try again`,
  );

/** Families with an objection that was not taken back, also by what was recorded behind the position. */
export async function objected(source: Source, { db }: Workshop): Promise<ReadonlySet<string>> {
  const standing = new Map<string, string>();
  const takenBack: string[] = [];
  const rows = db.prepare(
    `SELECT body FROM source WHERE body LIKE '%"type":"ResearchObjectionRecorded"%' OR body LIKE '%"type":"EventRetracted"%'`,
  );
  const all = (event: PlanEvent) => {
    if (event.type === 'ResearchObjectionRecorded') standing.set(event.id, event.family);
    if (event.type === 'EventRetracted') takenBack.push(event.data.target);
  };
  for (const { body } of rows.iterate()) all(JSON.parse(body as string) as PlanEvent);
  for await (const event of source.later?.() ?? []) all(event);
  for (const id of takenBack) standing.delete(id);
  return new Set(standing.values());
}

export function object({ db }: Workshop, family: string): void {
  db.prepare('INSERT OR IGNORE INTO objection VALUES (?)').run(family);
}

/** Every family of the source, in code-point order. */
export function* familiesIn({ db }: Workshop): Generator<string> {
  const next = db.prepare('SELECT min(family) AS family FROM source WHERE family > ?');
  for (let at = ''; ;) {
    const family = next.get(at)?.['family'];
    if (typeof family !== 'string') return;
    yield family;
    at = family;
  }
}

/** The events of a family as they were recorded: by recordedAt, then id. */
export function eventsOf({ db }: Workshop, family: string): PlanEvent[] {
  const rows = statement(db, 'SELECT body FROM source WHERE family = ?').all(family);
  return rows.map(({ body }) => JSON.parse(body as string) as PlanEvent);
}

const statements = new WeakMap<object, Map<string, ReturnType<Workshop['db']['prepare']>>>();

function statement(db: Workshop['db'], sql: string) {
  const known = statements.get(db) ?? new Map<string, ReturnType<Workshop['db']['prepare']>>();
  statements.set(db, known);
  const found = known.get(sql) ?? db.prepare(sql);
  known.set(sql, found);
  return found;
}
