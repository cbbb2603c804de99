import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlanEvent } from '../../src/domain/event.ts';
import { filterNames } from '../../src/web/family-filter.ts';
import { families } from '../../src/web/pages/families.tsx';
import { scenario, shown, storyDay, visitOf, wordsOf } from './day.ts';
import type { StoryDay } from './day.ts';

/** The list of families, of a few stories together on one day. */

const stories = [
  '05-all-parties-monitoring',
  '06-waiting-list-breaks-the-guarantee',
  '07-durable-safety',
  '39-silence-of-monitors',
  '48-order-of-the-queue',
  '54-who-stays-with-the-family',
];
/** The families of different stories have the same names now and then. */
const events: readonly PlanEvent[] = stories.flatMap((name, index) =>
  scenario(name).map((event) => {
    const family = `s${index}-${event.family}`;
    const text = JSON.stringify(event).replaceAll(event.family, family);
    return { ...(JSON.parse(text) as PlanEvent), id: `s${index}-${event.id}` } as PlanEvent;
  }),
);
const own = [...new Set(events.map(({ family }) => family))].sort();

let day: StoryDay;
beforeAll(async () => {
  day = await storyDay(events, '2025-05-12T17:30:00+02:00');
});
afterAll(() => day.close());

type Web = Parameters<typeof families>[0];
const none = { of: () => [], keep: () => true, forget: () => undefined } satisfies Web['saved'];
const ask = (query = '', ours: readonly string[] = own) =>
  shown(
    families({
      views: day.views,
      now: day.now,
      invented: { isInvented: false } as unknown as Web['invented'],
      saved: none,
    }),
    `/families${query}`,
    visitOf(ours),
  );
const html = async (query = '', ours: readonly string[] = own) => {
  const answer = await ask(query, ours);
  if (answer.kind !== 'page') throw new Error(JSON.stringify(answer));
  return answer.html;
};
const listed = (page: string): string[] =>
  [...page.matchAll(/<th scope="row" class="id"><a href="\/families\/([^"?]*)/g)].map(([, id]) => id ?? '');

/** Every family that a list shows, page after page. */
async function everyPage(query: string, ours: readonly string[] = own): Promise<string[]> {
  const found: string[] = [];
  for (let address: string | undefined = query; address !== undefined;) {
    const page = await html(address, ours);
    found.push(...listed(page));
    address = /rel="next" href="\/families([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  }
  return found;
}

it('every number is the length of the list behind its link', async () => {
  const page = await html();
  const links = [...page.matchAll(/<a href="\/families(\?[^"]*)"><span class="count">(\d+)<\/span>/g)].map(
    ([, query = '', count]) => [query.replaceAll('&amp;', '&'), Number(count)] as const,
  );
  expect(links.length).toBeGreaterThan(8);
  for (const [query, count] of links)
    expect([query, (await everyPage(query)).length]).toEqual([query, count]);
});

it('whoever reads: counts and lists are of the own families alone, and nobody appears twice or is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(own, { minLength: 1 }),
      fc.constantFrom('urgency', 'family', 'changed', 'soon', 'contact'),
      async (ours, sort) => {
        const all = await everyPage(`?sort=${sort}`, ours);
        expect([...all].sort()).toEqual([...ours].sort());
        const byStatus = await Promise.all(
          ['unsafe', 'unknown', 'direct', 'durable'].map((status) =>
            everyPage(`?status=${status}&sort=${sort}`, ours),
          ),
        );
        expect(byStatus.flat().sort()).toEqual([...ours].sort());
        const page = await html(`?sort=${sort}`, ours);
        for (const other of own.filter((family) => !ours.includes(family)))
          expect(page).not.toContain(`/${other}"`);
      },
    ),
    { numRuns: 25, seed: 2025 },
  );
});

it('shows what rests on the facts: the status, who is silent by name, what is due and what will change', async () => {
  const words = wordsOf(await ask('?q=fam-hofman'));
  expect(words).toContain('1 van ');
  expect(words).toContain('Onbekend niet vast te stellen; stilte is geen veiligheid');
  expect(words).toContain('De wachtlijstvrije garantie is gebroken');
  expect(words).toMatch(/\d nieuwe feiten in 7 dagen/);
  expect(words).toContain('jgz (vervanger: team)');
  const english = wordsOf(await ask('?q=fam-hofman&lang=en'));
  expect(english).toContain('The no-waitlist guarantee was broken');
  expect(english).toContain('jgz (deputy: team)');
});

it.each([
  [
    'help=breach',
    (status: Status) =>
      status.relapse.candidates.some(({ state, breaches }) => state !== 'closed' && breaches.length > 0),
  ],
  [
    'quiet=silent',
    (status: Status) =>
      status.coverage.agreements.some(({ monitors }) => monitors.some(({ state }) => state === 'silent')),
  ],
  ['urgency=acute', (status: Status) => status.alarms.some(({ urgency }) => urgency === 'acute')],
  ['alarm=C1', (status: Status) => status.alarms.some(({ rule }) => rule === 'C1')],
  ['help=not-guaranteed', (status: Status) => !status.relapse.guaranteed],
  ['contact=late', (status: Status) => (status.continuity.contactDue ?? '9') <= '2025-05-12T15:30:00.000Z'],
])('%s finds those of which the status says so', async (query, isWanted) => {
  const wanted = own.filter((family) => {
    const status = day.views.status(family, { at: day.now(), knownAt: day.now() });
    return status !== null && isWanted(status);
  });
  expect((await everyPage(`?${query}`)).sort()).toEqual(wanted);
});
type Status = NonNullable<ReturnType<StoryDay['views']['status']>>;

it('refuses a choice that it does not know, and names it', async () => {
  for (const query of ['status=safe', 'quiet=yes', 'changed=x', 'sort=best', 'alarm=%3Cb%3E']) {
    const answer = await ask(`?${query}`);
    expect([query, answer.kind === 'problem' && answer.path]).toEqual([query, query.split('=')[0]]);
  }
});

it('keeps every choice in the address of the next page, of the other language and of a saved view', async () => {
  const page = await html('?status=unknown&sort=contact&changed=14');
  expect(page).toContain('href="/families?status=unknown&amp;changed=14&amp;sort=contact&amp;lang=en"');
  expect(page).toContain('name="view" value="status=unknown&amp;changed=14&amp;sort=contact"');
  expect(filterNames).toContain('changed');
});

it('at another moment shows the families as they stood, without numbers of now', async () => {
  const words = wordsOf(await ask('?at=2025-05-09T18:00:00Z&known-at=2025-05-09T18:00:00Z&q=fam-hofman'));
  expect(words).toContain('U kijkt niet naar nu.');
  expect(words).not.toContain('In één blik');
  expect(words).not.toContain('De wachtlijstvrije garantie is gebroken');
});
