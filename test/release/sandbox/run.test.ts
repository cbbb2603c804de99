import { describe, expect, it } from 'vitest';
import type { FamilyId } from '../../../src/domain/ids.ts';
import type { ReleasedFamily } from '../../../src/release/released.ts';
import { project } from '../../../src/release/sandbox/run.ts';
import type { Projected } from '../../../src/release/sandbox/run.ts';

/** Reducers of all kinds, in the real thread with the real interpreter. */

/** What a reducer sees of a family is any JSON; here it is one number per family. */
function families(count: number): readonly ReleasedFamily[] {
  return Array.from({ length: count }, (_, number) => ({
    family: `f${String(number).padStart(4, '0')}` as FamilyId,
    events: JSON.parse(`[{ "secret": "Noor", "number": ${String(number)} }]`) as ReleasedFamily['events'],
  }));
}

const given = { until: '2026-06-01T00:00:00.000Z', rule: { least: 10, base: 5 }, seconds: 20, megabytes: 32 };

const run = (code: string, more: Partial<Parameters<typeof project>[0]> = {}): Promise<Projected> =>
  project({ ...given, families: families(60), code, ...more });

const parity = `export const tables = [
  { id: 'parity', unit: 'families', dimensions: [{ id: 'rest', values: ['zero', 'one', 'two'] }] },
];
const rests = ['zero', 'one', 'two'];
`;
const counting = (body: string) => `${parity}export function family(events, { until }) {\n${body}\n}`;

/** One table whose only dimension is `values`; `family` is the body of the function. */
const values = (names: readonly string[], body: string) =>
  `export const tables = [{ id: 'found', unit: 'families', dimensions: [{ id: 'what', values: ${JSON.stringify(names)} }] }];
export function family(events, { until }) {
${body}
}`;

const cellsOf = (projected: Projected) =>
  'tables' in projected
    ? projected.tables.map(({ rows }) => rows.map(({ at, cell }) => [...at, cell.value ?? cell.hidden]))
    : projected;

describe('given families, a reducer', () => {
  it('counts them in its cells, and small cells are hidden', async () => {
    const projected = await run(counting(`return [{ table: 'parity', at: [rests[events[0].number % 3]] }];`));
    expect(projected).toEqual({
      tables: [
        {
          id: 'parity',
          unit: 'families',
          dimensions: [{ id: 'rest', values: ['zero', 'one', 'two'] }],
          rows: ['zero', 'one', 'two'].map((rest) => ({ at: [rest], cell: { value: 20 } })),
        },
      ],
    });
  });

  it('tells nobody how few are elsewhere when each family was counted once', async () => {
    const code = counting(`return [{ table: 'parity', at: [events[0].number < 3 ? 'zero' : 'one'] }];`);
    expect(cellsOf(await run(code))).toEqual([
      [
        ['zero', 'small'],
        ['one', 'secondary'],
        ['two', 'small'],
      ],
    ]);
  });

  it('tells nobody how few were not counted', async () => {
    const code = counting(`return events[0].number < 3 ? [] : [{ table: 'parity', at: ['one'] }];`);
    expect(cellsOf(await run(code))).toEqual([
      [
        ['zero', 'small'],
        ['one', 'secondary'],
        ['two', 'small'],
      ],
    ]);
  });

  it('remembers nothing from one family to the next, wherever it keeps it', async () => {
    const code = values(
      ['fresh', 'stale'],
      `const isFresh = !globalThis.kept && !Array.prototype.kept && !family.kept && !JSON.kept;
globalThis.kept = Array.prototype.kept = family.kept = JSON.kept = true;
return [{ table: 'found', at: [isFresh ? 'fresh' : 'stale'] }, ...(isFresh ? [{ table: 'found', at: ['stale'] }] : [])];`,
    );
    expect(cellsOf(await run(code))).toEqual([
      [
        ['fresh', 60],
        ['stale', 60],
      ],
    ]);
  });

  it('finds nothing of the world outside: no clock, chance, network, files, shared memory or host', async () => {
    const names = [
      'Date',
      'fetch',
      'require',
      'process',
      'WebAssembly',
      'SharedArrayBuffer',
      'Atomics',
      'console',
    ];
    const more = [
      'performance',
      'setTimeout',
      'XMLHttpRequest',
      'Deno',
      'Bun',
      'std',
      'os',
      'print',
      'scriptArgs',
    ];
    const code = values(
      ['nothing', 'something'],
      `const inner = (() => {}).constructor('return this')();
const found = ${JSON.stringify([...names, ...more])}.filter((name) => name in globalThis || name in inner);
if (typeof Math.random !== 'undefined') found.push('Math.random');
if (inner !== globalThis) found.push('another world');
try { found.push(family.constructor.constructor('return process')()); } catch {}
return [{ table: 'found', at: [found.length === 0 ? 'nothing' : 'something'] }];`,
    );
    expect(cellsOf(await run(code))).toEqual([
      [
        ['nothing', 60],
        ['something', 'small'],
      ].map(([name, cell]) => [name, name === 'nothing' ? 'secondary' : cell]),
    ]);
  });
});

