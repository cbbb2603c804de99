import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fact, serve, signal } from '../server.ts';
import type { Served } from '../server.ts';
import { isThere, launch, sayIfAbsent } from '../sweep/browser.ts';
import {
  clockAt,
  expectSound,
  fill,
  heading,
  keyboard,
  minutesLater,
  namedFamily,
  read,
  signIn,
  textOf,
} from './stage.ts';
import type { Reader } from './stage.ts';

/** The table of an MDA++ team: what it saw and decided stays as it was, whatever is learned later. */

sayIfAbsent('The table of the team');
describe.skipIf(!isThere)('the table of the team', () => {
  let served: Served;
  let browser: Browser;
  let reader: Reader;
  let page: Page;
  let reviewed = '';
  let sawAtTheTable: string[][] = [];
  beforeAll(async () => {
    clockAt('2026-03-10T09:00:00+01:00');
    served = await serve();
    for (const family of ['ada', 'berk']) {
      await fill(served, family, namedFamily(family));
      served.relate('team', family);
    }
    minutesLater(10);
    await fill(served, 'ada', [signal('ada', 'orange', { id: 'orange-1' })]);
    browser = await launch();
    reader = await read(browser);
    page = reader.page;
  }, 60_000);
  afterAll(async () => {
    vi.useRealTimers();
    await browser.close();
    await served.close();
  });

  it('discusses a family, and decides with notes and a dissent', async () => {
    minutesLater(20);
    await signIn(served, page, 'team');
    await within('Menu').getByRole('link', { name: 'Overleg' }).click();
    await press('Begin een overleg');
    expect(await heading(page)).toBe('Overleg van 10 mrt 2026');
    await page.getByLabel('Agenda').fill('ada\nberk');
    await press('Bewaar deelnemers en agenda');
    expect(await page.locator('tbody th').allInnerTexts()).toEqual(['ada', 'berk']);
    await expectSound(page);
    await page.getByRole('link', { name: 'Bespreken ada' }).click();
    expect(await heading(page)).toBe('Bespreking van gezin ada');
    expect(await textOf(page, '.banner')).toContain('U kijkt naar een vaste stand: 10 mrt 2026 09:29');
    sawAtTheTable = await columns(3);

    // While they talk something comes in: the table stays, and says that there is more.
    minutesLater(5);
    await fill(served, 'ada', [signal('ada', 'red', { id: 'red-1' })]);
    await page.reload();
    expect(await columns(3)).toEqual(sawAtTheTable);
    minutesLater(1);
    await page.getByRole('link', { name: 'Neem de stand van nu' }).click();
    sawAtTheTable = await columns(3);

    await page.getByLabel('Onveilig').check();
    await page.getByLabel('Notities en redenen').fill('De school ziet meer dan wij.');
    await page.locator('summary').filter({ hasText: 'Aan tafel' }).click();
    const who = page.getByRole('group', { name: 'Welke partijen zitten aan tafel?' });
    await who.getByLabel('Basisschool De Vlinder').check();
    await page
      .getByRole('group', { name: 'Wie is het er niet mee eens?' })
      .getByLabel('Basisschool De Vlinder')
      .check();
    await press('Leg bespreking en besluit vast');
    reviewed = page.url();
    expect(reader.complaints).toEqual([]);
  }, 60_000);

  it('finds it a year later as it was, with what was learned since beside it', async () => {
    clockAt('2027-03-10T09:00:00+01:00');
    await fill(await served.as('tester'), 'ada', [
      fact(
        'ada',
        'IncidentRecorded',
        { kinds: ['physical'], by: ['person:father'], against: ['person:ada'], witnessedBy: [] },
        { id: 'late-1', occurred: '2026-03-02' },
      ),
      fact(
        'ada',
        'PersonJoined',
        { person: 'person:ada', role: 'child', household: 'home', birthMonth: '2016-05' },
        { sealed: { 'person:ada': 'Ada de Wit' } },
      ),
    ]);
    await signIn(served, page, 'team', new URL(reviewed).pathname);
    expect(await columns(3)).toEqual(sawAtTheTable);
    await expectSound(page);
    const since = new Map((await columns(4)).map(([who, what, , later]) => [`${who}: ${what}`, later]));
    expect(since.get('Het hele gezin: Status')).toBe('Onveilig');
    expect(since.get('Ada Zonneveld: De feiten laten zien')).toBe('Onveilig');
    expect(since.get('Ada Zonneveld: Besloten was')).toBe('Geen verschil: hierover is niets nieuws bekend.');
    expect(since.get('Ada Zonneveld: Niet voldaan')).toContain('D2 Rust na geweld');
    const learned = page.getByRole('region', { name: 'Feiten die later zijn vastgelegd' });
    const late = learned.locator('tr', { hasText: 'Incident' });
    expect(await late.locator('td').allInnerTexts()).toEqual([
      '2 mrt 2026 00:00',
      '10 mrt 2027 09:00',
      'was toen al waar',
    ]);
    await page.getByRole('link', { name: 'Hoe het nu is' }).click();
    expect(await textOf(page)).toContain('Voor Ada de Wit: naar direct veilig');
    expect(reader.complaints).toEqual([]);
  }, 60_000);

  it('takes at most 25 presses from the page of a family to a pinned decision', async () => {
    await page.goto(`${served.address}/families/berk`);
    const keys = keyboard(page);
    await keys.skipToContent();
    await keys.tabTo('Overleg');
    await keys.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Bespreking van gezin berk' }).waitFor();
    await keys.skipToContent();
    await keys.tabTo('Naar het besluit');
    await keys.press('Enter');
    await keys.press('ArrowDown');
    await keys.tabTo('Notities en redenen');
    await page.keyboard.type('Het is nog niet duidelijk.');
    await keys.tabTo('Leg bespreking en besluit vast');
    await keys.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Bespreking van gezin berk op / }).waitFor();
    expect(await textOf(page)).toContain('Het is nog niet duidelijk.');
    expect(keys.pressed().length, keys.pressed().join(' ')).toBeLessThanOrEqual(25);
    expect(reader.complaints).toEqual([]);
  }, 60_000);

  /** The first columns of the table of the state, as it is read: who, what, and what the team sees. */
  const columns = async (last: number): Promise<string[][]> =>
    page
      .locator('.state tbody tr')
      .evaluateAll(
        (rows, cells) =>
          rows.map((row) => [...row.children].slice(0, cells).map((cell) => cell.textContent.trim())),
        last,
      );
  const within = (name: string) => page.getByRole('navigation', { name, exact: true });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
});
