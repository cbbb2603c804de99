import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FamilyId } from '../../../src/domain/ids.ts';
import { to } from '../../../src/web/paths.ts';
import { percentile } from '../measure.ts';
import type { Plan } from '../plans.ts';
import { enter, startServer } from '../server.ts';
import type { Entered } from '../server.ts';
import { ask, listen } from './client.ts';
import type { Listeners } from './client.ts';
import { growth, keptMB, watchMemory } from './memory.ts';
import type { MemorySample, MemoryWatch } from './memory.ts';
import { furnish } from './office.ts';
import type { Office, Worker } from './office.ts';

/** What an office asks of the real server for a while: pages, at a steady clock, while many browsers listen. */
export type LoadOutcome = Awaited<ReturnType<typeof loadContest>>;

type Course = Plan['load'];

interface Wanted {
  readonly course: Course;
  /** A folder for a profile of where the server's processor time went. */
  readonly profile?: string | undefined;
  readonly say: (what: string) => void;
}

const pages = ['queue', 'families', 'family', 'coverage', 'timeline', 'familyRelapse'] as const;
type PageName = (typeof pages)[number];

/** Of every twenty views. */
const shares: Readonly<Record<PageName, number>> = {
  queue: 4,
  families: 4,
  family: 5,
  coverage: 2,
  timeline: 3,
  familyRelapse: 2,
};
const mixed = mix();

const office = { families: 100, people: 50, familiesEach: 30 };
/** More unanswered requests than this are no office any more: then nothing is sent, and that is an error. */
const mostUnanswered = 1000;
const shownErrors = 5;
/** Memory is told this often, and the progress with it. */
const samples = 20;

interface View {
  readonly page: PageName;
  readonly ms: number;
}

interface Tally {
  readonly views: View[];
  readonly errors: string[];
  posts: number;
  unanswered: number;
}

export async function loadContest(base: string, { course, profile, say }: Wanted) {
  const data = join(base, 'load');
  say(`an office of ${office.people} people and ${office.families} families`);
  const furnished = await furnish(data, office);
  const server = await startServer({
    data,
    flags: ['--expose-gc', '--import', new URL('./probe.ts', import.meta.url).href, ...profiling(profile)],
    withinMs: 60_000,
  });
  if (!server) throw new Error('the server did not answer within a minute');
  try {
    const readers: Reader[] = [];
    for (const worker of furnished.workers)
      readers.push({ ...worker, ...(await enter(server.address, worker.account, worker.password)) });
    const listeners = await listen(readers, course.connections / readers.length);
    say(
      `${listeners.open} live connections; every page once, because a server that has just begun is slower`,
    );
    const before = await warmUp(readers);
    const asking = { course, readers, furnished, say, listeners };
    const keptBefore = await keptMB(server.child);
    const memory = watchMemory(server.child);
    const tally = await run({ ...asking, memory });
    memory.close();
    const keptAfter = await keptMB(server.child);
    const lost = course.connections - listeners.open;
    if (lost > 0) tally.errors.push(`${lost} live connections were cut off`);
    const outcome = outcomeOf({ course, tally, memory, listeners, furnished });
    listeners.close();
    return { ...outcome, viewsBefore: before, keptBefore, keptAfter };
  } finally {
    await server.close();
  }
}

const profiling = (folder: string | undefined) =>
  folder === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', folder];

type Reader = Worker & Entered;

interface Asking {
  readonly course: Course;
  readonly readers: readonly Reader[];
  readonly furnished: Office;
  readonly listeners: Listeners;
  readonly memory: MemoryWatch;
  readonly say: (what: string) => void;
}

/** One after another: their lists for every reader, and what is shown of each family. */
async function warmUp(readers: readonly Reader[]): Promise<number> {
  const families = new Map(readers.flatMap((reader) => reader.families.map((family) => [family, reader])));
  const ofFamily = pages.filter((page) => inPath(page, 'any' as FamilyId) !== undefined);
  const asked = [
    ...[...families].flatMap(([family, reader]) => ofFamily.map((page) => ({ page, family, reader }))),
    ...readers.flatMap((reader) =>
      (['queue', 'families'] as const).map((page) => ({ page, family: undefined, reader })),
    ),
  ];
  for (const { page, family, reader } of asked) await ask(reader, { path: to(page, { family }) });
  return asked.length;
}

/** A view at every tick of a steady clock, whether or not those before were answered, and now and then an event. */
async function run(asking: Asking): Promise<Tally> {
  const { course, readers, furnished, memory } = asking;
  const tally: Tally = { views: [], errors: [], posts: 0, unanswered: 0 };
  const count = course.minutes * 60 * course.viewsPerSecond;
  const postEvery = Math.round(course.viewsPerSecond / course.eventsPerSecond);
  const sampleEvery = Math.ceil(count / samples);
  const started = performance.now();
  for (let index = 0; index < count; index += 1) {
    const due = started + (index * 1000) / course.viewsPerSecond;
    if (due > performance.now()) await sleep(due - performance.now());
    const reader = readers[index % readers.length] as Reader;
    const family = familyOf(reader, index);
    void view(reader, family, { index, due }, tally);
    if (index % postEvery === 0) void post(reader, family, { id: `load-${index}`, furnished, tally });
    if ((index + 1) % sampleEvery === 0) tell(asking, tally, memory.take());
  }
  while (tally.unanswered > 0) await sleep(20);
  return tally;
}

