import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../src/web/app.ts';
import { paths } from '../../src/web/paths.ts';
import type { PathName } from '../../src/web/paths.ts';
import type { Web } from '../../src/web/web.ts';
import { record, serve } from './server.ts';
import type { Asker, Served, Told } from './server.ts';

/**
 * Every role, and nobody, at every address: who is let in, who is sent to the door and who is refused. An address that
 * is added fails here until it has a line.
 */

const professionals = ['monitor', 'team', 'other-monitor'] as const;
const others = ['researcher', 'policy', 'administrator', 'auditor'] as const;
const viewers = ['nobody', ...professionals, ...others] as const;
type Viewer = (typeof viewers)[number];

/** A stream stays open for those whom it is for: it is not asked here. */
type Status = number | 'stream';
type Statuses = Readonly<Record<Viewer, Status>>;

const all = (status: Status): Statuses =>
  Object.fromEntries(viewers.map((viewer) => [viewer, status])) as Record<Viewer, Status>;
const refused = { ...all(403), nobody: 303 };
const forPrograms = { ...all(403), nobody: 401 };
const only = (role: (typeof others)[number], status: number): Statuses => ({ ...refused, [role]: status });
const working = (status: Status, door = refused): Statuses => ({
  ...door,
  ...Object.fromEntries(professionals.map((viewer) => [viewer, status])),
});
const team = (status: number): Statuses => ({ ...refused, team: status });
/** Those who work with the family; a professional who does not is refused like everybody else. */
const ofFamily = (status: number, door = refused): Statuses => ({ ...door, monitor: status, team: status });

type Line = readonly [address: string, statuses: Statuses];
interface Lines {
  readonly get?: Line;
  readonly post?: Line;
}

const family = '/families/fam-aaaa';

/** In this order: who has left is nobody. */
const table: Readonly<Record<PathName, Lines>> = {
  start: { get: ['/', all(303)] },
  queue: { get: ['/queue', working(200)] },
  families: { get: ['/families', working(200)] },
  newFamily: { get: ['/new-family', working(200)], post: ['/new-family', working(422)] },
  savedViews: { post: ['/saved-views', working(400)] },
  acknowledge: { post: [`${family}/acknowledge`, ofFamily(303)] },
  family: { get: [family, ofFamily(200)] },
  colleagues: { get: [`${family}/colleagues`, ofFamily(200)], post: [`${family}/colleagues`, ofFamily(422)] },
  coverage: { get: [`${family}/coverage`, ofFamily(200)] },
  decide: { get: [`${family}/decide`, ofFamily(200)], post: [`${family}/decide`, ofFamily(400)] },
  alarm: { post: [`${family}/alarm`, ofFamily(400)] },
  familyRelapse: { get: [`${family}/relapse`, ofFamily(200)] },
  familyPlan: { get: [`${family}/plan`, ofFamily(200)] },
  familyNetwork: { get: [`${family}/network`, ofFamily(200)] },
  timeline: { get: [`${family}/timeline`, ofFamily(200)] },
  timelineCompare: { get: [`${family}/timeline/compare`, ofFamily(200)] },
  fact: { get: [`${family}/facts/nothing`, ofFamily(404)] },
  watcher: { get: ['/w/nothing', all(404)], post: ['/w/nothing', all(404)] },
  links: { get: [`${family}/links`, ofFamily(200)], post: [`${family}/links`, ofFamily(400)] },
  printFor: { get: [`${family}/for/nothing`, ofFamily(404)] },
  review: { get: [`${family}/review`, ofFamily(303)], post: [`${family}/review`, ofFamily(303)] },
  reviewed: { get: [`${family}/reviews/nothing`, ofFamily(404)] },
  meetings: { get: ['/meetings', team(200)], post: ['/meetings', team(303)] },
  meeting: { get: ['/meetings/nothing', team(404)], post: ['/meetings/nothing', team(404)] },
  login: { get: ['/login', { ...all(303), nobody: 200 }], post: ['/login', all(403)] },
  toOrganisation: { get: ['/oidc/start', all(404)] },
  fromOrganisation: { get: ['/oidc/callback', all(404)] },
  recordIndex: { get: [`${family}/record`, ofFamily(200)], post: [`${family}/record`, ofFamily(303)] },
  record: {
    get: [`${family}/record/nothing`, ofFamily(404)],
    post: [`${family}/record/nothing`, ofFamily(404)],
  },
  correct: {
    get: [`${family}/facts/nothing/correct`, ofFamily(404)],
    post: [`${family}/facts/nothing/correct`, ofFamily(404)],
  },
  retract: {
    get: [`${family}/facts/nothing/retract`, ofFamily(404)],
    post: [`${family}/facts/nothing/retract`, ofFamily(404)],
  },
  accessOfFamily: { get: [`${family}/access`, ofFamily(200)] },
  // Who works with the family already needs no emergency.
  emergency: {
    get: [`${family}/emergency`, working(200)],
    post: [`${family}/emergency`, { ...ofFamily(303), 'other-monitor': 422 }],
  },
  notices: { get: ['/notices', working(303)], post: ['/notices', working(303)] },
  audit: { get: ['/audit', only('auditor', 200)] },
  auditFile: { get: ['/audit.csv', only('auditor', 200)] },
  people: { get: ['/people', only('administrator', 200)], post: ['/people', only('administrator', 422)] },
  settings: { get: ['/settings', only('administrator', 200)] },
  research: { get: ['/research', only('researcher', 200)] },
  policy: { get: ['/policy', only('policy', 200)] },
  result: { get: ['/results/nothing', { ...only('policy', 404), researcher: 404 }] },
  resultFile: { get: ['/results/nothing/nothing.csv', { ...only('policy', 404), researcher: 404 }] },
  invented: { post: ['/invented', all(400)] },
  help: { get: ['/help', all(200)] },
  asset: { get: ['/assets/nothing', all(404)] },
  health: { get: ['/health', all(200)] },
  ready: { get: ['/ready', all(200)] },
  // Never with the session of a person (metrics.test.ts).
  metrics: { get: ['/metrics', all(404)] },
  apiQueue: { get: ['/api/queue', working(200, forPrograms)] },
  apiFamilies: { get: ['/api/families', working(200, forPrograms)] },
  apiStatus: { get: ['/api/families/fam-aaaa/status', ofFamily(200, forPrograms)] },
  apiTimeline: { get: ['/api/families/fam-aaaa/timeline', ofFamily(200, forPrograms)] },
  apiEvents: { post: ['/api/families/fam-aaaa/events', ofFamily(415, forPrograms)] },
  apiLive: { get: ['/api/live', working('stream', forPrograms)] },
  session: { get: ['/session', all(200)], post: ['/session', all(200)] },
  logout: { get: ['/logout', { ...all(200), nobody: 303 }], post: ['/logout', all(303)] },
  away: { get: ['/away', all(303)], post: ['/away', all(303)] },
};

