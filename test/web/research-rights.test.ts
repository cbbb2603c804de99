import { afterAll, beforeAll, expect, it } from 'vitest';
import { fact, record, serve } from './server.ts';
import type { Served } from './server.ts';
import { opened, send } from './record/send.ts';

/** A family member objects to research, comes back on it, and sees what was shared. */

let served: Served;
beforeAll(async () => {
  served = await serve();
  await record(served, 'ada');
});
afterAll(() => served.close());

const form = '/families/ada/record/research-objection-recorded';
const page = async (path = '/families/ada') => (await served.get(path)).text;
const section = (text: string) => /<section aria-labelledby="research">.*?<\/section>/s.exec(text)?.[0];

const safetyIn = (text: string) => (JSON.parse(text) as { safety: object }).safety;

it('given a family of which nothing about research is known, then its page says nothing of it', async () => {
  expect(section(await page())).toBeUndefined();
  expect(await page('/families/ada/record')).toContain(`href="${form}"`);
});

it('given an objection by the form, then the page shows it, nothing else changes, and it can be taken back', async () => {
  const before = await served.get('/api/families/ada/status');
  expect((await served.get(form)).text).toContain('Het hele gezin blijft dan buiten elk nieuw onderzoek');
  const values = { ...opened(await served.get(form)), person: 'person:father', source: 'adult_said' };
  const told = await send(form, values, served);
  expect(told.status).toBe(303);
  const shown = section(await page(String(told.headers['location'])));
  expect(shown).toContain('Bezwaar van father tegen gebruik voor onderzoek');
  expect(shown).toContain('Dit gezin doet niet mee aan nieuw onderzoek');
  const after = await served.get('/api/families/ada/status');
  expect(safetyIn(after.text)).toEqual(safetyIn(before.text));

  const id = /\/facts\/(form-[0-9a-f]{32})\/retract/.exec(shown ?? '')?.[1] ?? '';
  const retract = `/families/ada/facts/${id}/retract`;
  const asked = await served.get(retract);
  expect(asked.text).toContain('het bezwaar geldt niet meer');
  const back = await send(
    retract,
    { ...opened(asked), reason: 'never_happened', approvedBy: 'party:team' },
    served,
  );
  expect(back.status).toBe(303);
  expect(section(await page(String(back.headers['location']).replace(/&done.*/, '')))).toBeUndefined();
});

it('given an objection for nobody of the family, then it is refused with the next step', async () => {
  const values = { ...opened(await served.get(form)), person: 'person:friend', source: 'adult_said' };
  expect((await send(form, values, served)).status).toBe(422);
  const told = await served.post(
    '/api/families/ada/events',
    fact('ada', 'ResearchObjectionRecorded', { person: 'person:friend' }, { id: 'objection-x' }),
  );
  expect(told.status).toBe(422);
  expect(told.text).toContain('unknown-person');
});

it('given a disclosure that the software noted, then the page says with whom and why, and nobody can change it', async () => {
  const shared = { release: 'release-1', recipient: 'university-a', purpose: 'evaluation', position: 12 };
  await served.post(
    '/api/families/ada/events',
    fact('ada', 'ResearchDisclosureRecorded', shared, { id: 'shared-1', by: 'system', source: 'document' }),
  );
  const shown = section(await page());
  expect(shown).toContain('Gedeeld voor onderzoek met university-a, voor evaluation');
  expect(shown).toContain('Niemand in dit gezin heeft bezwaar');
  expect(shown).toContain('Wmo 2015, artikel 5.3.6');
  const told = await page('/families/ada/facts/shared-1');
  expect(told).toContain('Waakvlam zelf');
  expect(told).toContain('Voor wie');
  expect(told).not.toContain('/facts/shared-1/retract');
  expect((await served.get('/families/ada/facts/shared-1/retract')).status).toBe(409);
  expect((await served.get('/families/ada/facts/shared-1/correct')).status).toBe(409);
  expect(await page('/families/ada/timeline')).toContain('Gegevens gedeeld voor onderzoek');
});
