import { afterEach, describe, expect, it, vi } from 'vitest';
import { paths } from '../../src/web/paths.ts';
import type { PathName } from '../../src/web/paths.ts';
import { family, father, fill, forget, histories, officeWithLink, uncle } from './hidden/stores.ts';
import { serve } from './server.ts';
import type { Asker, Served, Told } from './server.ts';

/**
 * Nothing leaks to a person from whom a fact is hidden: not by a status, a count, a search, a print or an error. One
 * hidden fact is changed in a random history, and everybody who sees no more than that person must get the same bytes.
 */

/** How each address is asked; an address that nobody restricted can reach stands here as well. */
const asked: Readonly<Record<PathName, readonly string[]>> = {
  start: ['/'],
  queue: ['/queue', '/queue?lang=en'],
  families: ['/families', '/families?q=fam-a'],
  family: ['/families/fam-a', '/families/fam-a?at=2025-03-01T10:00'],
  coverage: ['/families/fam-a/coverage'],
  decide: ['/families/fam-a/decide'],
  alarm: [],
  savedViews: [],
  acknowledge: [],
  familyRelapse: ['/families/fam-a/relapse'],
  familyPlan: ['/families/fam-a/plan'],
  familyNetwork: ['/families/fam-a/network'],
  timeline: ['/families/fam-a/timeline', '/families/fam-a/timeline?known-at=2020-01-01T10:00'],
  timelineCompare: ['/families/fam-a/timeline/compare'],
  fact: ['/families/fam-a/facts/hidden-1', '/families/fam-a/facts/uncle-5'],
  accessOfFamily: ['/families/fam-a/access'],
  emergency: ['/families/fam-a/emergency'],
  notices: ['/notices'],
  audit: ['/audit'],
  auditFile: ['/audit.csv'],
  people: ['/people'],
  settings: ['/settings'],
  research: ['/research'],
  policy: ['/policy'],
  result: ['/results/nothing'],
  resultFile: ['/results/nothing/nothing.csv'],
  help: ['/help'],
  away: [],
  watcher: ['/w/forged'],
  newFamily: ['/new-family'],
  colleagues: ['/families/fam-a/colleagues'],
  links: ['/families/fam-a/links'],
  printFor: ['/families/fam-a/for/person:father', '/families/fam-a/for/person:kid'],
  review: ['/families/fam-a/review'],
  reviewed: ['/families/fam-a/reviews/hidden-1'],
  meetings: ['/meetings'],
  meeting: ['/meetings/nothing'],
  login: [],
  logout: [],
  session: [],
  recordIndex: ['/families/fam-a/record'],
  record: ['/families/fam-a/record/incident-recorded'],
  correct: ['/families/fam-a/facts/hidden-1/correct'],
  retract: ['/families/fam-a/facts/hidden-1/retract'],
  toOrganisation: ['/oidc/start'],
  fromOrganisation: ['/oidc/callback'],
  invented: [],
  asset: ['/assets/nothing'],
  health: ['/health'],
  ready: ['/ready'],
  metrics: ['/metrics'],
  apiQueue: ['/api/queue'],
  apiFamilies: ['/api/families', '/api/families?q=fam-a'],
  apiStatus: ['/api/families/fam-a/status'],
  apiTimeline: ['/api/families/fam-a/timeline'],
  apiEvents: [],
  apiLive: [],
};

/** Why an address is asked of nobody here. */
const notAsked: Readonly<Partial<Record<PathName, string>>> = {
  alarm: 'is posted to, below',
  savedViews: 'is posted to, below',
  acknowledge: 'is posted to, below',
  apiEvents: 'is posted to, below',
  away: 'ends the session and shows nothing',
  login: 'is asked to sign in everybody here',
  logout: 'ends the session and shows nothing',
  session: 'tells of the session of the visitor alone, by the clock',
  invented: 'writes to an empty store alone',
  apiLive: 'stays open: a stream tells of the visitor’s own families alone (live.test.ts)',
};

const posted: readonly string[] = [
  '/families/fam-a/record/incident-recorded',
  '/families/fam-a/decide',
  '/families/fam-a/alarm',
  '/families/fam-a/acknowledge',
  '/saved-views',
  '/people',
  '/families/fam-a/review',
  '/families/fam-a/links',
  '/api/families/fam-a/events',
];

