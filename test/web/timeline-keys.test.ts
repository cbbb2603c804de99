import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeRegion } from '../../scripts/region/store.ts';
import type { Day } from '../../src/domain/calendar.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { serve } from './server.ts';
import type { Served } from './server.ts';
import { isThere, launch, sayIfAbsent } from './sweep/browser.ts';

/** The timeline by keyboard and by slider in a real browser, and without any script. */

sayIfAbsent('The test of the keys of the timeline');
const region = { families: 2, seed: 1, from: '2026-01-01' as Day, until: '2026-11-02' as Day };
const path = '/families/fam-0002/timeline';

describe.skipIf(!isThere)('the timeline', () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const clock = () => Date.parse('2026-11-02T09:30:00+01:00') as Instant;
    served = await serve({}, (folder) => storeRegion(folder, region, clock));
    served.relate('tester', 'fam-0002');
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  async function open(javaScriptEnabled: boolean): Promise<void> {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 900 } });
    await context.addCookies([...served.cookies]);
    page = await context.newPage();
    await page.goto(served.address + path);
  }
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('svg a')?.getAttribute('aria-label') ?? null);
  const windowOf = () => {
    const { searchParams } = new URL(page.url());
    return [searchParams.get('from') ?? '', searchParams.get('until') ?? ''].map((text) =>
      Date.parse(`${text}Z`),
    );
  };

  it('goes from sign to sign with arrows, and pulls time with other keys', async () => {
    await open(true);
    await page.locator('#drawing a[tabindex="0"]').focus();
    const first = await focused();
    await page.keyboard.press('ArrowRight');
    const second = await focused();
    expect(second).not.toBe(first);
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).not.toBe(first);
    await page.keyboard.press('?');
    expect(await page.locator('#keys').getAttribute('open')).not.toBeNull();
    await page.keyboard.press('+');
    await page.waitForURL(/from=/);
    const [from = 0, until = 0] = windowOf();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.waitForURL((url) => Date.parse(`${url.searchParams.get('from') ?? ''}Z`) < from);
    const [, earlier = 0] = windowOf();
    expect(earlier).toBeLessThan(until);
    await page.keyboard.press('-');
    await page.waitForURL((url) => Date.parse(`${url.searchParams.get('until') ?? ''}Z`) > earlier);
    await page.keyboard.press('t');
    await page.waitForURL(/view=table/);
    expect(await page.locator('#drawing').count()).toBe(0);
    expect(await page.locator('[data-row]').count()).toBeGreaterThan(0);
  }, 90_000);

  it('looks from another moment when a slider is moved', async () => {
    await open(true);
    const slider = page.locator('#known-at-slider');
    await slider.focus();
    for (let count = 0; count < 3; count += 1) await slider.press('PageDown');
    await page.waitForURL(/known-at=2026-/);
    await page.getByText('U kijkt niet naar nu.').waitFor();
  }, 90_000);

  it('does all of it with links and fields where there is no script', async () => {
    await open(false);
    expect(await page.locator('input[type="range"]').count()).toBe(0);
    await page.locator('#zoom-in').click();
    await page.waitForURL(/from=/);
    await page.locator('#known-at').fill('2026-06-01T12:00');
    await page.getByRole('button', { name: 'Bekijk' }).click();
    await page.getByText('U kijkt niet naar nu.').waitFor();
    expect(page.url()).toContain('known-at=2026-06-01T12%3A00');
    await page.locator('#to-table').click();
    expect(await page.locator('[data-row]').count()).toBeGreaterThan(0);
  }, 90_000);
});
