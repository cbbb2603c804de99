import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { defaultPolicy, readPolicy } from './domain/parameters.ts';
import type { Policy } from './domain/parameters.ts';
import { masterKey } from './log/master-key.ts';
import { signInConfig, signInProblems, signInSettings } from './sign-in-settings.ts';
import type { SignInConfig } from './sign-in-settings.ts';

/** What a server is told before it starts; `.env.example` explains each setting. */
export interface Config extends SignInConfig {
  readonly port: number;
  /** The data folder. */
  readonly data: string;
  /** The server that holds the events; absent: the data folder holds them. */
  readonly log: string | undefined;
  /** Absent: the key is kept in the data folder. */
  readonly masterKey: string | undefined;
  readonly policy: Policy;
  readonly logLevel: LogLevel;
  /** Whether an empty store is filled with the invented region at once, or only offers it. */
  readonly invented: 'offer' | 'load';
  /** Where the quick way out leads. */
  readonly quickExit: string;
  /** After how many seconds untouched a page is covered. */
  readonly privacySeconds: number;
  /** Absent: nobody may read the figures of this node. */
  readonly metricsToken: string | undefined;
  /** The folder with results that researchers and makers of policy see; absent: `results` in the data folder. */
  readonly results: string | undefined;
  /** How long a personal link of a watcher lasts. */
  readonly linkDays: number;
}

/** One sentence a setting: its name, what is wrong, and what to write instead. */
export type Configured = { readonly config: Config } | { readonly problems: readonly string[] };

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

const settings = z.object({
  ...signInSettings,
  WAAKVLAM_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535. Leave it out for 8717')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535. Leave it out for 8717')
    .default(8717),
  WAAKVLAM_DATA: z.string().default('./data'),
  WAAKVLAM_LOG: z
    .string()
    .regex(
      /^(kurrentdb|esdb)(\+discover)?:\/\/[^/?\s]+\/?(\?\S*)?$/,
      'must be the address of a KurrentDB or EventStoreDB server, like kurrentdb://user:password@host:2113?tls=true. Leave it out for the embedded log',
    )
    .optional(),
  WAAKVLAM_MASTER_KEY: z
    .string()
    .refine(
      isMasterKey,
      'must be 32 bytes as 64 hexadecimal or 44 base64 characters. Make one with: openssl rand -base64 32',
    )
    .optional(),
  WAAKVLAM_POLICY: z.string().optional(),
  WAAKVLAM_LOG_LEVEL: z
    .enum(logLevels, { error: `must be one of ${logLevels.join(', ')}. Leave it out for info` })
    .default('info'),
  WAAKVLAM_INVENTED: z
    .enum(['offer', 'load'], { error: 'must be offer or load. Leave it out for offer' })
    .default('offer'),
  WAAKVLAM_QUICK_EXIT: z
    .url({
      protocol: /^https$/,
      error: 'must be an address that begins with https://. Leave it out for https://www.knmi.nl/',
    })
    .default('https://www.knmi.nl/'),
  WAAKVLAM_METRICS_TOKEN: z
    .string()
    .regex(
      /^[\w.~+/=-]{32,256}$/,
      'must be 32 to 256 letters, digits or . _ ~ + / = -. Make one with: openssl rand -base64 32',
    )
    .optional(),
  WAAKVLAM_RESULTS: z.string().optional(),
  WAAKVLAM_LINK_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'must be a whole number of days from 1 to 999. Leave it out for 90')
    .transform(Number)
    .default(90),
  WAAKVLAM_PRIVACY_SECONDS: z
    .string()
    .regex(/^[1-9]\d{1,3}$/, 'must be a whole number of seconds from 10 to 9999. Leave it out for 120')
    .transform(Number)
    .default(120),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads every setting before it answers, so that all that is wrong is named at once. */
export function readConfig(environment: Environment): Configured {
  const filled = Object.fromEntries(
    Object.entries(environment).filter(([, text]) => text !== undefined && text.trim() !== ''),
  );
  const read = settings.safeParse(filled);
  const policy = policyIn(filled['WAAKVLAM_POLICY']);
  const problems = (read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}.`);
  if ('problem' in policy) problems.push(`WAAKVLAM_POLICY ${policy.problem}.`);
  const nodeEnv = filled['NODE_ENV'];
  if (filled['WAAKVLAM_LOG'] !== undefined && filled['WAAKVLAM_MASTER_KEY'] === undefined)
    problems.push(
      'WAAKVLAM_MASTER_KEY must be set where WAAKVLAM_LOG is: nodes that share a log share the key. Make one with: openssl rand -base64 32.',
    );
  problems.push(...together(filled).filter((words) => !isAbout(words, read.error)));
  if (!read.success || 'problem' in policy || problems.length > 0) return { problems };
  return {
    config: {
      ...signInConfig(read.data, nodeEnv),
      port: read.data.WAAKVLAM_PORT,
      data: read.data.WAAKVLAM_DATA,
      log: read.data.WAAKVLAM_LOG,
      masterKey: read.data.WAAKVLAM_MASTER_KEY,
      policy: policy.policy,
      logLevel: read.data.WAAKVLAM_LOG_LEVEL,
      invented: read.data.WAAKVLAM_INVENTED,
      quickExit: read.data.WAAKVLAM_QUICK_EXIT,
      metricsToken: read.data.WAAKVLAM_METRICS_TOKEN,
      results: read.data.WAAKVLAM_RESULTS,
      linkDays: read.data.WAAKVLAM_LINK_DAYS,
      privacySeconds: read.data.WAAKVLAM_PRIVACY_SECONDS,
    },
  };
}

/** What is wrong with settings that are right by themselves, but not beside each other. */
function together(filled: Environment): readonly string[] {
  const right = Object.entries(signInSettings).flatMap(([name, setting]) => {
    const { success, data } = setting.safeParse(filled[name]);
    return success ? [[name, data]] : [];
  });
  return signInProblems(
    Object.fromEntries(right) as Parameters<typeof signInProblems>[0],
    filled['NODE_ENV'],
  );
}

/** What is wrong by itself is named once. */
const isAbout = (words: string, error: z.ZodError | undefined): boolean =>
  error?.issues.some(({ path: [name] }) => words.startsWith(`${String(name)} `)) ?? false;

function policyIn(file: string | undefined): ReturnType<typeof readPolicy> {
  if (file === undefined) return { policy: defaultPolicy };
  const next = 'Name a JSON file like {"name": "region", "parameters": {"sightDays": 14}}, or leave it out';
  try {
    const reading = readPolicy(JSON.parse(readFileSync(file, 'utf8')));
    return 'problem' in reading ? { problem: `(${file}): ${reading.problem}. ${next}` } : reading;
  } catch {
    return { problem: `(${file}) cannot be read as JSON. ${next}` };
  }
}

function isMasterKey(text: string): boolean {
  try {
    return masterKey('', text).length > 0;
  } catch {
    return false;
  }
}