let served: Served;
const askers = new Map<Viewer, Asker>();
beforeAll(async () => {
  served = await serve();
  await record(served, 'fam-aaaa');
  served.relate('monitor', 'fam-aaaa');
  served.relate('team', 'fam-aaaa');
  askers.set('nobody', served.asNobody);
  for (const viewer of viewers) if (viewer !== 'nobody') askers.set(viewer, await served.as(viewer));
});
afterAll(() => served.close());

const form = { 'content-type': 'application/x-www-form-urlencoded' };

async function ask(viewer: Viewer, method: 'get' | 'post', address: string): Promise<Told> {
  const asker = askers.get(viewer);
  if (!asker) throw new Error(`${viewer} did not sign in`);
  return method === 'get'
    ? await asker.get(address)
    : await asker.ask('POST', address, { headers: form, body: 'nothing=nothing' });
}

const homes = {
  nobody: '/login',
  monitor: '/queue',
  team: '/queue',
  'other-monitor': '/queue',
  researcher: '/research',
  policy: '/policy',
  administrator: '/people',
  auditor: '/audit',
} as const satisfies Record<Viewer, string>;

it.each(viewers)('sends %s to its own page', async (viewer) => {
  expect((await ask(viewer, 'get', '/')).headers['location']).toBe(homes[viewer]);
});

it('has a line for every address and method', () => {
  const found = Object.entries(routes({ frame: { sessions: {} } } as Web)).map(([name, route]) => [
    name,
    Object.keys(route),
  ]);
  expect(
    Object.fromEntries(Object.entries(table).map(([name, lines]) => [name, Object.keys(lines)])),
  ).toEqual(Object.fromEntries(found));
});

it.each(Object.keys(table) as PathName[])('lets in whom it is for: %s', async (name) => {
  for (const method of ['get', 'post'] as const) {
    const [address, statuses] = table[name][method] ?? [];
    if (address === undefined || statuses === undefined) continue;
    const told: Record<string, Status> = {};
    for (const viewer of viewers)
      told[viewer] = statuses[viewer] === 'stream' ? 'stream' : (await ask(viewer, method, address)).status;
    expect(told, `${method} ${address}`).toEqual(statuses);
    expect(new RegExp(`^${paths[name].replaceAll(/:\w+/g, '[^/]+')}$`).test(address)).toBe(true);
  }
});

it.each(['/queue', `${family}/decide`, '/research'])('sends nobody to the door: %s', async (address) => {
  expect((await ask('nobody', 'get', address)).headers['location']).toMatch(/^\/login\?next=/);
});
