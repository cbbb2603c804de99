import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { family } from '../../../scripts/region/region.ts';
import { startOfDay } from '../../../src/domain/calendar.ts';
import type { Day } from '../../../src/domain/calendar.ts';
import { formatInstant } from '../../../src/domain/instant.ts';
import { worked } from '../../../src/release/lab/threads.ts';
import { openRelease } from '../../../src/release/open.ts';
import { Result } from '../../../src/release/result.ts';
import { writeRelease } from '../../support/a-release.ts';
import { waakvlam } from '../../support/command.ts';
import { instant, policy } from './families.ts';

const folder = mkdtempSync(join(tmpdir(), 'waakvlam-lab-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const inside = (name: string) => join(folder, name);
const [from, end] = ['2025-01-01' as Day, '2025-03-01' as Day];
const until = formatInstant(startOfDay(end));

function release(name: string, families: number): string {
  const events = Array.from({ length: families }, (_, number) => [
    ...family(number + 1, { seed: 5, from, until: end }),
  ]).flat();
  writeRelease(inside(name), events, { until });
  return inside(name);
}

function policyFile(name: string, content: object): string {
  writeFileSync(inside(name), JSON.stringify(content));
  return inside(name);
}

let whole: string;
let usual: string;
let strict: string;
beforeAll(() => {
  whole = release('whole', 24);
  usual = policyFile('usual.json', { name: 'usual', parameters: {} });
  strict = policyFile('strict.json', { name: 'strict', parameters: { sightDays: 5, gracePercent: 0 } });
});

const lab = (at: string, ...args: readonly string[]) => waakvlam(['lab', at, '--draws', '200', ...args]);
const policies = (...paths: readonly string[]) => paths.flatMap((path) => ['--policy', path]);
const rowsOf = (result: Result, id: string) => result.tables.find((table) => table.id === id)?.rows ?? [];

describe('waakvlam lab', () => {
  it('given two policies, prints one result without any family, and the same bytes again', async () => {
    const first = await lab(whole, ...policies(usual, strict), '--json');
    const again = await lab(whole, ...policies(usual, strict), '--json', '--out', inside('out.json'));
    expect([first.code, first.stderr, again.stdout]).toEqual([0, '', first.stdout]);
    expect(readFileSync(inside('out.json'), 'utf8')).toBe(first.stdout);
    const result = Result.parse(JSON.parse(first.stdout));
    expect(result.tables.map(({ id, unit }) => [id, unit])).toEqual([
      ['differences', 'days'],
      ['differing_families', 'families'],
      ['lead_time', 'days'],
      ['alarms', 'per_family_month'],
      ['alarm_changes', 'per_family_month'],
      ['errors', 'share'],
    ]);
    expect(rowsOf(result, 'alarms').filter(({ cell }) => cell.value !== null).length).toBeGreaterThan(5);
    expect(first.stdout).not.toMatch(/fam-|person:|party:/);
  }, 60_000);

  it('given --intervals, writes each difference of the pseudonymous families', async () => {
    const path = inside('intervals.csv');
    const { code, stdout } = await lab(whole, ...policies(usual, strict), '--intervals', path);
    const [head, ...rows] = readFileSync(path, 'utf8').trim().split('\n');
    expect([code, head]).toEqual([
      0,
      'family,person,first_policy,other_policy,from,until,status_first,status_other,rules',
    ]);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows)
      expect(row).toMatch(
        /^fam-\d+,person:[a-z0-9-]+,usual,strict,2025-[^,]+Z,2025-[^,]+Z,direct,unknown,D4[ A-Z0-9]*$/,
      );
    expect(stdout).toContain('silence is never safety');
  }, 60_000);

  it('given the same policy twice, says that nothing differs, and of both the same', async () => {
    const path = inside('none.csv');
    const nameless = policyFile('nameless.json', { parameters: {} });
    const { stdout } = await lab(whole, ...policies(nameless, nameless), '--json', '--intervals', path);
    const result = Result.parse(JSON.parse(stdout));
    expect(result.policies.map(({ name }) => name)).toEqual(['custom', 'custom (2)']);
    expect(readFileSync(path, 'utf8').trim().split('\n').length).toBe(1);
    for (const id of ['differences', 'alarm_changes'])
      expect(rowsOf(result, id).filter(({ cell }) => cell.value !== null)).toEqual([]);
    for (const id of ['alarms', 'errors', 'lead_time']) {
      const of = (name: string) =>
        rowsOf(result, id)
          .filter(({ at }) => at[0] === name)
          .map(({ at, cell }) => [at.slice(1), cell]);
      expect(of('custom').length).toBeGreaterThan(0);
      expect(of('custom (2)')).toEqual(of('custom'));
    }
  }, 60_000);

  it('given another policy beside it, says of the first one what it said before', async () => {
    const loose = policyFile('loose.json', { name: 'loose', parameters: { sightDays: 60 } });
    const [one, other] = await Promise.all(
      [strict, loose].map(async (beside) => {
        const { stdout } = await lab(whole, ...policies(usual, beside), '--json');
        return Result.parse(JSON.parse(stdout));
      }),
    );
    const told = (result: Result | undefined) =>
      (result?.tables ?? [])
        .filter(({ id }) => ['alarms', 'errors', 'lead_time'].includes(id))
        .flatMap(({ rows }) => rows.filter(({ at, cell }) => at[0] === 'usual' && cell.value !== null));
    expect(told(one).length).toBeGreaterThan(3);
    expect(told(other)).toEqual(told(one));
  }, 60_000);

  it('given fewer families than a cell may hold, refuses with 3 and writes nothing', async () => {
    const small = release('small', 9);
    const args = ['--out', inside('small.json'), '--intervals', inside('small.csv')];
    const { code, stdout, stderr } = await lab(small, ...policies(usual, strict), ...args);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('refused: a release with fewer than 10 families');
    expect(readdirSync(folder).filter((name) => name.startsWith('small.'))).toEqual([]);
  });

  it('given a release that was edited, refuses with 1 and leaves no file', async () => {
    const edited = release('edited', 10);
    appendFileSync(join(edited, 'events.jsonl'), '\n');
    const { code, stdout, stderr } = await lab(
      edited,
      ...policies(usual, strict),
      ...['--intervals', inside('edited.csv')],
    );
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('events.jsonl');
    expect(existsSync(inside('edited.csv'))).toBe(false);
  });

  it.each([
    ['one policy', () => policies(usual), /from two to eight policies; 1 given/],
    ['none', () => [], /from two to eight policies; 0 given/],
    [
      'an unknown parameter',
      () => policies(usual, policyFile('wrong.json', { parameters: { sightdays: 3 } })),
      /unknown parameter "sightdays"/,
    ],
    [
      'a negative one',
      () => policies(usual, policyFile('negative.json', { parameters: { sightDays: -1 } })),
      /parameter "sightDays" must be a whole number/,
    ],
    ['a policy that is not there', () => policies(usual, inside('absent.json')), /cannot read/],
    ['too few draws', () => [...policies(usual, strict), '--draws', '99'], /--draws: "99"/],
    ['far too many', () => [...policies(usual, strict), '--draws', '10001'], /--draws: 10001 is more than/],
    [
      'a file in the release',
      () => [...policies(usual, strict), '--out', join(whole, 'lab.json')],
      /--out: .* is in the folder of the release/,
    ],
    [
      'one file for two things',
      () => [...policies(usual, strict), '--out', inside('x'), '--intervals', `${folder}/./x`],
      /--intervals: the same file as --out/,
    ],
    ['no horizon', () => [...policies(usual, strict), '--horizon-days', '0'], /--horizon-days: "0"/],
  ])('given %s, is a usage error that names it', async (_name, args, message) => {
    const { code, stdout, stderr } = await waakvlam(['lab', whole, ...args()]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

it('given one thread or three, the sums and the intervals are the same', async () => {
  const work = {
    terms: {
      policies: [policy('usual'), policy('strict', { sightDays: 5 })],
      until: instant(until),
      horizonDays: 28,
    },
    drawing: { draws: 100, seed: 3 },
  };
  const told = async (threads: number) => {
    const steps = worked(openRelease(whole, { check: 'events' }).families(), work, threads);
    const intervals = [];
    let step = await steps.next();
    for (; step.done !== true; step = await steps.next()) intervals.push(...step.value.intervals);
    const { differences, leads, ...rest } = step.value.tallied;
    return { intervals, ...rest, differences: [...differences].sort(), leads: [...leads].sort().map(sorted) };
  };
  const one = await told(1);
  expect(one.families).toBe(24);
  expect(await told(3)).toEqual(one);
}, 60_000);

const sorted = ([key, histogram]: readonly [string, ReadonlyMap<number, number>]) =>
  [key, [...histogram].sort(([a], [b]) => a - b)] as const;