describe('given a reducer that is wrong, the run is refused as a wrong module', () => {
  const fails = `the module fails for some families:`;
  const next = `; try it on an invented release (waakvlam simulate), where everything may be printed`;
  const wrong: Readonly<Record<string, readonly [string, string]>> = {
    'with an error in its text': [
      'export const tables = [;',
      'SyntaxError in line 1, before any family was read',
    ],
    'that imports': [`import fs from 'node:fs';\n${parity}`, 'ReferenceError, before any family was read'],
    'that waits': [
      `await new Promise(() => {});\n${counting('return [];')}`,
      'the module waits for something (await), which never comes, before any family was read',
    ],
    'without tables': [
      'export function family() { return []; }',
      'the module exports no list tables, before any family was read',
    ],
    'with a table of persons': [
      parity.replace('families', 'persons'),
      'tables[0][unit]: Invalid input: expected "families"',
    ],
    'with too many cells': [
      `const v = Array.from({ length: 40 }, (_, i) => 'v' + i);
export const tables = [{ id: 'a', unit: 'families', dimensions: [{ id: 'x', values: v }, { id: 'y', values: v }] }];`,
      'tables: at most 1000 cells in all',
    ],
    'without a function': [
      parity,
      `${fails} the module exports no function family(events, { until })${next}`,
    ],
    'that returns a cell that is not declared': [
      counting(`return [{ table: 'parity', at: [events[0].secret] }];`),
      `${fails} family: a cell that is not declared${next}`,
    ],
    'that counts a family twice in a cell': [
      counting(`return [1, 2].map(() => ({ table: 'parity', at: ['one'] }));`),
      `${fails} family: the same cell twice${next}`,
    ],
    'that returns no list': [counting('return 7;'), `${fails} family: not a list of { table, at }${next}`],
    'that returns a promise': [
      counting('return import("node:fs").then(() => []);'),
      `${fails} family: not a list of { table, at }${next}`,
    ],
    'that throws what it saw': [
      counting('\nthrow new TypeError(events[0].secret);'),
      `${fails} TypeError in line 7${next}`,
    ],
    'that names its error after what it saw': [
      counting(
        `throw Object.assign(new Error(), { name: events[0].secret, stack: 'at reducer.js:' + 4711 });`,
      ),
      `${fails} Error${next}`,
    ],
    'that throws for few families': [
      counting('if (events[0].number === 17) null.x;\nreturn [];'),
      `${fails} in ways that fewer than 10 families share${next}`,
    ],
    'that throws in another line for each family': [
      counting(`throw Object.assign(new Error(), { stack: 'at reducer.js:' + (1 + events[0].number % 8) });`),
      `${fails} in ways that fewer than 10 families share${next}`,
    ],
    'that is long': [' '.repeat(100_001), 'the module has more than 100000 characters'],
  };
  it.each(Object.entries(wrong))('%s', async (_, [code, why]) => {
    expect(await run(code)).toEqual({ refused: 'module', why });
  });
});

describe('given a reducer that wants too much, the run is refused for its limits', () => {
  it('when it loops before any family', async () => {
    const why = 'the module was stopped after 1 seconds (--seconds)';
    expect(await run('for (;;);', { seconds: 1 })).toEqual({ refused: 'limits', why });
  });

  it('when it loops at a family, also inside try', async () => {
    const why = 'the module was stopped after 1 seconds (--seconds)';
    const code = counting('for (;;) { try { for (;;); } catch {} }');
    expect(await run(code, { seconds: 1 })).toEqual({ refused: 'limits', why });
  });

  it('when it sticks inside one step of the interpreter', async () => {
    const code = counting(`return /^(a+)+$/.test('a'.repeat(40) + 'b') ? [] : [];`);
    const projected = await run(code, { seconds: 1 });
    expect(projected).toMatchObject({ refused: 'limits' });
  });

  it('when it eats memory', async () => {
    const why = 'the module used more than 32 megabytes (--memory)';
    const code = counting('const all = []; for (;;) all.push(new Uint8Array(100000));');
    expect(await run(code)).toEqual({ refused: 'limits', why });
  });

  it('when it returns more than it may', async () => {
    const why = expect.stringContaining('family: more than 100000 characters') as string;
    expect(await run(counting(`return 'x'.repeat(200000);`))).toEqual({ refused: 'module', why });
  });

  it('when it calls itself without end', async () => {
    const why = expect.stringContaining('InternalError') as string;
    expect(await run(counting('return family(events, { until });'))).toEqual({ refused: 'module', why });
  });
});
