import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { langs } from '../../../src/web/words/lang.ts';
import { forms, kindOf } from '../../../src/web/record/forms/all.ts';
import { record, serve, signal } from '../server.ts';
import type { Asker, Served } from '../server.ts';
import { opened, send as sendForm } from './send.ts';

/** Recording over a real socket: what is sent is recorded once, or not at all. */

let served: Served;
beforeAll(async () => {
  served = await serve();
  await record(served, 'ada');
  await served.post('/api/families/ada/events', signal('ada', 'orange', { id: 'signal-1' }));
});
afterAll(() => served.close());

const send = (path: string, values: Parameters<typeof sendForm>[1], asker: Asker = served) =>
  sendForm(path, values, asker);

const open = async (path: string) => opened(await served.get(path));
const checkIn = '/families/ada/record/monitor-checked-in';
const seen = {
  party: 'party:school',
  agreement: 'a1',
  result: 'kept',
  personsSeen: 'person:ada',
  childAlone: 'yes',
  joint: 'no',
  worry: '0',
  source: 'observed',
};

const eventsOf = async () =>
  (await served.get('/families/ada/timeline')).text.match(/id="e-[^"]+"/g)?.length ?? 0;

it('records a check-in once, however often it is sent, and says what it changed', async () => {
  const values = { ...(await open(`${checkIn}?agreement=a1&party=party:school&back=coverage`)), ...seen };
  const before = await served.position();
  const told = await send(`${checkIn}?back=coverage`, values);
  expect(told.status).toBe(303);
  expect(told.headers['location']).toMatch(/^\/families\/ada\/coverage\?after=\d+&done=form-[0-9a-f]{32}$/);
  expect((await send(`${checkIn}?back=coverage`, values)).headers['location']).toBe(told.headers['location']);
  expect(await served.position()).toBe(before + 1);
  const page = await served.get(String(told.headers['location']));
  expect(page.status).toBe(200);
  expect(page.text).toContain('Bericht van een monitor');
  expect(page.text).toMatch(/href="\/families\/ada\/facts\/form-[0-9a-f]{32}\/correct"/);
});

it('prefills what is known: the only agreement, and the times', async () => {
  const values = await open(checkIn);
  expect(values['agreement']).toEqual(['a1']);
  expect(values['result']).toBeUndefined();
  expect(values['reported-year']?.[0]).toMatch(/^\d{4}$/);
});

it('records nothing of a wrong entry, keeps what was filled in, and leads to each field', async () => {
  const before = await eventsOf();
  const told = await send(checkIn, {
    ...(await open(checkIn)),
    ...seen,
    result: '',
    'occurred-month': '13',
    text: 'Ze lachte.',
  });
  expect(told.status).toBe(422);
  expect(told.text).toContain('href="#result"');
  expect(told.text).toContain('href="#occurred-day"');
  expect(told.text).toMatch(/<div id="errors" tabindex="-1" autofocus/i);
  expect(told.text).toContain('Ze lachte.');
  expect(told.text).toContain('<title>Fout: ');
  expect(await eventsOf()).toBe(before);
});

it('refuses the future with the next step', async () => {
  const told = await send(checkIn, { ...(await open(checkIn)), ...seen, 'occurred-year': '2999' });
  expect(told.status).toBe(422);
  expect(told.text).toContain('dit ligt in de toekomst');
});

it('asks which of two hours is meant, and knows the hour that never was', async () => {
  const values = { ...(await open(checkIn)), ...seen, 'occurred-time': '02:30' };
  const doubled = { ...values, 'occurred-day': '26', 'occurred-month': '10', 'occurred-year': '2025' };
  const asked = await send(checkIn, doubled);
  expect(asked.status).toBe(422);
  expect(asked.text).toContain('De tweede keer (wintertijd)');
  expect((await send(checkIn, { ...doubled, 'occurred-hour': 'second' })).status).toBe(303);
  const skipped = { ...values, 'occurred-day': '30', 'occurred-month': '3', 'occurred-year': '2025' };
  expect((await send(checkIn, skipped)).text).toContain('deze tijd bestond niet');
});

