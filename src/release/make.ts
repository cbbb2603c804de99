import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { formatInstant } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import type { Policy } from '../domain/parameters.ts';
import { sign } from './change/pseudonyms.ts';
import type { ReleaseKey } from './change/pseudonyms.ts';
import { gather, object, objected } from './gather.ts';
import type { Source } from './gather.ts';
import { piecesOf } from './lines.ts';
import { eventsName, manifestName } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import type { ReleaseParameters } from './parameters.ts';
import { countCodes } from './rare.ts';
import { riskReport } from './report/risk.ts';
import type { RiskReport } from './report/risk.ts';
import { riskInWords } from './report/risk-words.ts';
import { readmeOf } from './report/readme.ts';
import { gradeOf, settle } from './settle.ts';
import type { Settled } from './settle.ts';
import { countIn, looksIn } from './staying.ts';
import { spanOf, survey } from './survey.ts';
import { Unmakeable } from './unmakeable.ts';
import { cleared, discard, keyOf, partOf, workshopName } from './unfinished.ts';
import { openWorkshop } from './workshop.ts';
import type { Workshop } from './workshop.ts';
import { writeEvents } from './writing.ts';

/** What a release is made from, and what it must hold to. */
export interface Making {
  readonly source: Source;
  /** The folder that will hold the release; it may not exist. Everything is made in `NAME.part` beside it. */
  readonly out: string;
  /** Null: a key that is drawn, and destroyed at the end. */
  readonly key: ReleaseKey | null;
  readonly parameters: ReleaseParameters;
  readonly policy: Policy;
  /** The region of each municipality; null: no region leaves. */
  readonly regions: ReadonlyMap<string, string> | null;
  /** Version of the software, as in package.json. */
  readonly software: string;
  /** Measures, and leaves nothing behind. */
  readonly dryRun: boolean;
  readonly progress: (step: string, done: number, total: number) => void;
  /** Notes the release in the file of each family, before the folder gets its name; repeated after an interruption. */
  readonly disclose: (release: string, families: Iterable<Disclosed>) => Promise<void>;
  /** The other files, worked out from the events of the folder alone. */
  readonly furnish: (folder: string, manifest: Manifest, progress: Making['progress']) => Promise<void>;
}

export interface Disclosed {
  readonly family: string;
  /** For the event that notes it; says nothing about the pseudonym. */
  readonly id: string;
}

/**
 * Makes a release, or goes on with the unfinished one of the same source, parameters and key.
 * @throws Unmakeable if it may not be made; then nothing is left.
 */
