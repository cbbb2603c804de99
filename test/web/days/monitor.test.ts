import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { serve, signal } from '../server.ts';
import type { Served } from '../server.ts';
import { isThere, launch, sayIfAbsent } from '../sweep/browser.ts';
import {
  clockAt,
  expectNobodySafe,
  fill,
  heading,
  minutesLater,
  namedFamily,
  read,
  signIn,
  textOf,
} from './stage.ts';
import type { Reader } from './stage.ts';

/** The day of somebody who stays with families for years: from who needs help now to a slip that is put right. */

sayIfAbsent("The monitor's day");
describe.skipIf(!isThere)("the monitor's day", () => {
  let served: Served;
  let browser: Browser;
  let reader: Reader;
  let page: Page;
  beforeAll(async () => {
    clockAt('2026-03-10T09:00:00+01:00');
    served = await serve();
    await fill(served, 'ada', namedFamily('ada'));
    await fill(served, 'berk', namedFamily('berk'));
    minutesLater(10);
    await fill(served, 'ada', [signal('ada', 'red', { id: 'red-1' })]);
    await fill(served, 'berk', [signal('berk', 'orange', { id: 'orange-1' })]);
    served.relate('monitor', 'ada');
    served.relate('monitor', 'berk');
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    vi.useRealTimers();
    await browser.close();
    await served.close();
  });
  beforeEach(async () => {
    reader = await read(browser);
    page = reader.page;
  });
  afterEach(() => reader.close());

  it('goes from the queue to help, and puts a slip right', async () => {
    await signIn(served, page, 'monitor');
    expect(await heading(page)).toBe('Terugval: nu hulp nodig');
    expect(await page.locator('#now').innerText()).toBe('2 gezinnen hebben nu hulp nodig');
    expect(await page.locator('.case-head a').allInnerTexts()).toEqual(['ada', 'berk']);
    expect(await textOf(page, '.case')).toContain('Rood signaal van Wim Zonneveld');
    expect(await textOf(page, 'body')).toMatch(/112.*0800-2000/);
    await expectNobodySafe(page);

    await page.locator('.case-head a').first().click();
    expect(await heading(page)).toMatch(/^Gezin ada/);
    const missing = page.getByRole('region', { name: 'Wat ontbreekt voor de volgende stap' });
    expect(await missing.innerText()).toContain('Voor Ada Zonneveld: naar direct veilig');
    expect(await missing.locator('li').count()).toBeGreaterThan(1);
    expect(await textOf(page, 'dl.head')).toContain('niemand (vervanger: niemand)');
    await expectNobodySafe(page);

    // A neighbour told of a quarrel, about a week ago.
    minutesLater(5);
    await tab('Vastleggen');
    await page.getByRole('link', { name: 'Incident' }).first().click();
    await choose('Wat voor geweld?', /^met woorden/);
    await choose('Wie deed het?', 'Wim Zonneveld');
    await choose('Tegen wie?', 'Ada Zonneveld');
    await date('Wanneer gebeurde het?', '1', '3', '2026');
    await date(/^Ongeveer/, '4', '3', '2026');
    await choose('Hoe weet u dit?', 'van een ander');
    await press('Leg vast');
    // Asked once more who may not see it; what was filled in is still there.
    expect(await textOf(page)).toContain('Kijk nog een keer wie dit niet mag zien');
    expect(await page.getByRole('group', { name: 'Niet laten zien aan' }).getByLabel('Wim').isChecked()).toBe(
      true,
    );
    await press('Leg vast');
    const recorded = await textOf(page, '#done');
    expect(recorded).toContain('Incident, vastgelegd op 10 mrt 2026 09:15.');
    expect(recorded).toContain('Het gezin gaat van "Onbekend" naar "Onveilig".');
    expect(recorded).toContain('Ada Zonneveld gaat van "Onbekend" naar "Onveilig".');
    expect(recorded).toContain('Nieuw alarm: onveilig: geweld of gevaar staat open (Ada Zonneveld).');
    const slip = new URL(page.url()).searchParams.get('done') ?? '';

    // Help is asked for from the queue, and the monitor comes back to it.
    minutesLater(5);
    await within('Menu').getByRole('link', { name: 'Terugval' }).click();
    const card = page.getByRole('article', { name: 'ada' });
    expect(await textOf(page, '.case')).toContain('Wie is ermee bezig niemand');
    await card.getByRole('link', { name: 'Vraag hulp' }).click();
    expect(await page.getByLabel('Naar aanleiding waarvan?').inputValue()).toBe('red-1');
    await choose('Voor wie?', 'Ada Zonneveld');
    await page.getByLabel('Welke hulp?').selectOption({ label: 'crisishulp' });
    await press('Leg vast');
    expect(await heading(page)).toBe('Terugval: nu hulp nodig');
    expect(await textOf(page, '#done')).toContain('Directe hulp gevraagd, vastgelegd op 10 mrt 2026 09:20.');
    expect(await textOf(page, '.case')).toContain('Hulp gevraagd door team, 10 mrt 2026 09:20');
    expect(await card.getByRole('link', { name: 'Hulp begonnen' }).count()).toBe(1);
    await expectNobodySafe(page);

    minutesLater(5);
    await page.getByRole('link', { name: 'ada', exact: true }).click();
    const alarm = 'Onveilig: geweld of gevaar staat open';
    await page.getByRole('button', { name: `Ik heb het gezien (over: ${alarm})` }).click();
    expect(await textOf(page, '#done')).toContain('Alarm gezien, vastgelegd op 10 mrt 2026 09:25.');
    const alarms = page.getByRole('region', { name: 'Alarmen', exact: true });
    expect(await alarms.innerText()).toContain(`${alarm} L1 (gezien)`);
    expect(await alarms.innerText()).toContain('Kan niet worden afgehandeld');
    await expectNobodySafe(page);

    // It was a day later: the fact is put right where it stands in the timeline.
    minutesLater(5);
    await tab('Tijdlijn');
    await page.locator(`#e-${slip} a`).click();
    await page.getByRole('link', { name: 'Verbeter dit' }).click();
    expect(await page.getByRole('group', { name: 'Wie deed het?' }).getByLabel('Wim').isChecked()).toBe(true);
    await date(/^Ongeveer/, '5', '3', '2026');
    await press('Leg de verbetering vast');
    expect(await textOf(page, '#done')).toContain('Incident, vastgelegd op 10 mrt 2026 09:30.');
    await expectNobodySafe(page);
    await tab('Tijdlijn');
    const rows = page.locator('tr[id^=e-]', { hasText: 'Incident' });
    expect(await rows.locator('th').allInnerTexts()).toEqual([
      'Incident: schelden, tussen 1 mrt 2026 en 4 mrt 2026, 5 dagen later vastgelegd, vervangen',
      'Incident: schelden, tussen 1 mrt 2026 en 5 mrt 2026, 4 dagen later vastgelegd',
    ]);
    expect(await rows.locator('td:last-child').allInnerTexts()).toEqual(['vervangen', 'geldt']);
    await expectNobodySafe(page);
    // What was known before the correction has not changed.
    await page.goto(`${served.address}/families/ada/timeline?known-at=2026-03-10T09:26`);
    expect(await rows.locator('th').allInnerTexts()).toEqual([
      'Incident: schelden, tussen 1 mrt 2026 en 4 mrt 2026, 5 dagen later vastgelegd',
    ]);
    // Chromium itself says that the first sending was answered with a question.
    expect(reader.complaints.filter((line) => !line.includes('status of 422'))).toEqual([]);
  }, 60_000);

  const choose = async (question: string | RegExp, answer: string | RegExp) => {
    await page.getByRole('group', { name: question }).getByLabel(answer).check();
  };

  const date = async (question: string | RegExp, day: string, month: string, year: string) => {
    const group = page.getByRole('group', { name: question });
    await group.getByLabel('Dag').fill(day);
    await group.getByLabel('Maand').fill(month);
    await group.getByLabel('Jaar').fill(year);
  };

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  const within = (name: string) => page.getByRole('navigation', { name, exact: true });
  const tab = (name: string) => within('Onderdelen van dit gezin').getByRole('link', { name }).click();
});
