import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from './server.ts';
import type { Served } from './server.ts';
import { isThere, launch, sayIfAbsent } from './sweep/browser.ts';

/** A newcomer in a real browser: from an empty store to a family seen from another moment. */

sayIfAbsent('The browser test');
describe.skipIf(!isThere)('in a browser', () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  /** One that the newcomer works with. */
  let family = '';
  const complaints: string[] = [];
  beforeAll(async () => {
    served = await serve();
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  it('goes from the empty start page to a family seen from another moment', async () => {
    await page.goto(served.address);
    await page.getByLabel('Ik begrijp dat deze gegevens verzonnen zijn.').check();
    await page.getByRole('button', { name: 'Laad de verzonnen regio' }).click();
    await page.getByRole('progressbar').waitFor();
    const noor = page.getByRole('button', { name: 'Ga verder als Noor Verbeek, gezinsbegeleider' });
    await noor.click({ timeout: 150_000 });
    await page.getByRole('heading', { level: 1, name: 'Terugval: nu hulp nodig' }).waitFor();
    expect(await page.getByText('Verzonnen gegevens.').isVisible()).toBe(true);
    await page.locator('.case-head a').first().click();
    await page.getByRole('heading', { level: 1, name: /^Gezin fam-/ }).waitFor();
    family = /fam-\d+/.exec(page.url())?.[0] ?? '';
    await page.getByText('Kijk vanaf een ander moment').click();
    await page.getByLabel('Toestand op').fill('2026-06-01T12:00');
    await page.getByRole('button', { name: 'Bekijk' }).click();
    await page.getByText('U kijkt niet naar nu.').waitFor();
    expect(page.url()).toContain('at=2026-06-01T12%3A00');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText('You are not looking at now.').waitFor();
    expect(complaints).toEqual([]);
  }, 200_000);

  it('announces new data and changes nothing by itself', async () => {
    await page.goto(`${served.address}/families/${family}/timeline`);
    const facts = async () => Number.parseInt(await page.locator('p.as-of[role=status]').innerText(), 10);
    const before = await facts();
    expect(before).toBeGreaterThan(0);
    const contact = { party: 'party:team', with: ['person:parent-1'], joint: false };
    const event = {
      id: 'browser-1',
      type: 'ContactHeld',
      version: 1,
      family,
      by: 'party:team',
      source: 'observed',
      data: contact,
    };
    expect((await served.post(`/api/families/${family}/events`, event)).status).toBe(201);
    await page.getByText('Er zijn nieuwe gegevens.').waitFor();
    expect(await facts()).toBe(before);
    await page.getByRole('link', { name: 'Tonen' }).click();
    await expect.poll(facts).toBe(before + 1);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('works by keyboard and on a screen of 320 pixels', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of ['/queue', '/families', `/families/${family}`, `/families/${family}/timeline`]) {
      await page.goto(`${served.address}${path}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#content');
    expect(complaints).toEqual([]);
  }, 60_000);
});
