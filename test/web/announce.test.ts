import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fact, record, serve, signal } from './server.ts';
import type { Served } from './server.ts';

/** What is new is told with a number; the page shows it when asked, and moves nothing before. */

const executablePath = '/usr/bin/chromium';
const isThere = existsSync(executablePath);
if (!isThere)
  process.stderr.write(
    `The test of what is announced is skipped: ${executablePath} is absent. Install it with: apt-get install chromium\n`,
  );

describe.skipIf(!isThere)('the relapse queue', () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    served = await serve();
    for (const family of ['ada', 'bo', 'cas']) await record(served, family);
    await served.post('/api/families/ada/events', signal('ada', 'red', { id: 'red-1' }));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.context().addCookies([...served.cookies]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const places = () =>
    page
      .locator('main h1, main h2, main article, main a')
      .evaluateAll((all) =>
        all
          .filter((each) => each.closest('#news') === null)
          .map((each) => [each.textContent, JSON.stringify(each.getBoundingClientRect())]),
      );
  const said = () => page.locator('#news');

  it('counts new signals and changes, moves nothing, and shows them when asked', async () => {
    await page.goto(`${served.address}/queue`);
    await expect.poll(() => page.locator('.case').count()).toBe(1);
    const before = await places();
    await served.post('/api/families/bo/events', signal('bo', 'orange', { id: 'orange-1' }));
    await said().getByText('1 nieuw signaal').waitFor();
    await served.post('/api/families/cas/events', signal('cas', 'red', { id: 'red-2' }));
    await said().getByText('2 nieuwe signalen').waitFor();
    const request = { request: 'r1', candidate: 'red-1', persons: ['person:father'], help: 'crisis_help' };
    await served.post(
      '/api/families/ada/events',
      fact('ada', 'ImmediateHelpRequested', request, { id: 'asked' }),
    );
    await said().getByText('2 nieuwe signalen, 1 wijziging').waitFor();
    expect(await places()).toEqual(before);
    await page.getByRole('link', { name: 'Tonen' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.case').count()).toBe(3);
    expect(await said().textContent()).toBe('');
  }, 60_000);

  it('does not announce what changes nothing in the list', async () => {
    await page.goto(`${served.address}/queue`);
    await page.locator('.case').first().waitFor();
    const contact = { party: 'party:team', with: ['person:father'], joint: false };
    await served.post('/api/families/bo/events', fact('bo', 'ContactHeld', contact, { id: 'contact-1' }));
    await served.post('/api/families/ada/events', signal('ada', 'red', { id: 'red-3' }));
    await said().getByText('1 nieuw signaal').waitFor();
    expect(await said().textContent()).toBe('1 nieuw signaal Tonen');
  }, 60_000);
});
