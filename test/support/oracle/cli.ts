// Command line of the oracle, as in status.md 1.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { instant, oracleStatus, oracleTimeline, oracleWhatIf } from './oracle.ts';
import type { PolicyInput } from './oracle.ts';
import { UsageError, makePolicy } from './policy.ts';
import { readEvents } from './reading.ts';

const COMMON = {
  events: { type: 'string' },
  'known-at': { type: 'string' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;
const OPTIONS = {
  status: { ...COMMON, at: { type: 'string' }, policy: { type: 'string', multiple: true } },
  timeline: { ...COMMON, family: { type: 'string' }, viewer: { type: 'string' } },
  'what-if': { ...COMMON, at: { type: 'string' }, policy: { type: 'string', multiple: true } },
} as const;

interface Values {
  events?: string;
  'known-at'?: string;
  strict?: boolean;
  json?: boolean;
  at?: string;
  policy?: string[];
  family?: string;
  viewer?: string;
}

function usage<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readPolicy(file: string): PolicyInput {
  return usage(() => {
    const policy = JSON.parse(readFileSync(file, 'utf8')) as PolicyInput;
    makePolicy(policy);
    return policy;
  });
}

function run(argv: string[]): { text: string; exit: number } {
  const command = argv[0] as keyof typeof OPTIONS;
  if (!Object.hasOwn(OPTIONS, argv[0] ?? '')) throw new UsageError('unknown command');
  const values = usage(
    () =>
      parseArgs({ args: argv.slice(1), options: OPTIONS[command], strict: true, allowPositionals: false })
        .values,
  ) as Values;
  const file = values.events;
  if (file === undefined) throw new UsageError('--events is missing');
  const now = new Date().toISOString();
  const at = values.at ?? now;
  const knownAt = values['known-at'] ?? now;
  instant(at);
  instant(knownAt);
  const strict = values.strict === true;
  const policies = (values.policy ?? []).map(readPolicy);
  const text = usage(() => readFileSync(file === '-' ? 0 : file, 'utf8'));
  let answer: unknown;
  if (command === 'status') {
    if (policies.length > 1) throw new UsageError('more than one policy');
    const policy = policies[0];
    answer = oracleStatus(text, { at, knownAt, strict, ...(policy === undefined ? {} : { policy }) });
  } else if (command === 'timeline') {
    if (values.family === undefined) throw new UsageError('--family is missing');
    answer = oracleTimeline(text, {
      family: values.family,
      knownAt,
      strict,
      ...(values.viewer === undefined ? {} : { viewer: values.viewer }),
    });
  } else {
    const [a, b] = policies;
    if (a === undefined || b === undefined || policies.length !== 2)
      throw new UsageError('what-if needs exactly two policies');
    answer = oracleWhatIf(text, { at, knownAt, strict, policies: [a, b] });
  }
  const { ignored, rejections } = readEvents(text);
  if (ignored > 0)
    process.stderr.write(`warning: ${String(ignored)} lines of unknown type or version ignored\n`);
  return {
    text: JSON.stringify(answer, null, values.json === true ? 0 : 2),
    exit: rejections.length > 0 ? 3 : 0,
  };
}

try {
  const { text, exit } = run(process.argv.slice(2));
  process.stdout.write(`${text}\n`);
  process.exitCode = exit;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