export async function makeRelease(making: Making): Promise<RiskReport> {
  const { out, source, parameters, progress } = making;
  const part = partOf(out);
  if (existsSync(out)) {
    const report = cleared(making);
    if (report !== null) return report;
    throw new Unmakeable('source', `${out} exists already; choose another folder, or move that one away`);
  }
  mkdirSync(part, { recursive: true, mode: 0o700 });
  const workshop = openWorkshop(join(part, workshopName));
  // Until it is known to be the same release, what stands there may be another one.
  let isOwn = false;
  try {
    const key = keyOf(workshop, making);
    isOwn = true;
    await gather(workshop, source, (done, total) => {
      progress('taking the events in', done, total);
    });
    if (workshop.db.prepare('SELECT 1 FROM source LIMIT 1').get() === undefined)
      throw new Unmakeable('source', 'the source holds no events; there is nothing to release');
    for (const family of await objected(source, workshop)) object(workshop, family);
    const until = untilOf(workshop, parameters);
    survey(workshop, key, parameters, until, (done) => {
      progress('looking at families', done, 0);
    });
    const regionOf = regionsOf(making);
    const settled = settledOf(workshop, key, { ...making, regionOf });
    const grade = gradeOf({ ...making, regionOf, workshop }, settled.age, settled.region, settled.merges);
    progress('measuring the risk that is left', 0, 0);
    const report = reportOf(workshop, key, { ...making, regionOf }, settled);
    if (making.dryRun) {
      discard(workshop, part);
      return report;
    }
    const folder = join(part, 'release');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const total = countIn(workshop);
    const counts = writeEvents({
      workshop,
      key,
      grade,
      grain: settled.grain,
      until,
      path: join(folder, eventsName),
      progress: (done) => {
        progress('writing events', done, total);
      },
    });
    const unsigned = manifestOf(workshop, making, { settled, until, counts, folder });
    writeFileSync(join(folder, 'risk.json'), `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(join(folder, 'risk.md'), riskInWords(report));
    writeFileSync(join(folder, 'README.md'), readmeOf(unsigned));
    await making.furnish(folder, unsigned, progress);
    const manifest: Manifest = { ...unsigned, files: filesIn(folder) };
    writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
    await askOnceMore(source, workshop);
    progress('noting it in the file of each family', 0, 0);
    await making.disclose(manifest.release, disclosedIn(workshop, key, manifest.release));
    workshop.setNote('whole', 'yes');
    renameSync(folder, out);
    discard(workshop, part);
    return report;
  } catch (error) {
    if (error instanceof Unmakeable && isOwn) discard(workshop, part);
    else workshop.close();
    throw error;
  }
}

function untilOf(workshop: Workshop, parameters: ReleaseParameters): Instant {
  const kept = workshop.note('until');
  const until = kept === undefined ? spanOf(workshop, parameters).until : (Number(kept) as Instant);
  workshop.setNote('until', String(until));
  return until;
}

type RegionOf = ((municipality: string) => string) | null;

/** What stands in no region leaves as `other`. */
const regionsOf = ({ regions }: Making): RegionOf =>
  regions === null ? null : (municipality) => regions.get(municipality) ?? 'other';

function settledOf(workshop: Workshop, key: ReleaseKey, making: Making & { regionOf: RegionOf }): Settled {
  const kept = workshop.note('settled');
  if (kept !== undefined) return { ...(JSON.parse(kept) as Omit<Settled, 'out'>), out: new Set() };
  const { out, ...levels } = settle({ ...making, workshop, key });
  const leave = workshop.db.prepare(`UPDATE family SET standing = 'stands_out' WHERE pseudonym = ?`);
  workshop.together(() => {
    for (const pseudonym of out) leave.run(pseudonym);
    countCodes(workshop, looksIn(workshop, new Set()));
    workshop.setNote('settled', JSON.stringify(levels));
  });
  return { ...levels, out: new Set() };
}

function reportOf(
  workshop: Workshop,
  key: ReleaseKey,
  making: Making & { regionOf: RegionOf },
  settled: Settled,
): RiskReport {
  const kept = workshop.note('report');
  if (kept !== undefined) return JSON.parse(kept) as RiskReport;
  const report = riskReport({ ...making, workshop, key, settled });
  workshop.setNote('report', JSON.stringify(report));
  return report;
}

interface Outcome {
  readonly settled: Settled;
  readonly until: Instant;
  readonly counts: Manifest['counts'];
  readonly folder: string;
}

/** Named after what is in it: the same bytes have the same name, and other ones another. */
function manifestOf(
  workshop: Workshop,
  making: Making,
  { settled, until, counts, folder }: Outcome,
): Manifest {
  const { source, parameters, policy, software } = making;
  const events = Number(workshop.db.prepare('SELECT count(*) AS n FROM source').get()?.['n']);
  const position = source.kind === 'log' ? source.position : events;
  const named = createHash('sha256')
    .update(JSON.stringify([position, parameters, policy, software, shaOf(join(folder, eventsName))]))
    .digest('hex');
  return {
    format: 'waakvlam-release',
    version: 1,
    release: `release-${named.slice(0, 16)}`,
    software,
    source: { kind: source.kind, position, key: making.key === null ? 'destroyed' : 'kept' },
    parameters,
    policy: { name: policy.name, parameters: { ...policy.parameters } },
    levels: { age: settled.age, region: settled.region, partyKind: settled.merges ? 1 : 0 },
    times: settled.grain,
    until: formatInstant(until),
    counts,
    files: [],
  };
}

function filesIn(folder: string): Manifest['files'] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path !== manifestName)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((path) => {
      const file = join(folder, path);
      return { path, bytes: statSync(file).size, sha256: shaOf(file) };
    });
}

function shaOf(path: string): string {
  const hash = createHash('sha256');
  for (const piece of piecesOf(path)) hash.update(piece);
  return hash.digest('hex');
}

/** Who objected counts also if that was recorded behind the position, or while the release was being made. */
async function askOnceMore(source: Source, workshop: Workshop): Promise<void> {
  const isIn = workshop.db.prepare(`SELECT 1 FROM family WHERE standing = 'in' AND name = ?`);
  for (const family of await objected(source, workshop))
    if (isIn.get(family) !== undefined)
      throw new Unmakeable(
        'source',
        'somebody of a family in it objected while the release was being made, so nothing leaves. Run the same command again: it begins anew, without that family',
      );
}

/** An event of its own for each release: a follow-up has the same key and is noted as well. */
function* disclosedIn({ db }: Workshop, key: ReleaseKey, release: string): Generator<Disclosed> {
  for (const { name } of db.prepare(`SELECT name FROM family WHERE standing = 'in' ORDER BY name`).iterate())
    yield {
      family: name as string,
      id: `disclosed-${sign(key, 'disclosure', release, name as string).toString('hex', 0, 16)}`,
    };
}
