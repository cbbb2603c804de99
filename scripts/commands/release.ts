import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { EventId, FamilyId, Token } from '../../src/domain/ids.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import { openEngine, openEngineReader } from '../../src/log/engine.ts';
import { masterKey } from '../../src/log/vault.ts';
import { furnish } from '../../src/release/furnish.ts';
import { keyFromSeed } from '../../src/release/key.ts';
import { makeRelease } from '../../src/release/make.ts';
import type { Disclosed, Making } from '../../src/release/make.ts';
import { ReleaseParameters } from '../../src/release/parameters.ts';
import { riskInWords } from '../../src/release/report/risk-words.ts';
import { begunAt } from '../../src/release/unfinished.ts';
import { Unmakeable } from '../../src/release/unmakeable.ts';
import { handler } from '../../src/write/handle.ts';
import { UsageError, countOption, policyOption } from './input.ts';
import type { Clock } from './on-a-file.ts';
import { say, stepBar } from './progress.ts';
import { fileSource, logSource } from './release-source.ts';

export interface ReleaseOptions {
  readonly data: string;
  readonly log?: string;
  readonly events?: string;
  readonly out?: string;
  readonly position?: string;
  readonly seed?: string;
  readonly parameters?: string;
  readonly policy?: string;
  readonly regions?: string;
  readonly recipient?: string;
  readonly purpose?: string;
  readonly dryRun?: boolean;
}

/** Shorter seeds can be guessed, and then the pseudonyms of an event file can be undone. */
const shortestSeed = 20;

/**
 * Makes a research release of the store or of an event file. Exit code 0: made (or, in a dry run, it could be made);
 * 2: something asked is wrong; 3: k and l cannot be met, nothing was released.
 */
export async function release(options: ReleaseOptions, clock: Clock): Promise<number> {
  const dryRun = options.dryRun === true;
  const out = options.out?.replace(/[/]+$/, '');
  if (out === undefined && !dryRun)
    throw new UsageError('--out: name the folder that will hold the release, or use --dry-run');
  const note = noteOf(options, dryRun);
  const common = {
    out: out ?? `${options.data.replace(/[/]+$/, '')}-dry-run`,
    parameters: parametersFile(options.parameters),
    policy: policyOption(options.policy),
    regions: regionsFile(options.regions),
    software: softwareVersion(),
    dryRun,
    furnish,
  };
  const bar = stepBar();
  try {
    const report = await made(options, { ...common, progress: bar.update }, note, clock);
    bar.stop();
    if (dryRun) process.stdout.write(riskInWords(report));
    else say(`${common.out} is ready; read risk.md in it before it is handed out`);
    return 0;
  } catch (error) {
    bar.stop();
    if (!(error instanceof Unmakeable)) throw error;
    say(error.message);
    return error.because === 'privacy' ? 3 : 2;
  }
}

type Common = Omit<Making, 'source' | 'key' | 'disclose'>;

async function made(options: ReleaseOptions, common: Common, note: Note, clock: Clock) {
  const { seed } = options;
  if (options.events !== undefined) {
    if (options.position !== undefined)
      throw new UsageError('--position: an event file has no positions; leave it out');
    if (seed !== undefined && seed.length < shortestSeed)
      say(
        `the seed is short: who guesses it can undo the pseudonyms. Take at least ${shortestSeed} characters that nobody can guess, unless the families are invented`,
      );
    const key = seed === undefined ? null : keyFromSeed(seed, new Uint8Array());
    const file = `${common.out}.disclosures.jsonl`;
    return makeRelease({
      ...common,
      source: fileSource(options.events),
      key,
      disclose: (name, families) => discloseInFile(file, name, families, note, clock),
    });
  }
  const place = { address: options.log, folder: options.data, now: clock };
  const { log } = await openEngineReader(place);
  try {
    const position =
      options.position === undefined ? begunAt(common.out) : countOption('--position', options.position, 1);
    const secret = () => masterKey(options.data, process.env['WAAKVLAM_MASTER_KEY']);
    return await makeRelease({
      ...common,
      source: await logSource(log, position),
      key: seed === undefined ? null : keyFromSeed(seed, secret()),
      disclose: async (name, families) => {
        await discloseInLog(options, name, families, note, clock);
      },
    });
  } finally {
    await log.close();
  }
}

