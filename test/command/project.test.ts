import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Day } from '../../src/domain/calendar.ts';
import { Result } from '../../src/release/result.ts';
import { region } from '../../scripts/region/region.ts';
import { writeRelease } from '../support/a-release.ts';
import { waakvlam } from '../support/command.ts';

/** A researcher's own tables over a release, from the command line. */

const scratch = mkdtempSync(join(tmpdir(), 'waakvlam-project-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});
const from = '2025-01-01' as Day;
const until = '2026-02-01' as Day;
const release = join(scratch, 'release');
writeRelease(release, region({ families: 24, seed: 3, from, until }), { until: '2026-02-01T00:00:00.000Z' });

function reducer(name: string, body: string): string {
  const path = join(scratch, name);
  const tables = `[{ id: 'plans', unit: 'families', dimensions: [{ id: 'plan', values: ['yes', 'no'] }] }]`;
  writeFileSync(
    path,
    `export const tables = ${tables};\nexport function family(events, { until }) {\n${body}\n}\n`,
  );
  return path;
}
const everybody = reducer(
  'everybody.js',
  `return [{ table: 'plans', at: [events.length > 0 ? 'yes' : 'no'] }];`,
);

it('given a release and a reducer, prints and writes the same protected tables', async () => {
  const out = join(scratch, 'result.json');
  const ran = await waakvlam(['project', release, '--reducer', everybody, '--json', '--out', out]);
  expect(ran).toMatchObject({ code: 0, stderr: `waakvlam: ${out} is written\n` });
  expect(readFileSync(out, 'utf8')).toBe(ran.stdout);
  const result = Result.parse(JSON.parse(ran.stdout));
  expect(result.kind).toBe('projection');
  // Who wrote the reducer knows that everybody was counted once: 25 here would tell that nobody is there.
  expect(result.tables[0]?.rows).toEqual([
    { at: ['yes'], cell: { value: null, hidden: 'secondary' } },
    { at: ['no'], cell: { value: null, hidden: 'small' } },
  ]);
});

it.each([
  ['throws what it saw', 'throw new Error(JSON.stringify(events));', [], 2, 'Error in line 3;'],
  [
    'returns a cell that is not declared',
    `return [{ table: 'plans', at: [events[0].family] }];`,
    [],
    2,
    'not declared;',
  ],
  ['loops', 'for (;;);', ['--seconds', '1'], 3, 'stopped after 1 seconds (--seconds)'],
] as const)('given a reducer that %s, refuses and writes nothing', async (name, body, more, code, why) => {
  const out = join(scratch, 'refused.json');
  const path = reducer(`${name.replaceAll(' ', '-')}.js`, body);
  const ran = await waakvlam(['project', release, '--reducer', path, '--out', out, ...more]);
  expect(ran).toMatchObject({ code, stdout: '' });
  expect(ran.stderr).toContain(why);
  expect(ran.stderr.split('\n')).toHaveLength(2);
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(scratch).filter((file) => file.endsWith('.part'))).toEqual([]);
});

it('given no reducer that can be read, names the option', async () => {
  const ran = await waakvlam(['project', release, '--reducer', join(scratch, 'none.js')]);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('--reducer: cannot read');
});
