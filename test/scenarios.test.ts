import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { waakvlam } from './support/command.ts';
import { differences, unprintable } from './support/matching.ts';

/** Worked examples through the real command line: the ten of the contract (01-10) and our own. */

interface Scenario {
  readonly name: string;
  readonly why: string;
  readonly policy?: unknown;
  readonly events: readonly unknown[];
  readonly expect: readonly {
    readonly at: string;
    readonly knownAt?: string;
    readonly exit?: number;
    readonly args?: readonly string[];
    readonly output: unknown;
  }[];
}

const folder = join(import.meta.dirname, 'scenarios');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const scenarios = files.map((file) => ({
  file,
  scenario: JSON.parse(readFileSync(join(folder, file), 'utf8')) as Scenario,
}));
const work = mkdtempSync(join(tmpdir(), 'waakvlam-scenarios-'));
afterAll(() => {
  rmSync(work, { recursive: true });
});

describe.concurrent.each(scenarios)('$file $scenario.name', ({ file, scenario }) => {
  const events = join(work, `${file}.jsonl`);
  const policy = join(work, `${file}.policy.json`);
  const lines = scenario.events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event)));
  writeFileSync(events, lines.map((line) => `${line}\n`).join(''));
  if (scenario.policy !== undefined) writeFileSync(policy, JSON.stringify(scenario.policy));

  it.each(scenario.expect)('at $at known at $knownAt', async (expectation) => {
    const { at, knownAt = at, args = [], exit = 0, output } = expectation;
    const policyArgs = scenario.policy === undefined ? [] : ['--policy', policy];
    const asked = ['status', '--events', events, '--at', at, '--known-at', knownAt, ...policyArgs, ...args];
    const { stdout, code } = await waakvlam([...asked, '--json']);
    expect(code).toBe(exit);
    const actual: unknown = JSON.parse(stdout);
    expect([...differences(output, actual), ...unprintable(actual)]).toEqual([]);
  });
});

describe('the worked examples', () => {
  it('name every rule of domain.md 4 at least once', () => {
    const numbered = (letter: string, last: number) =>
      Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);
    const rules = [
      ...[numbered('P', 10), numbered('L', 8), numbered('D', 6), numbered('U', 12), numbered('V', 4)],
      ...[numbered('M', 15), numbered('R', 8), numbered('W', 13), numbered('C', 4)],
    ].flat();
    const told = scenarios.map(({ scenario }) => `${scenario.name} ${scenario.why}`).join(' ');
    expect(rules.filter((rule) => !new RegExp(`\\b${rule}\\b`).test(told))).toEqual([]);
  });

  it('fail when an expectation is wrong', () => {
    expect(differences({ status: 'direct' }, { status: 'unknown' })).toHaveLength(1);
    expect(differences([{ rule: 'D2', met: true }], [{ rule: 'D2', met: false }])).toHaveLength(1);
    expect(differences({ $exact: [] }, [1])).toHaveLength(1);
    expect(differences({ $none: { rule: 'L1' } }, [{ rule: 'L1' }])).toHaveLength(1);
  });
});
