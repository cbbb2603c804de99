import { afterEach, expect, it } from 'vitest';
import type { PlanEvent } from '../../src/domain/event.ts';
import { queue } from '../../src/web/pages/queue.tsx';
import { scenario, shown, storyDay, visitOf, wordsOf } from './day.ts';
import type { StoryDay } from './day.ts';

/** Who needs help now, as the page says it on fixed days. */

const invented = { isInvented: false } as unknown as Parameters<typeof queue>[0]['invented'];

let day: StoryDay;
afterEach(() => day.close());

async function open(events: readonly PlanEvent[], at: string) {
  day = await storyDay(events, at);
  const families = [...new Set(events.map(({ family }) => family))];
  return async (url = '/queue', own: readonly string[] = families) =>
    shown(queue({ views: day.views, invented }), url, visitOf(own));
}

it('06: an orange signal on Friday, before anybody judged it: what is due when, and who is on it', async () => {
  const ask = await open(scenario('06-waiting-list-breaks-the-guarantee'), '2025-05-10T12:00:00+02:00');
  const words = wordsOf(await ask());
  expect(words).toContain('1 gezin heeft nu hulp nodig');
  expect(words).toContain('Oranje signaal van father (verslaving). Sinds 9 mei 2025 17:00.');
  expect(words).toContain('Contact uiterlijk 10 mei 2025 17:00 nog 5 uur');
  expect(words).toContain('Hulp uiterlijk 12 mei 2025 17:00 nog 2 dagen');
  expect(words).toContain('Wie is ermee bezig Op een wachtlijst bij clinic, 10 mei 2025 11:00');
  expect(words).toContain('Op een wachtlijst gezet, hoe die ook heet, 10 mei 2025 11:00');
  expect(words).toContain('Afgesproken helpers geen vastgelegd in een signaleringsplan');
  expect(words).toContain('Vaste professional jgz (vervanger: team)');
});

it('06: time alone makes it late, said with how long; in English too', async () => {
  const ask = await open(scenario('06-waiting-list-breaks-the-guarantee'), '2025-05-10T12:00:00+02:00');
  await ask();
  await day.goTo('2025-05-12T17:30:00+02:00');
  expect(wordsOf(await ask())).toContain('Hulp uiterlijk 12 mei 2025 17:00 30 minuten te laat');
  expect(wordsOf(await ask())).toContain('Contact uiterlijk 10 mei 2025 17:00 2 dagen te laat');
  const english = wordsOf(await ask('/queue?lang=en'));
  expect(english).toContain('Orange signal of father (addiction). Since 9 May 2025 17:00.');
  expect(english).toContain('12 May 2025 17:00 30 minutes overdue');
  expect(english).toContain('Help did not start in time');
});

it('06: once help has started the family stays in sight, below, with its breaches', async () => {
  const ask = await open(scenario('06-waiting-list-breaks-the-guarantee'), '2025-05-12T19:00:00+02:00');
  const words = wordsOf(await ask());
  expect(words).toContain('0 gezinnen hebben nu hulp nodig');
  expect(words).toContain('Dat zegt niets over wat we niet zien.');
  expect(words).toContain('Garantie gebroken, hulp is begonnen (1)');
  expect(words).toContain('outreach is met hulp begonnen, 12 mei 2025 18:00');
});

it('48: the order of the page is the order of R8', async () => {
  const events = scenario('48-order-of-the-queue');
  const last =
    events
      .map(({ recordedAt }) => recordedAt)
      .sort()
      .at(-1) ?? '';
  const ask = await open(events, last);
  const answer = await ask();
  const { rows } = day.views.queue();
  expect(rows.length).toBeGreaterThan(1);
  const now = wordsOf(answer).split('Vroege signalen')[0] ?? '';
  const places = rows.map(({ family }) => now.indexOf(` ${family} `));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

it('shows nobody a family that is not theirs, also not as a number', async () => {
  const ask = await open(scenario('48-order-of-the-queue'), '2026-01-01T00:00:00+01:00');
  const [own] = day.views.queue().rows.slice(-1);
  const answer = await ask('/queue', [own?.family ?? '']);
  expect(wordsOf(answer)).toContain('1 gezin heeft nu hulp nodig');
  const others = day.views.families().filter((family) => family !== own?.family);
  for (const family of others) expect(JSON.stringify(answer)).not.toContain(family);
});

it.each(['53-declined-help', '48-order-of-the-queue', '06-waiting-list-breaks-the-guarantee'])(
  '%s: every open, declined or broken relapse stands somewhere on the page',
  async (name) => {
    const events = scenario(name);
    const times = [...new Set(events.map(({ recordedAt }) => recordedAt))].sort();
    const ask = await open(events, times[0] ?? '');
    for (const at of times.slice(1)) {
      await day.goTo(at);
      const answer = await ask();
      if (answer.kind !== 'page') throw new Error(at);
      const wanted = day.views.families().flatMap((family) => {
        const status = day.views.status(family, { at: day.now(), knownAt: day.now() });
        const candidates = status?.relapse.candidates ?? [];
        return candidates.some(
          ({ state, breaches }) =>
            state === 'open' || state === 'declined' || (state === 'help_started' && breaches.length > 0),
        )
          ? [family]
          : [];
      });
      const seen = [...answer.html.matchAll(/<article class="case" aria-label="([^"]*)"/g)].map(
        ([, id]) => id,
      );
      expect([at, [...new Set(seen)].sort()]).toEqual([at, wanted]);
    }
  },
);