/** What must not differ: everything but the clock of the machine, a session's own secret, and a key that is drawn. */
function seen({ status, headers, text }: Told): string {
  const { date: _, 'set-cookie': __, ...rest } = headers;
  const drawn = /(?<=<input type="hidden" name="key" value=")[A-Za-z0-9_-]{16}(?=")/;
  return JSON.stringify({ status, headers: rest, text: text.replace(drawn, 'drawn') });
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** Everything that those get to see from whom the fact is hidden, by who asked what. */
async function seenBy(served: Served, secret: string): Promise<Map<string, string>> {
  const told = new Map<string, string>();
  const strangers = ['other-monitor', 'other-team', 'researcher', 'policy', 'administrator'] as const;
  served.relate('monitor', family, uncle);
  const visitors: (readonly [string, Asker])[] = [
    ['nobody', served.asNobody],
    ['a professional who is linked to him', await served.as('monitor')],
  ];
  for (const stranger of strangers) visitors.push([stranger, await served.as(stranger)]);
  for (const [name, visitor] of visitors) {
    for (const path of Object.values(asked).flat())
      told.set(`${name} ${path}`, seen(await visitor.get(path)));
    for (const path of posted)
      told.set(
        `${name} POST ${path}`,
        seen(await visitor.ask('POST', path, { headers: form, body: 'status=none' })),
      );
  }
  for (const lang of ['nl', 'en']) {
    const print = `/families/fam-a/for/${father}?lang=${lang}`;
    told.set(`on his paper ${lang}`, seen(await served.get(print)));
  }
  const link = `/w/${secret}`;
  for (const more of ['', '?lang=en', '?do=bell', '?do=stop', '?about=nothing', '?sent=bell'])
    told.set(`the uncle ${more}`, seen(await served.asNobody.get(`${link}${more}`)));
  const answers = [
    'do=check-in&round=0',
    'do=check-in&round=0&result=kept&worry=0&stillSafe=yes&basicConditions=yes&helpNeeded=no',
    'do=check-in&round=0&result=kept&worry=0&stillSafe=yes&basicConditions=yes&helpNeeded=no',
    'do=bell&round=0&urgency=urgent',
    'do=stop&round=0&howLong=week',
    'do=stop&round=0&howLong=forever',
  ];
  for (const [index, body] of answers.entries())
    told.set(
      `the uncle POST ${index}`,
      seen(await served.asNobody.ask('POST', link, { headers: form, body })),
    );
  told.set('the uncle, having stopped', seen(await served.asNobody.get(link)));
  return told;
}

afterEach(() => {
  vi.useRealTimers();
});

it('covers every address: one that is added must be asked here, or say why not', () => {
  expect(Object.keys(asked).sort()).toEqual(Object.keys(paths).sort());
  const unasked = Object.entries(asked).flatMap(([name, addresses]) =>
    addresses.length === 0 ? [name] : [],
  );
  expect(unasked.sort()).toEqual(Object.keys(notAsked).sort());
});

describe.each([3, 8])('history %i', (seed) => {
  it('shows the same bytes, whatever is hidden', { timeout: 180_000 }, async () => {
    const { base, changed, now } = histories(seed);
    vi.useFakeTimers({ toFake: ['Date'], now });
    const office = officeWithLink(now);
    const open = (events: Parameters<typeof fill>[1]) => serve({}, fill(office.folder, events, now));
    const first = await open(base);
    const full = seen(await first.get('/families/fam-a/timeline'));
    const before = await seenBy(first, office.secret);
    await first.close();
    expect(before.get('the uncle ')).toContain('"status":200');
    expect(before.get('the uncle POST 1')).toContain('"status":303');
    let differs = 0;
    for (const [what, events] of Object.entries(changed)) {
      const served = await open(events);
      // Who may know everything does see it: else nothing was changed, and nothing would be proven.
      if (seen(await served.get('/families/fam-a/timeline')) !== full) differs += 1;
      const after = await seenBy(served, office.secret);
      await served.close();
      for (const [who, text] of before) expect(after.get(who), `${what}: ${who}`).toBe(text);
    }
    expect(differs).toBe(Object.keys(changed).length);
    forget(office.folder);
  });
});