interface Note {
  readonly recipient: Token;
  readonly purpose: Token;
}

/** Wmo 2015 art. 5.3.6: to whom and for what is noted in the file of each family. */
function noteOf({ recipient, purpose }: ReleaseOptions, dryRun: boolean): Note {
  const token = (name: string, text: string | undefined): Token => {
    if (text === undefined && dryRun) return Token.parse('dry-run');
    const read = Token.safeParse(text);
    if (!read.success)
      throw new UsageError(
        `${name}: say it in one word of letters, digits and -, such as ${name === '--recipient' ? 'university-of-utrecht' : 'relapse-study'}; it is noted in the file of each family`,
      );
    return read.data;
  };
  return { recipient: token('--recipient', recipient), purpose: token('--purpose', purpose) };
}

const disclosure = (release: string, { family, id }: Disclosed, note: Note) => ({
  id: EventId.parse(id),
  type: 'ResearchDisclosureRecorded' as const,
  version: 1 as const,
  family: FamilyId.parse(family),
  by: 'system' as const,
  source: 'document' as const,
  data: { release: Token.parse(release), ...note },
});

const notedTogether = 64;

async function discloseInLog(
  options: ReleaseOptions,
  release: string,
  families: Iterable<Disclosed>,
  note: Note,
  clock: Clock,
): Promise<void> {
  const engine = await openEngine({
    address: options.log,
    folder: options.data,
    now: clock,
    masterKey: process.env['WAAKVLAM_MASTER_KEY'],
  });
  try {
    const handle = handler({ log: engine.log, now: clock, seal: (event) => engine.vault.seal(event) });
    const noted = async (one: Disclosed) => {
      const event = disclosure(release, one, note);
      const { kind } = await handle({ family: event.family, events: [event], expected: 'any' });
      if (kind !== 'recorded' && kind !== 'nothing-new')
        throw new Error(`the disclosure could not be noted in the file of a family: ${kind}`);
    };
    // Many at a time share a wait for the disk.
    let some: Promise<void>[] = [];
    for (const one of families) {
      some.push(noted(one));
      if (some.length < notedTogether) continue;
      await Promise.all(some);
      some = [];
    }
    await Promise.all(some);
  } finally {
    await engine.close();
  }
}

/** Beside the release, never in it: these lines name the families. */
function discloseInFile(
  path: string,
  release: string,
  families: Iterable<Disclosed>,
  note: Note,
  clock: Clock,
): Promise<void> {
  // Another release may have had this name before: what was noted of it stays.
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const others = lines.filter((line) => line !== '' && !line.includes(`"release":"${release}"`));
  writeFileSync(`${path}.part`, others.map((line) => `${line}\n`).join(''), { mode: 0o600 });
  renameSync(`${path}.part`, path);
  for (const one of families) {
    const event = { ...disclosure(release, one, note), recordedAt: formatInstant(clock()) };
    appendFileSync(path, `${JSON.stringify(event)}\n`, { mode: 0o600 });
  }
  say(
    `${path} holds the disclosure of each family; add it to the events it came from, and keep it from researchers`,
  );
  return Promise.resolve();
}

function parametersFile(path: string | undefined): ReleaseParameters {
  const read = ReleaseParameters.safeParse(path === undefined ? {} : jsonFile('--parameters', path));
  const issue = read.error?.issues[0];
  if (issue)
    throw new UsageError(`--parameters: ${path}: ${issue.path.join('.') || 'file'}: ${issue.message}`);
  const parameters = read.data as ReleaseParameters;
  if (parameters.keepsSeason && parameters.shiftWeeks < 52)
    throw new UsageError(
      '--parameters: keepsSeason moves by multiples of 52 weeks, so shiftWeeks must be at least 52',
    );
  return parameters;
}

/** What is no region, or stands in none, leaves as `other`. */
function regionsFile(path: string | undefined): Making['regions'] {
  if (path === undefined) return null;
  const read = z.record(z.string(), Token).safeParse(jsonFile('--regions', path));
  if (!read.success)
    throw new UsageError(
      `--regions: ${path} must be an object such as {"gm0344": "utrecht"}, in words without spaces`,
    );
  return new Map(Object.entries(read.data));
}

function jsonFile(name: string, path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'it holds no JSON';
    throw new UsageError(`${name}: cannot read ${path} (${code}); check the file`);
  }
}

function softwareVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
