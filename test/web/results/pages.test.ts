import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../server.ts';
import type { Asker, Served } from '../server.ts';
import { htmlFaults } from '../sweep/look.ts';
import { cohort, lab, placeResults, projection, tableOf } from './examples.ts';

/** Results as researchers and those who make policy are shown them. */

let served: Served;
let researcher: Asker;
let policy: Asker;
beforeAll(async () => {
  served = await serve();
  researcher = await served.as('researcher');
  policy = await served.as('policy');
});
afterAll(() => served.close());

it('says how a result is made as long as there is none', async () => {
  for (const [asker, path] of [
    [researcher, '/research'],
    [policy, '/policy?lang=en'],
  ] as const) {
    const { status, text } = await asker.get(path);
    expect(status).toBe(200);
    expect(text).toContain('waakvlam -- cohort RELEASE --at T0,T12,T18 --out 2026-cohort.json');
  }
});

describe('with results in the folder', () => {
  beforeAll(() => {
    placeResults(served.folder, { 'cohort.json': cohort, 'lab-2.json': lab, 'own.json': projection });
    placeResults(served.folder, {
      'broken.json': '{"secret-of-somebody',
      'other.json': { name: 'SECRET' },
      'later.json': { format: 'waakvlam-result', version: 2 },
      'small.json': { ...cohort, tables: [few] },
      'twice.json': { ...cohort, tables: [cohort.tables[0], cohort.tables[0]] },
      'large.json': JSON.stringify({ ...cohort, release: 'x'.repeat(1024 * 1024) }),
      'Not A Name.json': cohort,
      '.cohort.json.tmp': cohort,
    });
    const folder = join(served.folder, 'results');
    mkdirSync(join(folder, 'folder.json'));
    writeFileSync(join(served.folder, 'elsewhere.json'), JSON.stringify(cohort));
    symlinkSync(join(served.folder, 'elsewhere.json'), join(folder, 'link.json'));
  });

  it('lists them for both roles, and refuses files with words and never with what stands in them', async () => {
    const { text } = await researcher.get('/research');
    for (const name of ['cohort', 'lab-2', 'own']) expect(text).toContain(`href="/results/${name}"`);
    expect(text).toContain('default, strenger');
    expect((await policy.get('/policy')).text).toContain('href="/results/cohort"');
    const reasons = {
      broken: 'geen JSON',
      other: 'geen bestand met uitkomsten',
      later: 'andere versie',
      small: 'te klein zijn om te tonen',
      twice: 'passen niet bij de indeling',
      large: 'te groot',
      folder: 'een map of een verwijzing',
      link: 'een map of een verwijzing',
    };
    for (const [name, words] of Object.entries(reasons)) {
      const row = text.split(`<code>${name}.json</code>`)[1]?.split('</tr>')[0];
      expect(row, name).toContain(words);
    }
    expect(text).toContain('Er staat ook 1 bestand met een naam die niet wordt gelezen.');
    expect(text).not.toMatch(/SECRET|secret-of/);
    for (const name of Object.keys(reasons))
      expect((await researcher.get(`/results/${name}`)).status).toBe(404);
  });

  it.each(['..%2Felsewhere', 'COHORT', 'cohort.json', '.', '%00', 'nothing'])(
    'knows no result by the name %s',
    async (name) => {
      expect((await policy.get(`/results/${name}`)).status).toBeGreaterThanOrEqual(303);
      expect((await policy.get(`/results/${name}`)).text).not.toContain('2026-11-noord');
    },
  );

  it.each([
    ['cohort', 'nl'],
    ['cohort', 'en'],
    ['lab-2', 'nl'],
    ['own', 'nl'],
  ])('shows %s in %s as valid markup without style or script in it', async (name, lang) => {
    const { status, text } = await policy.get(`/results/${name}?lang=${lang}`);
    expect(status).toBe(200);
    expect(text).not.toMatch(/<script(?! src=)|<style| style=| on[a-z]+=|NaN|undefined|Infinity/);
    expect([...text.matchAll(/<table/g)].length).toBe([...text.matchAll(/<caption/g)].length);
    expect(await htmlFaults(text)).toEqual([]);
  });

  it('names what is hidden in the plot and in the table, and never shows it as a number', async () => {
    const { text } = await policy.get('/results/cohort');
    const [, section = ''] = text.split('id="table-violence_stopped"');
    const [own = ''] = section.split('</section>');
    expect([...own.matchAll(/minder dan 10: niet getoond/g)]).toHaveLength(2);
    expect([...own.matchAll(/class="plot-hidden"/g)]).toHaveLength(2);
    expect(own).toContain('>niet getoond</td>');
    expect(own).not.toMatch(/>0<\/span>|plot-value[^>]*>0</);
  });

  it('puts statuses from the worst to the best, with a sum at the end and in no plot', async () => {
    const { text } = await policy.get('/results/cohort');
    const own = text.split('id="table-person_status"')[1]?.split('</section>')[0] ?? '';
    const heads = [...own.matchAll(/<th scope="col" class="number-cell">([^<]+)/g)].map(([, head]) => head);
    expect(heads).toEqual(['Onveilig', 'Onbekend', 'Direct veilig', 'Duurzaam veilig', 'totaal']);
    expect(own.split('<table')[0]).not.toContain('985');
    expect(own).toContain('985</span></td>');
  });

  it('writes numbers as the reader does, with the interval', async () => {
    const dutch = (await researcher.get('/results/lab-2')).text;
    const english = (await researcher.get('/results/lab-2?lang=en')).text;
    expect(dutch).toContain('9,1 tot 16,3');
    expect(english).toContain('9.1 to 16.3');
    expect(dutch).toMatch(/61,3[\s\u00a0]?%/u);
    expect(dutch).toContain('95%-interval');
    expect(dutch).toContain('1000 keer opnieuw getrokken');
  });

  it('shows the limits that differ between the policies, and no other', async () => {
    const { text } = await researcher.get('/results/lab-2');
    const limits = text.split('class="limits"')[1] ?? '';
    expect(limits).toContain('<code>sightDays</code>');
    expect(limits).toContain('<code>directQuietDays</code>');
    expect(limits).not.toContain('<code>durableMinDays</code>');
  });

  it('has words for changes of status, and others for the rules of alarms than for those of a status', async () => {
    const { text } = await researcher.get('/results/lab-2?lang=en');
    expect(text).toContain('Directly safe → Unknown');
    expect(text).toContain('P9: a decision counts otherwise');
    expect(text).toContain('L1: Unsafe: violence or danger is open');
    expect(text).not.toContain('L1: No open violence or danger');
    expect(text).toContain('all alarms together');
  });

  it('puts many hidden marks on one line of the plot, and each in the table', async () => {
    const values = Array.from({ length: 8 }, (_, index) => `v${index}`);
    const many = tableOf('many', 'events', { x: values }, [20, null, null, null, 'none', 'secondary', 30, 0]);
    placeResults(served.folder, { 'many.json': { ...cohort, tables: [many] } });
    const { text } = await policy.get('/results/many');
    expect([...text.matchAll(/class="plot-hidden"/g)]).toHaveLength(1);
    expect(text).toContain('5 van 8: zie de tabel');
    expect([...text.matchAll(/not-shown/g)]).toHaveLength(5);
  });

  it('shows unknown names as they are, escaped', async () => {
    const { text } = await researcher.get('/results/own');
    expect(text).toContain('&lt;b>rood&lt;/b>');
    expect(text).not.toContain('<b>rood');
    expect(text).toContain('my_table');
  });

  it('says what the figures cannot say', async () => {
    const { text } = await policy.get('/results/cohort?lang=en');
    expect(text).toContain('recorded violence is not all violence');
    expect(text).toContain('Unknown is not safe.');
  });

  it('gives the same figures as CSV, with what is hidden named', async () => {
    const { status, headers, text } = await policy.get('/results/cohort/violence_stopped.csv');
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe('attachment; filename="cohort-violence_stopped.csv"');
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFF"moment","outcome","value","low","high","unit","hidden"',
      '"T0","stopped","15","","","families",""',
    ]);
    expect(text).toContain('"T18","not_stopped","","","","families","small"');
    expect((await policy.get('/results/cohort/nothing.csv')).status).toBe(404);
  });
});

const few = {
  id: 'breaches',
  unit: 'families',
  dimensions: [{ id: 'reason', values: ['W5'] }],
  rows: [{ at: ['W5'], cell: { value: 3 } }],
} as const;