it('shows what was recorded meanwhile before a decision is recorded, and records it when asked again', async () => {
  const path = '/families/ada/record/relapse-judged';
  const values = {
    ...(await open(`${path}?candidate=signal-1`)),
    relapse: 'yes',
    source: 'observed',
    'occurred-day': '1',
    'occurred-month': '3',
    'occurred-year': '2026',
    judges: 'party:team',
  };
  await served.post('/api/families/ada/events', signal('ada', 'green', { id: 'meanwhile' }));
  const before = await served.position();
  const told = await send(path, values);
  expect(told.status).toBe(409);
  expect(told.text).toContain('Intussen is er iets anders vastgelegd');
  expect(told.text).toContain('#e-meanwhile');
  expect(told.text).toContain('Toch vastleggen');
  expect(await served.position()).toBe(before);
  expect((await send(path, opened(told))).status).toBe(303);
});

it('says in Dutch why something is refused', async () => {
  const path = '/families/ada/record/monitor-checked-in';
  const told = await send(path, { ...(await open(path)), ...seen, party: 'party:team' });
  expect(told.status).toBe(422);
  expect(told.text).toContain('Deze partij heeft nooit ja gezegd');
});

it('asks once more who may not see what a child told about somebody who used violence', async () => {
  const path = '/families/ada/record/incident-recorded';
  const values = {
    ...(await open(path)),
    kinds: 'verbal',
    by: 'person:father',
    against: 'person:ada',
    source: 'child_said',
    'occurred-day': '2',
    'occurred-month': '3',
    'occurred-year': '2026',
  };
  const asked = await send(path, values);
  expect(asked.status).toBe(422);
  expect(asked.text).toContain('Kijk nog een keer wie dit niet mag zien');
  const again = opened(asked);
  expect(again['hiddenFrom']).toEqual(['person:father']);
  const told = await send(path, again);
  expect(told.status).toBe(303);
  const page = await served.get(String(told.headers['location']));
  expect(page.text).toMatch(/Nieuw alarm/);
  expect((await open(path))['hiddenFrom']).toEqual(['person:father']);
});

it('makes an agreement, its condition, the consents and the path in one command', async () => {
  const path = '/families/ada/record/safety-agreement-made';
  const before = await served.position();
  const told = await send(path, {
    ...(await open(path)),
    condition: 'new',
    actor: 'person:father',
    action: 'calls_in_time',
    timing: 'on_trigger',
    critical: 'yes',
    'condition.protects': 'person:ada',
    'condition.horizon': 'direct',
    'condition.bottomLine': 'no',
    'consents.person:father': 'alone',
    'rungs.0.to': 'party:school',
    'rungs.0.ackMinutes': '30',
    'rungs.0.hours': 'office',
    'rungs.0.accepted': 'yes',
    text: 'Belt tante Els.',
  });
  expect(told.status).toBe(303);
  expect(await served.position()).toBe(before + 4);
});

describe('a correction', () => {
  it('shows the old content with its words, and takes its place', async () => {
    const made = await send(checkIn, {
      ...(await open(checkIn)),
      ...seen,
      party: 'party:school',
      text: 'Oud.',
    });
    const id = /done=([\w-]+)/.exec(String(made.headers['location']))?.[1] ?? '';
    await served.get(String(made.headers['location']));
    const path = `/families/ada/facts/${id}/correct`;
    const values = await open(path);
    expect(values).toMatchObject({ result: ['kept'], text: ['Oud.'], party: ['party:school'] });
    const told = await send(path, { ...values, result: 'broken', text: 'Nieuw.' });
    expect(told.status).toBe(303);
    expect((await served.get(String(told.headers['location']))).status).toBe(200);
    expect((await served.get('/families/ada/timeline')).text).toContain('vervangen');
  });

  it('of what nobody recorded is not there', async () => {
    expect((await served.get('/families/ada/facts/nothing/correct')).status).toBe(404);
  });
});

