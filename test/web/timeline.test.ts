import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { life } from '../../scripts/bench/invented.ts';
import type { Day } from '../../src/domain/calendar.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import { readEventFile } from '../../src/domain/event-file.ts';
import { parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { closest } from '../../src/web/timeline/clusters.ts';
import { histories, textOf } from '../support/histories.ts';
import type { Views } from '../../src/read/views.ts';
import { timelinePages } from '../support/timeline-pages.ts';
import type { TimelinePages } from '../support/timeline-pages.ts';
import { runs } from '../laws/asking.ts';

/** The timeline shows what was known, all of it, and nothing that was recorded later. */

const instant = (text: string): Instant => parseInstant(text) as Instant;
const farLater = instant('2040-01-01T00:00:00Z');

const scenario = (file: string): readonly PlanEvent[] =>
  readEventFile(
    textOf(
      (JSON.parse(readFileSync(join(import.meta.dirname, '../scenarios', file), 'utf8')) as Told).events,
    ),
  ).events;
interface Told {
  readonly events: readonly object[];
}
const faber = () =>
  timelinePages(scenario('04-told-seven-weeks-later.json'), 'fam-faber', instant('2025-06-01T12:00:00Z'));

const viewpoint = (at: string, knownAt: string) =>
  `at=${encodeURIComponent(at)}&known-at=${encodeURIComponent(knownAt)}`;

/** Everybody is called after the record that named them, so that a later name is another name. */
const named = (events: readonly PlanEvent[]): readonly PlanEvent[] =>
  events.map((event) => {
    if (event.type === 'PersonJoined')
      return { ...event, sealed: { [event.data.person]: `Naam ${event.id}` } };
    return event.type === 'PartyInvolved'
      ? { ...event, sealed: { [event.data.party]: `Naam ${event.id}` } }
      : event;
  });

/** What the pages say from a viewpoint: drawing, table, one window, English, side by side, and one fact. */
async function pagesFrom(pages: TimelinePages, at: string, knownAt: string, fact: string) {
  const from = viewpoint(at, knownAt);
  const known = encodeURIComponent(knownAt);
  return {
    drawing: await pages.timeline(from),
    table: await pages.timeline(`${from}&view=table`),
    window: await pages.timeline(`${from}&from=2025-01-01&until=2025-03-01`),
    then: await pages.timeline(`${from}&toen=1`),
    english: await pages.timeline(`${from}&lang=en`),
    compared: await pages.compare(`${from}&at2=${known}&known-at2=${known}`),
    fact: await pages.fact(fact, from),
  };
}

it('P1: shows nothing that was recorded after the instant of knowledge, not one byte', async () => {
  await fc.assert(
    fc.asyncProperty(histories({ viewpoints: 2 }), async ({ events, viewpoints }) => {
      const accepted = named(readEventFile(textOf(events)).events);
      const whole = await timelinePages(accepted, 'fam-a', farLater);
      for (const { at, knownAt } of viewpoints) {
        const known = accepted.filter((event) => instant(event.recordedAt) <= instant(knownAt));
        const first = known.find(({ family }) => family === 'fam-a');
        if (!first) continue;
        const cut = await timelinePages(known, 'fam-a', farLater);
        expect(await pagesFrom(whole, at, knownAt, first.id)).toEqual(
          await pagesFrom(cut, at, knownAt, first.id),
        );
        cut.close();
      }
      whole.close();
    }),
    runs(25),
  );
}, 120_000);

type Leak = (views: Views) => Partial<Views>;
const leaks: Readonly<Record<string, Leak>> = {
  'names of now': (views) => ({ names: (family) => views.names(family, farLater) }),
  'corrections of now': (views) => ({ timeline: (family) => views.timeline(family, farLater) }),
  'bands of now': (views) => ({ history: (family) => views.history(family, farLater) }),
  'statuses of now': (views) => ({
    status: (family, { at }) => views.status(family, { at, knownAt: farLater }),
  }),
};

it.each(Object.entries(leaks))('P1 catches planted %s', async (_, leak) => {
  const at = '2025-04-01T12:00:00+02:00';
  const told = scenario('04-told-seven-weeks-later.json');
  const [first] = told;
  const corrected = { ...first, id: 'fa-99', supersedes: 'fa-01', recordedAt: '2025-05-02T10:00:00+02:00' };
  const events = named([...told, corrected as PlanEvent]);
  const known = events.filter(({ recordedAt }) => instant(recordedAt) <= instant(at));
  const cut = await timelinePages(known, 'fam-faber', farLater);
  const sound = await timelinePages(events, 'fam-faber', farLater);
  const leaking = await timelinePages(events, 'fam-faber', farLater, (views) => ({
    ...views,
    ...leak(views),
  }));
  const wanted = await pagesFrom(cut, at, at, 'fa-01');
  expect(await pagesFrom(sound, at, at, 'fa-01')).toEqual(wanted);
  expect(await pagesFrom(leaking, at, at, 'fa-01')).not.toEqual(wanted);
  for (const pages of [cut, sound, leaking]) pages.close();
});

it('tells the position of the log only on a page that looks at now', async () => {
  const pages = await faber();
  const now = await pages.timeline('');
  expect(now).toContain('Stand van het logboek:');
  expect(now).toContain('data-seen=');
  const past = await pagesFrom(pages, '2025-04-01T12:00+02:00', '2025-04-01T12:00+02:00', 'fa-01');
  for (const text of Object.values(past)) {
    expect(text).not.toContain('Stand van het logboek');
    expect(text).not.toContain('Position of the log');
    expect(text).not.toContain('data-seen');
    expect(text).not.toContain('live.js');
  }
  pages.close();
});

it('L6: tells an incident of 3 March only from 24 April on, and says that it came seven weeks later', async () => {
  const pages = await faber();
  const before = await pages.timeline(viewpoint('2025-04-01T12:00+02:00', '2025-04-24T08:59+02:00'));
  expect(before).not.toContain('fa-28');
  expect(before).not.toContain('Incident:');
  expect(before).not.toContain('7 weken later');
  const after = await pages.timeline(viewpoint('2025-04-01T12:00+02:00', '2025-04-24T09:00+02:00'));
  expect(after).toContain('Incident: lichamelijk, 3 mrt 2025 21:00, 7 weken later vastgelegd');
  expect(after).toContain('Onveilig: 3 mrt 2025 21:00 tot loopt nog');
  pages.close();
});

it('names the gap in sight and since when', async () => {
  const pages = await faber();
  const text = await pages.timeline(viewpoint('2025-04-20T12:00+02:00', '2025-04-20T12:00+02:00'));
  expect(text).toContain('Geen vers, onafhankelijk zicht: 25 feb 2025 14:00 tot 12 mrt 2025 18:00');
  expect(text).toContain('Onbekend: 25 feb 2025 14:00 tot 12 mrt 2025 18:00');
  pages.close();
});

it('shows under the band what was thought then, where it is known otherwise now', async () => {
  const pages = await faber();
  const from = viewpoint('2025-05-01T12:00+02:00', '2025-05-01T12:00+02:00');
  expect(await pages.timeline(from)).not.toContain('toen: ');
  const text = await pages.timeline(`${from}&toen=1`);
  expect([...text.matchAll(/<title>(toen: [^<]*)</g)].map(([, title]) => title)).toEqual([
    'toen: Onbekend: 3 mrt 2025 21:00 tot 12 mrt 2025 18:00',
    'toen: Direct veilig: 12 mrt 2025 18:00 tot 8 apr 2025 14:00',
    'toen: Onbekend: 8 apr 2025 14:00 tot 24 apr 2025 09:00',
  ]);
  pages.close();
});

it('draws every shape as a surface: a line has nothing to fill', async () => {
  const pages = await faber();
  const outlines = [...(await pages.timeline('')).matchAll(/<path id="shape-(\w+)" d="([^"]*)"/g)];
  expect(outlines).toHaveLength(14);
  for (const [, shape, d] of outlines) expect(`${shape ?? ''} ${d ?? ''}`).toMatch(/[ZA]/);
  pages.close();
});

it('compares what was known on 1 April then and later', async () => {
  const pages = await faber();
  const text = await pages.compare(
    `${viewpoint('2025-04-01T12:00+02:00', '2025-04-01T12:00+02:00')}&at2=2025-04-01T12:00&known-at2=2025-04-25T12:00`,
  );
  expect(text).toContain('Incident: lichamelijk, 3 mrt 2025 21:00, 7 weken later vastgelegd');
  expect(text.match(/class="known-added"/g)).toHaveLength(1);
  expect(text).toContain('>L1</span>');
  expect(text).not.toContain('>D1</span>');
  pages.close();
});

it('opens one fact: what, when, by whom, and what became of it', async () => {
  const pages = await faber();
  const text = await pages.fact('fa-28');
  for (const words of ['22 apr 2025 10:00', '24 apr 2025 09:00', 'kind vertelde', '7 weken later vastgelegd'])
    expect(text).toContain(words);
  await expect(pages.fact('fa-28', 'known-at=2025-04-01T12:00')).rejects.toThrow('no-such-fact');
  pages.close();
});

it('reads back what was recorded in the words of the form, with names and without names of fields', async () => {
  const pages = await faber();
  const records = pages.views.records('fam-faber' as FamilyId);
  for (const { record } of records) {
    const text = await pages.fact(record.id);
    const content = text.slice(text.indexOf('class="fields"'), text.indexOf('<h3>'));
    const labels = [...content.matchAll(/<dt>([^<]*)<\/dt>/g)].map(([, label]) => label);
    for (const name of Object.keys(record.data)) expect(labels).not.toContain(name);
    expect(content).not.toMatch(/person:|party:|undefined/);
  }
  const text = await pages.fact('fa-28');
  expect(text).toContain('<dt>Wat voor geweld?</dt><dd>lichamelijk (slaan, schoppen, duwen)</dd>');
  expect(text).not.toContain('against');
  pages.close();
});

const marksIn = (text: string) =>
  [...text.matchAll(/<a class="mark[^"]*" href="[^"]*" aria-label="([^"]*)" data-fact="([^"]*)"/g)].map(
    ([, label, id]) => `${id ?? ''} ${label ?? ''}`,
  );
const barsIn = (text: string) => [...text.matchAll(/data-bar="([^"]*)"/g)].map(([, id]) => id ?? '');
const rowsIn = (text: string) =>
  [...text.matchAll(/data-row="([^"]*)">([^<]*)</g)].map(([, id, label]) => `${id ?? ''} ${label ?? ''}`);

it('shows the same facts in the drawing and in the table, in the same words', async () => {
  const pages = await faber();
  const text = await pages.timeline(
    `${viewpoint('2025-05-01T12:00Z', '2025-05-01T12:00Z')}&from=2025-03-01&until=2025-03-31`,
  );
  const marks = new Set(marksIn(text));
  const idsOf = (lines: Iterable<string>) => [...lines].map((line) => line.split(' ')[0] ?? '');
  expect(text.match(/data-count=/g)).toBeNull();
  expect(idsOf(marks).sort()).toEqual(['fa-22', 'fa-23', 'fa-24', 'fa-25', 'fa-26', 'fa-27', 'fa-28']);
  expect([...new Set([...idsOf(marks), ...barsIn(text)])].sort()).toEqual(idsOf(rowsIn(text)).sort());
  expect(rowsIn(text)).toEqual(expect.arrayContaining([...marks]));
  pages.close();
});

it('keeps 5,000 facts readable: no two signs of a row lie too close, and clusters count them all', async () => {
  const events = life(longest(), '2014-01-01' as Day).slice(0, 5000);
  const family = (events[0] as PlanEvent).family;
  const pages = await timelinePages(events, family, instant('2026-11-01T00:00:00Z'));
  const text = await pages.timeline('');
  const rows = new Map<string, number[]>();
  for (const [, x = '', y = ''] of text.matchAll(/<use href="#shape-\w+" x="([\d.]+)" y="([\d.]+)"/g))
    rows.set(y, [...(rows.get(y) ?? []), Number(x)]);
  for (const [, x = '', y = ''] of text.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="22"/g)) {
    const key = String(Number(y) + 10);
    rows.set(key, [...(rows.get(key) ?? []), Number(x) + 11]);
  }
  expect(rows.size).toBeGreaterThan(10);
  for (const places of rows.values()) {
    const sorted = places.sort((a, b) => a - b);
    const gaps = sorted.slice(1).map((x, index) => x - (sorted[index] ?? 0));
    expect(Math.min(Infinity, ...gaps)).toBeGreaterThanOrEqual(closest - 0.001);
  }
  expect(text.length).toBeLessThan(1_500_000);
  pages.close();
}, 60_000);

/** A family whose life is long enough. */
function longest(): number {
  for (let number = 0; number < 60; number += 1)
    if (life(number, '2014-01-01' as Day).length >= 5000) return number;
  throw new Error('no family of 5,000 events');
}
