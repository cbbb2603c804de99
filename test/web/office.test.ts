import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shownSettings } from '../../src/shown-settings.ts';
import type { Config } from '../../src/config.ts';
import { csv } from '../../src/web/csv.ts';
import { record, serve } from './server.ts';
import type { Asker, Served, Told } from './server.ts';

/** What those see who open no families. */

let served: Served;
let auditor: Asker;
let administrator: Asker;
beforeAll(async () => {
  served = await serve();
  await record(served, 'fam-aaaa');
  auditor = await served.as('auditor');
  administrator = await served.as('administrator');
});
afterAll(() => served.close());

const form = (asker: Asker, path: string, values: Readonly<Record<string, string>>): Promise<Told> =>
  asker.ask('POST', path, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(values).toString(),
  });

it('shows the auditor who was refused, and writes down that the auditor looked', async () => {
  const stranger = await served.as('other-monitor');
  await stranger.get('/families/fam-aaaa');
  const refused = await auditor.get('/audit?family=fam-aaaa&person=other-monitor&outcome=refused');
  expect(refused.status).toBe(200);
  expect(refused.text).toContain('Max Monitor (other-monitor)');
  expect(refused.text).toContain('1 regel gevonden');
  const looked = await auditor.get('/audit?person=auditor&family=fam-aaaa');
  expect(looked.text).toContain('2 regels gevonden');
  expect(looked.text).toMatch(/Ja\. Er staan \d+ regels in/);
  expect(looked.text).toMatch(/<code>[0-9a-f]{64}<\/code>/);
});

it('refuses a day that is none, and finds nothing before anything happened', async () => {
  expect((await auditor.get('/audit?from=31-2-2026')).status).toBe(400);
  expect((await auditor.get('/audit?until=1-1-2020')).text).toContain('Er is niets gevonden');
});

it('tells an emergency opening, and its explanation only when asked', async () => {
  const stranger = await served.as('other-team');
  const note = 'iemand belde over de kinderen';
  const values = { number: 'fam-aaaa', reason: 'danger', note };
  expect((await form(stranger, '/families/fam-aaaa/emergency', values)).status).toBe(303);
  const list = await auditor.get('/audit');
  expect(list.text).toContain('Tess Teamlid (other-team)');
  expect(list.text).not.toContain(note);
  const opening = /opening=(\d+)/.exec(list.text)?.[1] ?? '';
  expect((await auditor.get(`/audit?opening=${opening}`)).text).toContain(note);
  expect((await auditor.get('/audit?person=auditor&family=fam-aaaa')).text).toContain('4 regels gevonden');
  const file = await auditor.get('/audit.csv?emergency=yes');
  expect(file.headers['content-type']).toContain('text/csv');
  expect(file.headers['content-disposition']).toContain('attachment');
  expect(file.text).toContain('"other-team"');
  expect(file.text).not.toContain(note);
});

it('marks in a file what a spreadsheet would take for a formula', () => {
  expect(csv([['=1+1', '+a', '-b', '@c', ' =d', 'say "no"', -1, undefined]])).toBe(
    '\uFEFF"\'=1+1","\'+a","\'-b","\'@c","\' =d","say ""no""","-1",""\r\n',
  );
});

it('gives and ends a working relation with the same answer whether the family exists or not', async () => {
  const monitor = await served.as('monitor');
  const change = (family: string, what: string) =>
    form(administrator, '/people', {
      ...{ ground: 'own', holder: 'monitor', party: 'party:team' },
      ...{ family, do: what },
    });
  const answers = [];
  for (const what of ['give', 'end'])
    for (const family of ['fam-aaaa', 'fam-zzzz']) {
      const { status, headers, text } = await change(family, what);
      answers.push({ status, to: headers['location'], text });
      const { text: page } = await administrator.get(String(headers['location']));
      expect(page).not.toContain(family);
      if (family === 'fam-aaaa')
        expect((await monitor.get('/families/fam-aaaa')).status).toBe(what === 'give' ? 200 : 403);
    }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[2]).toEqual(answers[3]);
  expect((await auditor.get('/audit?person=administrator&family=fam-zzzz')).text).toContain(
    '2 regels gevonden',
  );
});

it('gives nothing to who is no professional, or to a number that is none', async () => {
  const values = { ground: 'own', holder: 'auditor', family: 'no number', party: 'x', do: 'give' };
  const told = await form(administrator, '/people', values);
  expect(told.status).toBe(422);
  for (const id of ['holder', 'family', 'party']) expect(told.text).toContain(`href="#${id}"`);
});

it('ends all sessions of an account', async () => {
  const team = await served.as('team');
  expect((await team.get('/queue')).status).toBe(200);
  expect((await form(administrator, '/people', { out: 'team' })).headers['location']).toBe(
    '/people?done=out',
  );
  expect((await team.get('/queue')).status).toBe(303);
});

it('shows no secret and no folder among the settings', async () => {
  const { text } = await administrator.get('/settings');
  expect(text).toContain('WAAKVLAM_LINK_DAYS');
  expect(text).not.toContain(served.folder);
  const oidc = {
    issuer: 'https://i.example',
    clientId: 'c',
    clientSecret: 's3cr3t',
    rolesClaim: 'r',
    teamClaim: 't',
  };
  const site = { publicUrl: undefined, trustedProxies: [], allowsLocalPeople: true, requestsPerMinute: 1 };
  const shown = shownSettings({
    ...{ oidc, site, masterKey: 'm4st3r', sessions: { idleMs: 1, longestMs: 1 } },
    ...{ policy: { name: 'default' } },
  } as unknown as Config);
  expect(JSON.stringify(shown)).not.toMatch(/s3cr3t|m4st3r/);
  expect(shown.find(({ name }) => name === 'WAAKVLAM_MASTER_KEY')).toEqual({
    name: 'WAAKVLAM_MASTER_KEY',
    value: 'set',
    isSecret: true,
  });
});

it('writes down that it went wrong after somebody was let in', async () => {
  const db = new DatabaseSync(join(served.folder, 'office.db'));
  db.exec('DROP TABLE drafts');
  db.close();
  expect((await served.get('/families/fam-aaaa/record')).status).toBe(500);
  const { text } = await auditor.get('/audit?person=tester&outcome=failed');
  expect(text).toContain('1 regel gevonden');
  expect(text).toContain('bekeken: vastleggen');
});
