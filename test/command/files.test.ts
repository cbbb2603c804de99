import { execSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parameterNames } from '../../src/domain/parameters.ts';
import { waakvlam } from '../support/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'waakvlam-command-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const common = { version: 1, family: 'fam-egel', by: 'party:team', source: 'observed' };
const lines = [
  {
    ...{ id: 'eg-1', type: 'PersonJoined', ...common, recordedAt: '2025-01-06T10:00:00+01:00' },
    data: { person: 'person:child', role: 'child', household: 'hh-1' },
  },
  {
    ...{ id: 'eg-2', type: 'PlanActivated', ...common, recordedAt: '2025-01-06T10:00:00+01:00' },
    data: { plan: 'plan-1', agreedBy: ['party:team'] },
  },
  {
    ...{ id: 'eg-3', type: 'IncidentRecorded', ...common, recordedAt: '2025-01-08T10:00:00+01:00' },
    hiddenFrom: ['person:father'],
    data: { kinds: ['threat'], by: ['person:father'], against: ['person:child'], witnessedBy: [] },
  },
  {
    ...{ id: 'eg-4', type: 'RelapseJudged', ...common, recordedAt: '2025-01-08T11:00:00+01:00' },
    data: { candidate: 'eg-3', relapse: 'yes', judges: ['party:team'], spokenAlone: [] },
  },
  {
    ...{ id: 'eg-5', type: 'IncidentRecorded', ...common, recordedAt: '2025-01-09T10:00:00+01:00' },
    ...{ supersedes: 'eg-3', hiddenFrom: ['person:father'] },
    data: { kinds: ['verbal'], by: ['person:father'], against: ['person:child'], witnessedBy: [] },
  },
].map((line) => JSON.stringify(line));
const egel = file('egel.jsonl', `${lines.join('\n')}\n`);
const at = ['--at', '2025-01-10T00:00:00Z', '--known-at', '2025-01-10T00:00:00Z'];

