import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { PlanEvent } from '../../src/domain/event.ts';
import { Result } from '../../src/release/result.ts';
import { writeRelease } from '../support/a-release.ts';
import { waakvlam } from '../support/command.ts';
import { incident, measured, plan, seenAllYear, watched } from '../release/cohort/bever.ts';

const scratch = mkdtempSync(join(tmpdir(), 'waakvlam-cohort-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const until = '2025-06-01T00:00:00.000Z';

/** The same events for a number of families. */
const families = (name: string, count: number, events: readonly PlanEvent[]): readonly PlanEvent[] =>
  Array.from({ length: count }, (_, number) =>
    events.map((event) => ({ ...event, family: `f${name}${String(number).padStart(2, '0')}` }) as PlanEvent),
  ).flat();

const seen = [...watched, ...seenAllYear, measured('2025-01-20T10:00:00+01:00', 'T12', 'none')];
const hurt = [...watched, incident('2024-06-01T10:00:00+02:00')];
const late = [plan('2024-12-01T10:00:00+01:00')];
const noPlan = watched.filter(({ type }) => type !== 'PlanActivated');

const region = join(scratch, 'region');
writeRelease(
  region,
  [
    ...families('a', 23, seen),
    ...families('b', 12, hurt),
    ...families('c', 11, late),
    ...families('d', 40, noPlan),
    ...families('e', 14, [...watched, ...seenAllYear, measured('2025-01-20T10:00:00+01:00', 'T12', 'some')]),
    ...families('g', 11, [plan()]),
  ],
  { until },
);
const ask = (...more: readonly string[]) => waakvlam(['cohort', region, '--at', 'T0,T12', ...more]);

it('tells each outcome at each moment, rounded and with small cells hidden; not yet observed is never safe', async () => {
  const { code, stdout, stderr } = await ask('--json');
  const result = Result.parse(JSON.parse(stdout));
  expect([code, stderr]).toEqual([0, '']);
  expect(
    result.tables.map(({ id, unit, dimensions }) => [id, unit, ...dimensions.map((each) => each.id)]),
  ).toEqual([
    ['followed', 'families', 'moment', 'observed'],
    ['violence_stopped', 'families', 'moment', 'outcome'],
    ['recorded_violence', 'families', 'moment', 'outcome'],
    ['family_status', 'families', 'moment', 'status'],
    ['person_status', 'persons', 'moment', 'status'],
    ['time_to_help', 'events', 'moment', 'band'],
    ['breaches', 'breaches', 'moment', 'reason'],
    ['agreements_kept', 'events', 'moment', 'result'],
  ]);
  const told = (id: string) =>
    Object.fromEntries(
      (result.tables.find((table) => table.id === id)?.rows ?? []).flatMap(({ at, cell }) =>
        cell.value === null ? [] : [[at.join(' '), cell.value]],
      ),
    );
  expect(told('followed')).toEqual({ 'T12 observed': 60, 'T12 not_yet_observed': 10 });
  expect(told('violence_stopped')).toEqual({ 'T12 stopped': 25, 'T12 not_stopped': 15, 'T12 unknown': 25 });
  expect(told('recorded_violence')).toEqual({ 'T12 yes': 10, 'T12 no': 35, 'T12 unknown': 10 });
  expect(told('breaches')).toEqual({ 'T12 W6': 10 });
  expect(told('time_to_help')).toEqual({ 'T12 not_started': 10 });
  expect(told('agreements_kept')).toEqual({ 'T12 kept': 295 });
});

it('no number of the result but of the rule is below the least that may be told', async () => {
  const result = Result.parse(JSON.parse((await ask('--json')).stdout));
  const values = result.tables.flatMap(({ rows }) => rows.map(({ cell }) => cell.value));
  expect(values.filter((value) => value !== null && value < 10)).toEqual([]);
  expect(result.cells).toEqual({ least: 10, base: 5 });
});

it('says it in words, and writes the same object whole into a file', async () => {
  const path = join(scratch, 'cohort.json');
  const [words, file] = [await ask(), await ask('--out', path)];
  expect([words.code, file.code, file.stdout]).toEqual([0, 0, '']);
  expect(words.stdout).toContain(['followed (families)', '     observed  not_yet_observed'].join('\n'));
  expect(words.stdout).toContain('T12        60                10');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse((await ask('--json')).stdout));
  expect(existsSync(`${path}.part`)).toBe(false);
});

it('too few families with a plan: refused with exit code 3 and without a figure', async () => {
  const few = join(scratch, 'few');
  writeRelease(few, [...families('a', 9, seen), ...families('d', 40, noPlan)], { until });
  const path = join(scratch, 'few.json');
  const { code, stdout, stderr } = await waakvlam(['cohort', few, '--json', '--out', path]);
  expect([code, stdout, existsSync(path)]).toEqual([3, '', false]);
  expect(stderr).toBe(
    'waakvlam: too few families with a plan to tell anything without pointing at them; ask for a larger release\n',
  );
});

it('under another policy the answers are other ones, and the result names it', async () => {
  const path = join(scratch, 'policy.json');
  writeFileSync(path, JSON.stringify({ name: 'short sight', parameters: { longSightDays: 30 } }));
  const result = Result.parse(JSON.parse((await ask('--json', '--policy', path)).stdout));
  expect(result.policies.map(({ name }) => name)).toEqual(['short sight']);
  const rows = result.tables.find(({ id }) => id === 'recorded_violence')?.rows ?? [];
  expect(rows.filter(({ at }) => at[0] === 'T12').map(({ at, cell }) => [at[1], cell.value])).toEqual([
    ['yes', 10],
    ['no', null],
    ['unknown', null],
  ]);
});

it('wrong moments are a usage error, an edited release is refused', async () => {
  const wrong = await waakvlam(['cohort', region, '--at', 'T12,T12']);
  expect([wrong.code, wrong.stdout, wrong.stderr]).toEqual([
    2,
    '',
    'waakvlam: --at: "T12,T12" is no list of moments; write it like T0,T12,T18 (months)\n',
  ]);
  writeFileSync(join(region, 'extra.txt'), 'x');
  const edited = await ask('--json');
  rmSync(join(region, 'extra.txt'));
  expect([edited.code, edited.stdout]).toEqual([1, '']);
});
