import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NEVER, concat, from } from 'rxjs';
import { familyStatusAt } from '../../projections/family-status.ts';
import { knownAt } from '../../projections/known.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { journal, journalSchema } from '../../src/access/journal.ts';
import type { Verified } from '../../src/access/journal.ts';
import { openOffice } from '../../src/access/office.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import type { Stored } from '../../src/log/log.ts';
import { openEngineReader } from '../../src/log/engine.ts';
import type { EngineReader } from '../../src/log/engine.ts';
import type { LogReader } from '../../src/log/sqlite.ts';
import { startHost } from '../../src/read/host.ts';
import type { Clock } from './on-a-file.ts';
import { progressBar, say } from './progress.ts';

export interface VerifyOptions {
  readonly data: string;
  readonly log?: string;
  readonly json?: boolean;
}

interface Difference {
  readonly position: number | null;
  readonly what: string;
}

/**
 * Checks the stored bytes, then whether live answers equal those of a fresh replay, then the chain of the access log.
 * Exit code 1 if anything differs.
 */
export async function verifyStore({ data, log, json }: VerifyOptions, clock: Clock): Promise<number> {
  const store = await openEngineReader({ address: log, folder: data, now: clock });
  const checked = await checkBytes(store);
  const difference = checked.difference ?? (await checkAnswers(store, clock));
  const access = checkAccess(data);
  const others = access?.others ?? [];
  const brokenCopy = others.find(({ kind }) => kind === 'broken');
  const sound = difference === null && access?.own.kind !== 'broken' && !brokenCopy;
  if (json === true)
    process.stdout.write(
      `${JSON.stringify({ sound, events: checked.events, chain: checked.chain, ...difference, ...(access && { access: access.own }), ...(others.length > 0 && { others }) })}\n`,
    );
  else if (difference === null)
    say(
      `${checked.events} events are whole and every live answer equals a fresh replay; chain ${checked.chain}`,
    );
  if (json !== true && access) for (const chain of [access.own, ...others]) sayWhole(chain);
  if (access) for (const chain of [access.own, ...others]) sayBroken(chain);
  if (difference) {
    const place = difference.position === null ? 'no position is touched' : `position ${difference.position}`;
    say(`NOT SOUND: ${place}: ${difference.what}`);
  }
  return sound ? 0 : 1;
}

type Chain = Verified & { readonly node?: string };
const whose = ({ node }: Chain) => (node === undefined ? '' : ` of node ${node}`);

function sayWhole(chain: Chain): void {
  if (chain.kind === 'whole')
    say(`${chain.rows} rows of the access log${whose(chain)} are whole; chain ${chain.last}`);
}

function sayBroken(chain: Chain): void {
  if (chain.kind === 'broken')
    say(`NOT SOUND: row ${chain.at} of the access log${whose(chain)} does not fit what stands before it`);
}

/** The chain that was written here and copies of those of other nodes; null if nobody used this store through its pages yet. */
function checkAccess(folder: string): { readonly own: Verified; readonly others: readonly Chain[] } | null {
  if (!existsSync(join(folder, 'office.db'))) return null;
  const office = openOffice(folder, [journalSchema]);
  try {
    const { verify, verifyOthers } = journal(office);
    return { own: verify(), others: verifyOthers() };
  } finally {
    office.close();
  }
}

/** The stored bytes, compared with themselves. */
export async function checkBytes(store: Pick<EngineReader, 'verify'>) {
  const walk = store.verify();
  let bar: ReturnType<typeof progressBar> | undefined;
  for (;;) {
    const step = await walk.next();
    if (step.done === true) {
      bar?.stop();
      const verdict = step.value;
      return verdict.kind === 'sound'
        ? { difference: null, events: verdict.events, chain: verdict.chain }
        : { difference: { position: verdict.position, what: verdict.what }, events: 0, chain: null };
    }
    bar ??= progressBar('stored events', step.value.of);
    bar.update(step.value.position);
  }
}

/** A host that replays one half and receives the other half live must answer like a replay of each family by itself. */
async function checkAnswers({ log }: EngineReader, clock: Clock): Promise<Difference | null> {
  const at = clock();
  const head = await log.head();
  const host = await startHost({
    log: inHalves(log, Math.floor(head / 2)),
    policy: defaultPolicy,
    now: () => at,
  });
  try {
    await host.views.reached(head, 60_000);
    const families = host.views.families();
    const bar = progressBar('families', families.length);
    for (const [index, family] of families.entries()) {
      const difference = await compare(log, family, host.views.status(family, { at, knownAt: at }), at);
      if (difference) return difference;
      bar.update(index + 1);
    }
    bar.stop();
    return null;
  } finally {
    host.close();
    await log.close();
  }
}

async function compare(
  log: LogReader,
  family: FamilyId,
  live: unknown,
  at: Instant,
): Promise<Difference | null> {
  const stored: Stored[] = [];
  for await (const each of log.readFamily(family)) stored.push(each);
  const known = knownAt(
    stored.map(({ record }) => record),
    at,
    defaultPolicy.parameters,
  );
  const fresh = known.recorded.length === 0 ? null : familyStatusAt(known, family, at);
  if (JSON.stringify(live) === JSON.stringify(fresh)) return null;
  return {
    position: stored[0]?.position ?? null,
    what: `the live answer for ${family} differs from a fresh replay; its events begin at this position`,
  };
}

function inHalves(log: LogReader, middle: number): Parameters<typeof startHost>[0]['log'] {
  return {
    readAll: (after) => upTo(log.readAll(after), middle),
    follow: (after) => concat(from(log.readAll(after))),
    freshness: NEVER,
  };
}

async function* upTo(stored: AsyncIterable<Stored> | Iterable<Stored>, last: number): AsyncIterable<Stored> {
  for await (const each of stored) {
    if (each.position > last) return;
    yield each;
  }
}