describe('status', () => {
  it('prints one JSON object with every parameter and a final newline, and nothing else', async () => {
    const { stdout, stderr, code } = await waakvlam(['status', '--events', egel, ...at, '--json']);
    const output = JSON.parse(stdout) as Record<string, { name: string; parameters: object }>;
    expect([code, stderr, stdout.endsWith('}\n'), stdout.trim().includes('\n')]).toEqual([
      0,
      '',
      true,
      false,
    ]);
    expect(Object.keys(output)).toEqual([
      'at',
      'knownAt',
      'policy',
      'counts',
      'rejections',
      'families',
      'queue',
    ]);
    expect(Object.keys(output['policy']?.parameters ?? {})).toEqual(parameterNames);
  });

  it('reads standard input, and takes now for what is not said', async () => {
    const { stdout, code } = await waakvlam(['status', '--events', '-', '--json'], `${lines.join('\n')}\n`);
    const { at: asked, knownAt, counts } = JSON.parse(stdout) as Record<string, unknown>;
    expect([code, counts]).toEqual([0, { events: 5, families: 1, ignored: 0, rejected: 0 }]);
    for (const text of [asked, knownAt])
      expect(Math.abs(Date.parse(String(text)) - Date.now())).toBeLessThan(60_000);
  });

  it('waits for a pipe that gives nothing at first, and takes all of a long one', () => {
    const long = join(folder, 'long.jsonl');
    const many = Array.from({ length: 3000 }, (_, index) => lines[2]?.replace('eg-3', `many-${index}`));
    writeFileSync(long, many.join('\n'));
    const script = join(import.meta.dirname, '../../scripts/waakvlam.ts');
    const command = `(sleep 0.3; cat ${long}) | ${process.execPath} ${script} status --events - --json`;
    const output = JSON.parse(execSync(command, { encoding: 'utf8', maxBuffer: 1 << 28 })) as {
      counts: object;
    };
    expect(output.counts).toMatchObject({ events: 3000 });
  });

  it('ends quietly when nobody reads on', () => {
    const script = join(import.meta.dirname, '../../scripts/waakvlam.ts');
    const region = 'simulate --families 40 --from 2024-01-01 --until 2024-12-01';
    const command = `${process.execPath} ${script} ${region} 2>&1 >/dev/null | cat; ${process.execPath} ${script} ${region} | head -1`;
    const output = execSync(`(${command}) 2>&1`, { encoding: 'utf8', shell: '/bin/bash' });
    expect(output).not.toMatch(/\n\s+at |EPIPE/);
  });

  it('answers for an empty file', async () => {
    const { stdout, code } = await waakvlam(['status', '--events', file('empty', ''), ...at, '--json']);
    expect([code, (JSON.parse(stdout) as { families: unknown }).families]).toEqual([0, []]);
  });

  it('says on standard error how many lines it ignored, without another exit code', async () => {
    const path = file('ignored.jsonl', `${lines.join('\n')}\n{"id":"x","type":"ConsentGiven","version":1}\n`);
    const { stderr, code } = await waakvlam(['status', '--events', path, ...at, '--json']);
    expect([code, stderr]).toEqual([
      0,
      'waakvlam: 1 lines have a type or version that is not known here; ignored\n',
    ]);
  });

  it('rejects a line that is no UTF-8 by itself', async () => {
    const path = join(folder, 'latin1.jsonl');
    const [first = '', ...others] = lines;
    writeFileSync(
      path,
      Buffer.concat([Buffer.from(`${first}\n{"id":"\xe9"}\n`, 'latin1'), Buffer.from(others.join('\n'))]),
    );
    const { stdout, code } = await waakvlam(['status', '--events', path, ...at, '--json']);
    const { rejections, counts } = JSON.parse(stdout) as Record<string, unknown>;
    expect([code, rejections]).toEqual([3, [{ line: 2, path: '', reason: 'json' }]]);
    expect(counts).toEqual({ events: 5, families: 1, ignored: 0, rejected: 1 });
  });

  it('with --strict evaluates nothing when a line is rejected', async () => {
    const path = file('strict.jsonl', `${lines.join('\n')}\n[]\n`);
    const { stdout, code } = await waakvlam(['status', '--events', path, ...at, '--strict', '--json']);
    expect([code, JSON.parse(stdout)]).toEqual([
      3,
      {
        counts: { events: 5, families: 0, ignored: 0, rejected: 1 },
        rejections: [{ line: 6, path: '', reason: 'json' }],
      },
    ]);
  });

  it('without --json tells it in words', async () => {
    const { stdout, code } = await waakvlam(['status', '--events', egel, ...at]);
    expect(code).toBe(0);
    expect(stdout).toContain('fam-egel: unsafe');
    expect(stdout).toContain('112; Veilig Thuis 0800-2000');
  });
});

describe('timeline', () => {
  const timeline = async (...args: string[]) => {
    const { stdout } = await waakvlam(['timeline', '--events', egel, '--json', ...args]);
    return (JSON.parse(stdout) as { events: { id: string; state: string }[] }).events.map(
      ({ id, state }) => `${id} ${state}`,
    );
  };

  it('lists by from, to, recordedAt and id what became of each record', async () => {
    expect(await timeline('--family', 'fam-egel')).toEqual([
      ...['eg-1 in_effect', 'eg-2 in_effect', 'eg-3 superseded', 'eg-4 in_effect', 'eg-5 in_effect'],
    ]);
  });

  it('leaves out for a viewer what is hidden and everything that names it', async () => {
    const viewer = ['--family', 'fam-egel', '--viewer', 'person:father'];
    expect(await timeline(...viewer)).toEqual(['eg-1 in_effect', 'eg-2 in_effect']);
  });

  it('knows nothing that was recorded later, and no other family', async () => {
    expect(await timeline('--family', 'fam-egel', '--known-at', '2025-01-06T09:00:00Z')).toHaveLength(2);
    expect(await timeline('--family', 'fam-nobody')).toEqual([]);
  });
});

