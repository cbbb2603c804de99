import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openOffice } from '../../src/access/office.ts';
import { hashPassword } from '../../src/access/passwords.ts';
import { relationsSchema, workingRelations } from '../../src/access/relations.ts';
import { writeUsers } from '../../src/access/users-file.ts';
import type { LocalPerson } from '../../src/access/users-file.ts';
import { FamilyId, PartyId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { median, percentile } from './measure.ts';
import { enter, startServer } from './server.ts';
import type { Entered } from './server.ts';

/** The real server on an empty store, one client that listens, and one that posts; both over real sockets. */
export type LiveOutcome =
  | {
      readonly p99ms: number;
      readonly medianMs: number;
      readonly maxMs: number;
      readonly events: number;
      readonly perSecond: number;
    }
  | { readonly missing: string };

const perSecond = 100;

export async function liveContest(base: string, seconds: number): Promise<LiveOutcome> {
  const data = join(base, 'live');
  const password = randomBytes(16).toString('hex');
  writeUsers(data, [await bencher(password)]);
  relate(data, seconds);
  const server = await startServer({ data, settings: { WAAKVLAM_REQUESTS_PER_MINUTE: '1000000' } });
  if (!server) return { missing: 'the server did not answer within 15 s' };
  try {
    return await measured(await enter(server.address, 'bencher', password), seconds);
  } finally {
    await server.close();
  }
}

const bencher = async (password: string): Promise<LocalPerson> => ({
  id: 'bencher',
  name: 'Benchmark',
  roles: ['monitor', 'team'],
  password: await hashPassword(password),
  changedAt: '2020-01-01T00:00:00.000Z',
});

/** The bencher works with every family that it will post about. */
function relate(data: string, seconds: number): void {
  const office = openOffice(data, [relationsSchema]);
  office.db.exec('PRAGMA synchronous = OFF');
  const relations = workingRelations(office, () => Date.now() as Instant);
  const relate = (family: string) =>
    relations.give({
      ground: 'own',
      holder: 'bencher',
      family: FamilyId.parse(family),
      party: PartyId.parse('party:veilig-thuis'),
      givenBy: 'bencher',
      why: 'administrator',
    });
  for (let index = 0; index < perSecond; index += 1) relate(`warm-${index}`);
  for (let index = 0; index < seconds * perSecond; index += 1) relate(`live-${index}`);
  office.close();
}

async function measured({ address, cookie }: Entered, seconds: number): Promise<LiveOutcome> {
  const arrived = new Map<string, number>();
  const hangUp = new AbortController();
  const listening = await listen({ address, cookie }, hangUp.signal, (family) => {
    if (!arrived.has(family)) arrived.set(family, performance.now());
  });
  await post({ address, cookie }, 'warm', perSecond);
  const sent = await post({ address, cookie }, 'live', seconds * perSecond);
  await sleep(1000);
  hangUp.abort();
  await listening.ended.catch(() => undefined);
  const times = [...sent].map(([family, at]) => (arrived.get(family) ?? Infinity) - at);
  const lost = times.filter((time) => time === Infinity).length;
  if (lost > 0) return { missing: `${lost} of ${times.length} events were never told` };
  return {
    p99ms: percentile(times, 0.99),
    medianMs: median(times),
    maxMs: Math.max(...times),
    events: times.length,
    perSecond,
  };
}

/** One event for a family of its own at every tick of a steady clock, whether or not the ones before were answered. */
async function post(entered: Entered, name: string, count: number): Promise<Map<string, number>> {
  const sent = new Map<string, number>();
  const answers: Promise<void>[] = [];
  const started = performance.now();
  for (let index = 0; index < count; index += 1) {
    await sleep(Math.max(0, started + (index * 1000) / perSecond - performance.now()));
    const family = `${name}-${index}`;
    sent.set(family, performance.now());
    answers.push(record(entered, family));
  }
  await Promise.all(answers);
  return sent;
}

async function record({ address, cookie }: Entered, family: string): Promise<void> {
  const event = {
    id: `${family}.1`,
    type: 'FamilyReported',
    version: 1,
    family,
    by: 'party:veilig-thuis',
    source: 'observed',
    data: { relation: 'first', acute: 'yes', structural: 'unknown' },
  };
  const response = await fetch(`${address}/api/families/${family}/events`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', cookie },
    body: JSON.stringify(event),
  });
  const text = await response.text();
  if (response.status !== 201) throw new Error(`POST answered ${response.status}: ${text}`);
}

/** Resolves once the stream is open; then goes on until it ends. */
async function listen(
  { address, cookie }: Entered,
  signal: AbortSignal,
  tell: (family: string) => void,
): Promise<{ ended: Promise<void> }> {
  const response = await fetch(`${address}/api/live`, { signal, headers: { cookie } });
  const { body } = response;
  if (!response.ok || body === null) throw new Error(`GET /api/live answered ${response.status}`);
  const read = async () => {
    let text = '';
    for await (const bytes of body.pipeThrough(new TextDecoderStream())) {
      text += bytes;
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) for (const family of familiesIn(message)) tell(family);
    }
  };
  return { ended: read() };
}

function familiesIn(message: string): readonly string[] {
  const lines = message.split('\n');
  const line = lines.includes('event: change') ? lines.find((each) => each.startsWith('data: ')) : undefined;
  return line === undefined ? [] : (JSON.parse(line.slice(6)) as { families: readonly string[] }).families;
}