/** Strides that have no factor in common with the mix of pages, so that every page is seen of every family. */
const familyOf = ({ families }: Worker, index: number): FamilyId =>
  families[(Math.floor(index / 50) * 7) % families.length] as FamilyId;

interface Place {
  readonly index: number;
  /** Measured from when it was to be sent: who comes late waits too. */
  readonly due: number;
}

async function view(reader: Reader, family: FamilyId, { index, due }: Place, tally: Tally): Promise<void> {
  const page = mixed[(index + Math.floor(index / 50)) % mixed.length] as PageName;
  await counted(tally, page, async () => {
    const { status, text } = await ask(reader, { path: to(page, { family: inPath(page, family) }) });
    if (status !== 200 || !text.endsWith('</html>')) return `${page} answered ${status}`;
    tally.views.push({ page, ms: performance.now() - due });
    return null;
  });
}

const inPath = (page: PageName, family: FamilyId) =>
  page === 'queue' || page === 'families' ? undefined : family;

interface Posting {
  readonly id: string;
  readonly furnished: Office;
  readonly tally: Tally;
}

/** Something that makes nobody's queue longer, so that the pages stay what they are. */
async function post(reader: Reader, family: FamilyId, { id, furnished, tally }: Posting): Promise<void> {
  await counted(tally, 'recording', async () => {
    const event = {
      id,
      type: 'RelapseSignalObserved',
      version: 1,
      family,
      by: 'party:veilig-thuis',
      source: 'observed',
      data: { person: furnished.persons.get(family), level: 'green', pattern: 'stress', selfReport: false },
    };
    const { status, text } = await ask(reader, { path: to('apiEvents', { family }), body: event });
    if (status !== 201) return `recording answered ${status}: ${text}`;
    tally.posts += 1;
    return null;
  });
}

async function counted(tally: Tally, what: string, work: () => Promise<string | null>): Promise<void> {
  if (tally.unanswered >= mostUnanswered) {
    tally.errors.push(`${what} was not asked: ${mostUnanswered} requests were unanswered`);
    return;
  }
  tally.unanswered += 1;
  const trouble = await work().catch((error: unknown) => `${what}: ${String(error)}`);
  tally.unanswered -= 1;
  if (trouble !== null) tally.errors.push(trouble);
}

function tell({ say, course, listeners }: Asking, tally: Tally, memory: MemorySample | null): void {
  const { views, errors, posts } = tally;
  const recent = views.slice(-Math.ceil((course.minutes * 60 * course.viewsPerSecond) / samples));
  const p99 = Math.round(
    percentile(
      recent.map(({ ms }) => ms),
      0.99,
    ),
  );
  const taken = memory ? `, ${memory.rssMB} MB of which ${memory.heapMB} MB of heap` : '';
  say(
    `${memory?.atS ?? 0} s: ${views.length} views, lately p99 ${p99} ms, ${errors.length} errors, ${posts} events, ${listeners.messages} messages${taken}`,
  );
}

interface Found {
  readonly course: Course;
  readonly tally: Tally;
  readonly memory: MemoryWatch;
  readonly listeners: Listeners;
  readonly furnished: Office;
}

function outcomeOf({ course, tally, memory, listeners, furnished }: Found) {
  return {
    ...course,
    ...office,
    storedEvents: furnished.events,
    views: tally.views.length,
    posts: tally.posts,
    messages: listeners.messages,
    reached: listeners.reached,
    errors: tally.errors.length,
    firstErrors: [...new Set(tally.errors)].slice(0, shownErrors),
    overall: timesOf(tally.views),
    pages: Object.fromEntries(
      pages.map((page) => [page, timesOf(tally.views.filter((view) => view.page === page))]),
    ) as Record<PageName, ReturnType<typeof timesOf>>,
    memory: memory.samples,
    rssGrowth: growth(memory.samples, 'rssMB'),
    /** Of the server, with all that it does besides: what a view costs on a machine that is busy with other work. */
    processorMsPerView: Math.round((memory.processorMs() / tally.views.length) * 10) / 10,
  };
}

function timesOf(views: readonly View[]) {
  const times = views.map(({ ms }) => ms);
  const at = (share: number) => Math.round(percentile(times, share) * 10) / 10;
  return { views: views.length, p50ms: at(0.5), p99ms: at(0.99), maxMs: at(1) };
}

/** Each page spread over the twenty, as people who do not wait for one another spread them. */
function mix(): readonly PageName[] {
  const placed = pages.flatMap((page) =>
    Array.from({ length: shares[page] }, (_, turn) => ({ page, at: (turn + 0.5) / shares[page] })),
  );
  return placed.sort((a, b) => a.at - b.at).map(({ page }) => page);
}
