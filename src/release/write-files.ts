import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { codebook } from './codebook.ts';
import { codebookText } from './codebook-text.ts';
import type { CodebookInput } from './codebook.ts';
import { csvHeader, csvRows } from './csv.ts';
import { ocel } from './ocel.ts';
import { parquetTable } from './parquet.ts';
import type { ReleasedFamily } from './released.ts';
import type { Row, Table, Terms } from './table.ts';
import { tables } from './tables/all.ts';

/** Everything of a release that follows from its events: tables, OCEL, codebook. */
export interface Writing {
  /** The unfinished release; nothing outside it is touched. */
  readonly folder: string;
  /** The released families in their order; asked for several times, and every time the same. */
  readonly families: () => Iterable<ReleasedFamily>;
  /** How many there are. */
  readonly count: number;
  readonly terms: Terms;
  readonly about: CodebookInput;
  /** What is lost at most when the work is interrupted; the files are the same whatever it is. */
  readonly familiesPerBatch?: number;
  readonly onProgress?: (step: string, done: number, total: number) => void;
}

/** Paths of the files that `writeFiles` makes, in code-point order. */
export const writtenFiles: readonly string[] = [
  ...['codebook.json', 'codebook.md', 'ocel.json'],
  ...tables.flatMap(({ name }) => [`tables/${name}.csv`, `tables/${name}.parquet`]),
].sort();

/**
 * Writes them; blocks while it works. A file is written beside its place and renamed when it is whole. Called again
 * after an interruption, with the same families, it goes on: what is whole stays, and the rows of tables stand in
 * batches until all are there. Memory is that of one family and one row group.
 */
export function writeFiles(writing: Writing): void {
  const { folder, families, terms, about, onProgress = () => undefined } = writing;
  writeTables({ ...writing, onProgress });
  whole(join(folder, 'ocel.json'), (write) => {
    const counted = () =>
      counting(families(), (done) => {
        onProgress('ocel', done, writing.count);
      });
    for (const text of ocel(counted, terms)) write(text);
  });
  whole(join(folder, 'codebook.json'), (write) => {
    write(`${JSON.stringify(codebook(about), null, 2)}\n`);
  });
  whole(join(folder, 'codebook.md'), (write) => {
    write(codebookText(codebook(about)));
  });
  onProgress('codebook', 1, 1);
}

function* counting<T>(items: Iterable<T>, onItem: (done: number) => void): Generator<T> {
  let done = 0;
  for (const item of items) {
    yield item;
    onItem((done += 1));
  }
}

type Told = Writing & Required<Pick<Writing, 'onProgress'>>;

function writeTables({ folder, families, count, terms, familiesPerBatch = 200, onProgress }: Told): void {
  const batches = join(folder, 'tables.batches');
  const files = tables.map((table) => ({ table, csv: join(folder, 'tables', `${table.name}.csv`) }));
  if (files.every(({ csv }) => existsSync(csv) && existsSync(parquetOf(csv)))) {
    rmSync(batches, { recursive: true, force: true });
    return;
  }
  const counted = counting(families(), (done) => {
    onProgress('tables', done, count);
  });
  const last = workOut(counted, familiesPerBatch, { batches, terms });
  files.forEach(({ table, csv }, index) => {
    bringTogether(table, csv, () => rowsIn(batches, last, table));
    onProgress('files', index + 1, files.length);
  });
  rmSync(batches, { recursive: true, force: true });
}

const parquetOf = (csv: string): string => csv.replace(/csv$/, 'parquet');
const placeOf = (batches: string, number: number): string => join(batches, String(number).padStart(6, '0'));

/** The rows of each table as JSON Lines, in a folder per batch that gets its name when all are there; how many there are. */
function workOut(
  families: Iterable<ReleasedFamily>,
  batchSize: number,
  { batches, terms }: { readonly batches: string; readonly terms: Terms },
): number {
  let index = 0;
  let batch: Batch | null = null;
  for (const family of families) {
    const place = placeOf(batches, Math.floor(index / batchSize));
    // A batch that is there already costs no more than reading its families.
    if (index % batchSize === 0) batch = existsSync(place) ? null : openBatch(place);
    batch?.add(family, terms);
    index += 1;
    if (index % batchSize === 0) batch?.end();
  }
  if (index % batchSize !== 0) batch?.end();
  return Math.ceil(index / batchSize);
}

interface Batch {
  add(family: ReleasedFamily, terms: Terms): void;
  end(): void;
}

function openBatch(place: string): Batch {
  const unfinished = `${place}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const outputs = tables.map((table) => ({ table, output: open(join(unfinished, `${table.name}.jsonl`)) }));
  return {
    add(family, terms) {
      for (const { table, output } of outputs)
        for (const row of table.rows(family, terms)) output.write(`${JSON.stringify(row)}\n`);
    },
    end() {
      for (const { output } of outputs) output.close();
      renameSync(unfinished, place);
    },
  };
}

function* rowsIn(batches: string, count: number, { name }: Table): Generator<Row> {
  for (let number = 0; number < count; number += 1) {
    const path = join(placeOf(batches, number), `${name}.jsonl`);
    for (const line of readFileSync(path, 'utf8').split('\n')) if (line !== '') yield JSON.parse(line) as Row;
  }
}

function bringTogether(table: Table, csv: string, rows: () => Iterable<Row>): void {
  whole(parquetOf(csv), (writeParquet) => {
    const parquet = parquetTable(table, { write: writeParquet });
    // Both from one reading of the rows; the other one is made again if only it was whole.
    rmSync(csv, { force: true });
    whole(csv, (write) => {
      write(csvHeader(table));
      let some: Row[] = [];
      for (const row of rows()) {
        parquet.add(row);
        some.push(row);
        if (some.length < 1000) continue;
        write(csvRows(table, some));
        some = [];
      }
      write(csvRows(table, some));
    });
    parquet.end();
  });
}

type Write = (content: string | Uint8Array) => void;

/** Nothing is written by halves: a file that has its name is whole. */
function whole(path: string, fill: (write: Write) => void): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const output = open(`${path}.part`);
  try {
    fill(output.write);
  } finally {
    output.close();
  }
  renameSync(`${path}.part`, path);
}

/** Small texts are gathered, so that a row does not cost a call to the system. */
function open(path: string): { readonly write: Write; readonly close: () => void } {
  const file = openSync(path, 'w', 0o600);
  let waiting: string[] = [];
  let length = 0;
  const put = (content: string | Uint8Array) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
  };
  const drain = () => {
    put(waiting.join(''));
    waiting = [];
    length = 0;
  };
  return {
    write(content) {
      if (typeof content !== 'string') {
        drain();
        put(content);
        return;
      }
      waiting.push(content);
      length += content.length;
      if (length > 1 << 20) drain();
    },
    close() {
      drain();
      fsyncSync(file);
      closeSync(file);
    },
  };
}