it('retracts with a reason, after showing what changes', async () => {
  const path = '/families/ada/facts/signal-1/retract';
  const page = await served.get(path);
  expect(page.text).toContain('Wat er dan verandert');
  expect(Object.keys(opened(page))).toEqual([
    'key',
    'seen',
    'opened',
    'pass',
    'target',
    'approvedBy',
    'text',
  ]);
  const told = await send(path, {
    ...opened(page),
    reason: 'duplicate',
    approvedBy: 'party:school',
    target: 'meanwhile',
  });
  expect(told.status).toBe(303);
  await served.get(String(told.headers['location']));
  const { json } = await served.get('/api/families/ada/timeline');
  const entries = Object.values(json).find(Array.isArray) as { id: string; state: string }[];
  expect(entries.find(({ id }) => id === 'signal-1')?.state).toBe('retracted');
});

describe.each(langs)('in %s', (lang) => {
  it('shows every form as one page: one h1, no heading skipped, every id once, nothing undefined', async () => {
    const paths = [
      '/families/ada/record',
      ...forms.map(({ type }) => `/families/ada/record/${kindOf(type)}`),
    ];
    for (const path of paths) {
      const { status, text } = await served.get(`${path}?lang=${lang}`);
      expect([path, status]).toEqual([path, 200]);
      const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels.filter((level) => level === 1)).toEqual([1]);
      const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      expect(text).not.toContain('undefined');
      for (const [, target] of text.matchAll(/<label[^>]* for="([^"]*)"/g)) expect(ids).toContain(target);
    }
  });
});

it('refuses a form that does not exist, and a field that nobody reads', async () => {
  expect((await served.get('/families/ada/record/nothing')).status).toBe(404);
  expect((await served.get(`${checkIn}?nonsense=1`)).status).toBe(400);
});

describe('a form that cannot be recorded because the session has ended', () => {
  const path = '/families/ada/record/contact-held';
  const said = { party: 'party:team', with: 'person:father', joint: 'no', source: 'observed' };

  it('is kept for whose form it was, opened again after signing in, and recorded once', async () => {
    const mark = await served.as('tester');
    const form = opened(await mark.get(path));
    await mark.ask('POST', '/logout', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    });
    const before = await served.position();
    const told = await send(path, { ...form, ...said, text: 'Ze sliep slecht.' }, mark);
    expect(told.status).toBe(303);
    const next = new URL(String(told.headers['location']), served.address).searchParams.get('next') ?? '';
    expect(next).toMatch(/^\/families\/ada\/record\/contact-held\?draft=[\w-]+$/);
    expect(await served.position()).toBe(before);
    const again = await served.as('tester');
    const kept = await again.get(next);
    expect(kept.text).toContain('Ze sliep slecht.');
    expect(kept.text).toContain('Dit vulde u eerder in.');
    expect((await again.get('/families/ada/record')).text).toContain('U had nog iets openstaan');
    expect((await (await served.as('team')).get(next)).text).not.toContain('Ze sliep slecht.');
    expect((await send(path, opened(kept), again)).status).toBe(303);
    expect(await served.position()).toBe(before + 1);
    expect((await again.get('/families/ada/record')).text).not.toContain('U had nog iets openstaan');
  });

  it('opens in the language in which it was filled in', async () => {
    const mark = await served.as('tester');
    const form = opened(await mark.get(`${path}?lang=en`));
    await mark.ask('POST', '/logout', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    });
    const told = await send(`${path}?lang=en`, { ...form, ...said }, mark);
    const door = new URL(String(told.headers['location']), served.address).searchParams;
    expect(door.get('lang')).toBe('en');
    const next = door.get('next') ?? '';
    expect(next).toMatch(/^\/families\/ada\/record\/contact-held\?draft=[\w-]+&lang=en$/);
    const again = await served.as('tester');
    expect((await again.get(next)).text).toContain('You filled this in earlier.');
    expect((await again.get('/families/ada/record?lang=en')).text).toContain(next.replaceAll('&', '&amp;'));
  });

  it('is not kept for who sends a form that was never opened', async () => {
    const told = await send(path, { key: 'a-guessed-key', pass: 'AAAA', text: 'x' }, served.asNobody);
    expect(String(told.headers['location'])).not.toContain('draft');
  });
});
