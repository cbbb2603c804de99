import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutLine } from './behind.ts';
import { record, serve, signal } from './server.ts';
import type { Served } from './server.ts';

/** A page that is open tells when the data get behind and when they are up to date again, and moves nothing. */

const executablePath = '/usr/bin/chromium';
const isThere = existsSync(executablePath);
if (!isThere)
  process.stderr.write(
    `The test of the live announcement is skipped: ${executablePath} is absent. Install it with: apt-get install chromium\n`,
  );

describe.skipIf(!isThere)('an open page', () => {
  const line = cutLine();
  let served: Served;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    served = await serve({}, undefined, line.open);
    for (const family of ['ada', 'bo']) await record(served, family);
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
      .locator('main h1, main h2, main article, main article a')
      .evaluateAll((all) =>
        all.map((each) => [each.textContent, JSON.stringify(each.getBoundingClientRect())]),
      );
  const said = () => page.locator('#freshness');

  it('tells the loss and the return, with the hour, in a status that moves nothing', async () => {
    await page.goto(`${served.address}/queue`);
    await expect.poll(() => page.locator('.case').count()).toBe(1);
    expect(await said().textContent()).toBe('');
    const before = await places();
    line.cut('2026-03-05T13:02:00.000Z');
    await said().getByText('Deze bladzijde loopt achter: stand van 14:02.').waitFor();
    expect(await said().getAttribute('role')).toBe('status');
    await served.post('/api/families/bo/events', signal('bo', 'red', { id: 'red-2' }));
    expect(await places()).toEqual(before);
    line.mend();
    await said().getByText('De gegevens zijn weer bij.').waitFor();
    await page.locator('#news').getByText('1 nieuw signaal').waitFor();
    await said().getByRole('link', { name: 'Tonen' }).click();
    await expect.poll(() => page.locator('.case').count()).toBe(2);
    expect(await said().textContent()).toBe('');
  }, 60_000);

  it('made while it was behind says so itself, and tells the return alone', async () => {
    line.cut('2026-03-05T13:02:00.000Z');
    await page.goto(`${served.address}/queue`);
    await page.locator('.behind').getByText('Stand van 5 mrt 2026 14:02.').waitFor();
    expect(await said().textContent()).toBe('');
    line.mend();
    await said().getByText('De gegevens zijn weer bij.').waitFor();
    expect(await page.locator('.behind').count()).toBe(1);
  }, 60_000);
});
