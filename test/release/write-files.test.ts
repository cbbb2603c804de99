import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlanEvent } from '../../src/domain/event.ts';
import { codebook } from '../../src/release/codebook.ts';
import type { Codebook, CodebookInput } from '../../src/release/codebook.ts';
import { defaultReleaseParameters } from '../../src/release/parameters.ts';
import { writeFiles, writtenFiles } from '../../src/release/write-files.ts';
import type { Writing } from '../../src/release/write-files.ts';
import { ends, invented } from './invented.ts';
import { otter } from './otter.ts';

const about: CodebookInput = {
  levels: { age: 0, region: 0 },
  times: 'exact',
  until: '2025-05-31T22:00:00.000Z',
  parameters: defaultReleaseParameters,
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waakvlam-files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const writing = (into: string, more: Partial<Writing> = {}): Writing => ({
  folder: into,
  families: () => invented,
  count: invented.length,
  terms: ends,
  about,
  ...more,
});

const pathsIn = (of: string) =>
  readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(of.length + 1))
    .sort();
const contents = (of: string) =>
  pathsIn(of).map((path) => [path, readFileSync(join(of, path)).toString('base64')]);

describe('given released families', () => {
  it('when the files are written, then they are these and nothing else stays', () => {
    const progress = new Map<string, number>();
    writeFiles(writing(folder, { onProgress: (step, done) => progress.set(step, done) }));
    expect(pathsIn(folder)).toEqual(writtenFiles);
    expect([...progress]).toEqual([
      ['tables', invented.length],
      ['files', 9],
      ['ocel', invented.length],
      ['codebook', 1],
    ]);
  });

  it('when it is interrupted in each step and called again, then the bytes are those of one go', () => {
    const [once, again] = [join(folder, 'once'), join(folder, 'again')];
    writeFiles(writing(once));
    for (const [stop, at] of [
      ['tables', 2],
      ['tables', 7],
      ['files', 4],
      ['ocel', 5],
      ['codebook', 1],
    ] as const) {
      const onProgress = (step: string, done: number) => {
        if (step === stop && done === at) throw new Error('the power failed');
      };
      expect(() => {
        writeFiles(writing(again, { familiesPerBatch: 3, onProgress }));
      }).toThrow('the power failed');
    }
    writeFiles(writing(again));
    expect(contents(again)).toEqual(contents(once));
  });

  it('when they are written, then CSV and Parquet hold as many rows', async () => {
    writeFiles(writing(folder));
    for (const path of writtenFiles.filter((each) => each.endsWith('.csv'))) {
      const file = readFileSync(join(folder, path.replace('.csv', '.parquet')));
      const rows = await parquetReadObjects({ file: new Uint8Array(file).buffer });
      expect([path, rows.length]).toEqual([
        path,
        readFileSync(join(folder, path), 'utf8').split('\r\n').length - 2,
      ]);
    }
  });
});

describe('given the codebook', () => {
  it('then it has every column of every file, in order, and no other', () => {
    writeFiles(writing(folder));
    const book = JSON.parse(readFileSync(join(folder, 'codebook.json'), 'utf8')) as Codebook;
    const heads = book.tables.map(
      ({ name }) => readFileSync(join(folder, 'tables', `${name}.csv`), 'utf8').split('\r\n')[0],
    );
    expect(heads).toEqual(book.tables.map(({ columns }) => columns.map(({ name }) => name).join(',')));
    const text = readFileSync(join(folder, 'codebook.md'), 'utf8');
    for (const { columns } of book.tables)
      for (const column of columns) expect(text).toContain(`| ${column.name} | ${column.type} |`);
    expect(book.files.map(({ path }) => path)).toEqual(expect.arrayContaining([...writtenFiles]));
  });

  it('then every field and value that occurs in the events stands in it', () => {
    const book = codebook(about);
    const missing = new Set<string>();
    let seen = 0;
    for (const event of [...invented, otter].flatMap(({ events }) => events))
      for (const [path, value] of leavesOf(event)) {
        seen += 1;
        const fields = [
          ...book.envelope,
          ...(book.events.find(({ type }) => type === event.type)?.fields ?? []),
        ];
        const field = fields.find((each) => each.path === path);
        if (
          !field ||
          (field.values && ['code', 'boolean'].includes(field.type) && !field.values.includes(String(value)))
        )
          missing.add(`${event.type} ${path} ${String(value)}`);
      }
    expect([...missing]).toEqual([]);
    expect(seen).toBeGreaterThan(10_000);
  });

  it('then every type of event tells what was done to each field, and dropped ones have no values', () => {
    const fields = codebook(about).events.flatMap((event) =>
      event.fields.map((field) => ({ of: event.type, ...field })),
    );
    expect(
      fields.filter(({ how }) => how === 'dropped').map(({ of, path, values }) => [of, path, values]),
    ).toEqual([['ViolencePatternRecorded', 'data.estimatedPerYear', undefined]]);
    expect(fields.find(({ path }) => path === 'data.rungs.*.to')).toMatchObject({
      type: 'party',
      how: 'pseudonym',
    });
  });

  it('then it says which rules read a field that was changed, and all that compare times when these are coarse', () => {
    const rules = (times: CodebookInput['times']) =>
      codebook({ ...about, times }).rules.flatMap((each) => each.rules);
    expect(rules('exact')).toEqual(expect.arrayContaining(['D4', 'M12', 'R2']));
    expect(rules('exact')).not.toContain('all rules that compare times');
    expect(rules('week')).toContain('all rules that compare times');
  });
});

/** Every value of an event with its path in the words of the codebook. */
function leavesOf(event: PlanEvent): readonly (readonly [string, unknown])[] {
  const walk = (value: unknown, path: readonly string[]): (readonly [string, unknown])[] => {
    if (Array.isArray(value)) return value.flatMap((each) => walk(each, [...path, '*']));
    if (typeof value !== 'object' || value === null) return [[path.join('.'), value]];
    const isOpen = path.join('.') === 'data.perPerson';
    return Object.entries(value).flatMap(([key, each]) => walk(each, [...path, isOpen ? '*' : key]));
  };
  const { sealed: _, ...rest } = event;
  return walk(rest, []);
}
