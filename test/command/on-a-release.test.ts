import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Day } from '../../src/domain/calendar.ts';
import { region } from '../../scripts/region/region.ts';
import { writeRelease } from '../support/a-release.ts';
import { waakvlam } from '../support/command.ts';
import { dasAndEgel } from '../release/named-families.ts';

/** status, timeline and what-if on a release say what they say about its events, and nothing about what came after. */

const scratch = mkdtempSync(join(tmpdir(), 'waakvlam-on-release-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const until = '2026-02-01T00:00:00.000Z';
const invented = join(scratch, 'invented');
writeRelease(
  invented,
  region({ families: 14, seed: 3, from: '2025-01-01' as Day, until: '2026-02-01' as Day }),
  { until },
);
const small = join(scratch, 'small');
writeRelease(small, dasAndEgel, { until: '2025-04-01T00:00:00.000Z' });

const strict = join(scratch, 'strict.json');
writeFileSync(strict, JSON.stringify({ name: 'strict', parameters: { sightDays: 5, urgentHelpHours: 12 } }));
const plain = join(scratch, 'plain.json');
writeFileSync(plain, JSON.stringify({ name: 'plain', parameters: {} }));

const asked = [
  ['status at the end', ['status'], []],
  ['status under a policy', ['status', '--policy', strict], []],
  [
    'status half-way, with the knowledge of a day later',
    ['status', '--at', '2025-08-01T00:00:00Z', '--known-at', '2025-08-02T00:00:00Z'],
    [],
  ],
  ['timeline', ['timeline', '--family', 'fam-0002'], []],
  ['what-if', ['what-if', '--policy', plain, '--policy', strict], []],
] as const;

it.each(asked)('%s: the same answer as about the events as a file', async (_name, args) => {
  const given = args.join(' ');
  const ends = [
    ...(given.includes('--at') || given.startsWith('timeline') ? [] : ['--at', until]),
    ...(given.includes('--known-at') ? [] : ['--known-at', until]),
  ];
  const [ofRelease, ofFile] = await Promise.all([
    waakvlam([...args, '--events', invented, '--json']),
    waakvlam([...args, '--events', join(invented, 'events.jsonl'), ...ends, '--json']),
  ]);
  expect([ofRelease.code, ofRelease.stderr, ofFile.code]).toEqual([0, '', 0]);
  expect(ofRelease.stdout).toMatch(/^[^\n]*}\n$/);
  const answer = JSON.parse(ofRelease.stdout) as { families?: unknown[]; events?: unknown[]; queue?: [] };
  expect((answer.families ?? answer.events ?? []).length).toBeGreaterThan(5);
  expect(answer).toEqual(JSON.parse(ofFile.stdout));
});

it('the queue stands in its order over all families (R8)', async () => {
  const { stdout } = await waakvlam(['status', '--events', invented, '--json']);
  const { queue } = JSON.parse(stdout) as { queue: { family: string }[] };
  expect(queue.length).toBeGreaterThan(1);
});

it('one stands at the end of the release, not at today', async () => {
  const { stdout } = await waakvlam(['status', '--events', small, '--json']);
  const answer = JSON.parse(stdout) as { at: string; knownAt: string; counts: object };
  expect([answer.at, answer.knownAt, answer.counts]).toEqual([
    '2025-04-01T00:00:00.000Z',
    '2025-04-01T00:00:00.000Z',
    { events: 5, families: 2, ignored: 0, rejected: 0 },
  ]);
});

it.each(['--at', '--known-at'])('%s after the end is refused: silence is never safety', async (option) => {
  const { code, stdout, stderr } = await waakvlam([
    ...['status', '--events', small, option, '2025-04-01T00:00:00.001Z', '--json'],
  ]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe(
    `waakvlam: ${option}: this release ends at 2025-04-01T00:00:00.000Z and knows nothing after it, and silence is never safety; ask about that instant or an earlier one\n`,
  );
});

it('an unknown family has an empty timeline', async () => {
  const { code, stdout } = await waakvlam(['timeline', '--events', small, '--family', 'fwolf', '--json']);
  expect([code, JSON.parse(stdout)]).toEqual([
    0,
    { family: 'fwolf', knownAt: '2025-04-01T00:00:00.000Z', events: [] },
  ]);
});

it('without --json it is a text for people, the queue last', async () => {
  const { code, stdout } = await waakvlam(['status', '--events', small]);
  expect(code).toBe(0);
  expect(stdout.split('\n').filter((line) => /^\S/.test(line))).toEqual([
    'At 2025-04-01 02:00, with what was known at 2025-04-01 02:00 (Europe/Amsterdam)',
    'fdas: unsafe (evidence unsafe, decided nothing, since 2025-01-10 10:00)',
    'fegel: unknown (evidence unknown, decided nothing, since 2025-01-07 10:00)',
    'Nobody needs relapse help now, as far as is known.',
    '5 events, 2 families in release-0123456789abcdef',
  ]);
});

it('a release that was edited is refused with exit code 1 and without a figure', async () => {
  const edited = join(scratch, 'edited');
  writeRelease(edited, dasAndEgel);
  const path = join(edited, 'events.jsonl');
  writeFileSync(path, readFileSync(path, 'utf8').replace('threat', 'verbal'));
  for (const command of [['status'], ['timeline', '--family', 'fdas']]) {
    const { code, stdout, stderr } = await waakvlam([...command, '--events', edited, '--json']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      'waakvlam: events.jsonl: was changed after it was made: its SHA-256 is not that of manifest.json; fetch the release again from who made it\n',
    );
  }
});

it('a folder of events without a manifest is refused with exit code 1', async () => {
  const folder = join(scratch, 'bare');
  writeRelease(folder, dasAndEgel);
  rmSync(join(folder, 'manifest.json'));
  const { code, stderr } = await waakvlam(['status', '--events', folder, '--json']);
  expect([code, stderr]).toEqual([
    1,
    `waakvlam: ${folder}: has no manifest.json, so this is no whole release; give the folder that \`waakvlam release\` made\n`,
  ]);
});