describe('what-if', () => {
  it('compares two policies', async () => {
    const early = file('early.json', '{"name":"later","parameters":{"acuteHelpHours":9000}}');
    const same = file('same.json', '{"parameters":{}}');
    const { stdout, code } = await waakvlam([
      'what-if',
      '--events',
      egel,
      '--policy',
      same,
      '--policy',
      early,
      ...at,
      '--json',
    ]);
    const side = {
      status: 'unsafe',
      evidence: 'unsafe',
      candidate: false,
      allMonitoring: false,
      inQueue: true,
    };
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      policies: [{ name: 'custom' }, { name: 'later', parameters: { acuteHelpHours: 9000 } }],
      families: [
        { family: 'fam-egel', differs: true, a: { ...side, breaches: 1 }, b: { ...side, breaches: 0 } },
      ],
    });
  });
});

describe('usage errors print nothing on standard output and end with 2', () => {
  const bad = file('bad.json', '{"parameters":{"directQuietDays":-1}}');
  const unknown = file('unknown.json', '{"parameters":{"patience":1}}');
  const extra = file('extra.json', '{"parameters":{},"note":1}');
  it.each([
    [[], 'Usage'],
    [['nonsense'], "unknown command 'nonsense'"],
    [['status'], "required option '--events <file>' not specified"],
    [['status', '--events', egel, '--what'], "unknown option '--what'"],
    [['status', '--events'], 'argument missing'],
    [['status', '--events', '/nowhere/at/all', '--json'], 'cannot read /nowhere/at/all (ENOENT)'],
    [['status', '--events', folder, '--json'], 'EISDIR'],
    [['status', '--events', egel, '--at', '2025-01-01', '--json'], '--at: "2025-01-01" is not an instant'],
    [['status', '--events', egel, '--known-at', 'soon', '--json'], '--known-at'],
    [['status', '--events', egel, '--policy', bad, '--json'], 'directQuietDays'],
    [['status', '--events', egel, '--policy', unknown, '--json'], 'unknown parameter "patience"'],
    [['status', '--events', egel, '--policy', extra, '--json'], 'unknown key "note"'],
    [['status', '--events', egel, '--policy', egel, '--json'], 'holds no JSON'],
    [['what-if', '--events', egel, '--policy', bad, '--json'], 'directQuietDays'],
    [['what-if', '--events', egel, '--json'], 'exactly two policies; 0 given'],
    [['timeline', '--events', egel, '--json'], "required option '--family <id>' not specified"],
    [['simulate', '--families', '0', '--from', '2025-01-01', '--until', '2025-02-01'], '--families'],
    [['simulate', '--families', '1', '--from', '2025-02-30', '--until', '2025-03-01'], '--from'],
    [['simulate', '--families', '1', '--from', '2025-02-01', '--until', '2025-02-01'], '--until'],
  ])('%j', async (args, message) => {
    const { stdout, stderr, code } = await waakvlam(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

it('any file at all ends with 0 or 3, and never with a stack trace', async () => {
  const damaged = fc.array(
    fc.oneof(
      fc.constantFrom(...lines),
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .constantFrom(...lines)
        .chain((line) => fc.nat(line.length).map((place) => line.slice(0, place) + line.slice(place + 1))),
    ),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(damaged, async (some) => {
      const { stdout, stderr, code } = await waakvlam(
        ['status', '--events', '-', ...at, '--json'],
        some.join('\n'),
      );
      const { rejections } = JSON.parse(stdout) as { rejections: unknown[] };
      expect(code).toBe(rejections.length > 0 ? 3 : 0);
      expect(stderr).not.toMatch(/\n\s+at /);
    }),
    { numRuns: 60, seed: 6 },
  );
});
