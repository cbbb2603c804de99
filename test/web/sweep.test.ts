import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeRegion } from '../../scripts/region/store.ts';
import { addDays, dayOf } from '../../src/domain/calendar.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { paths } from '../../src/web/paths.ts';
import { serve } from './server.ts';
import type { Served } from './server.ts';
import { isThere, launch, sayIfAbsent } from './sweep/browser.ts';
import { examples, family, troubles } from './sweep/examples.ts';
import { axeFaults, htmlFaults, outline, sticksOut } from './sweep/look.ts';

/**
 * Every page in a real browser: accessible, valid, silent on the console, within the policy, on every width and without
 * scripts. WAAKVLAM_SWEEP=all (npm run sweep) asks axe at three widths in both languages; else in English at one.
 */

const now = () => Date.now() as Instant;
const all = process.env['WAAKVLAM_SWEEP'] === 'all';
const widths = [1280, 768, 360] as const;
const pages = [...Object.values(examples).flat(), ...troubles];

it('knows an example of every path', () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(paths).sort());
});

sayIfAbsent('The sweep');
describe.skipIf(!isThere)('in a browser', () => {
  let served: Served;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[] = [];

  beforeAll(async () => {
    const data = mkdtempSync(join(tmpdir(), 'waakvlam-sweep-'));
    const from = dayOf(addDays(now(), -400));
    await storeRegion(data, { families: 6, seed: 1, from, until: dayOf(now()) }, now);
    served = await serve({ data });
    browser = await launch();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        console.error(`policy: ${effectiveDirective} ${blockedURI}`);
      });
    });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  async function open(path: string, lang: 'nl' | 'en', status = 200): Promise<string> {
    complaints = [];
    const address = `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
    await page.setViewportSize({ width: 1280, height: 900 });
    const response = await page.goto(`${served.address}${address}`);
    expect(response?.status(), address).toBe(status);
    return (await response?.text()) ?? '';
  }

  /** Chromium itself says that a page was not found. */
  const ownComplaints = () => complaints.filter((line) => !line.startsWith('Failed to load resource'));

  describe.each(pages)('$path', ({ path, status }) => {
    it.each(['nl', 'en'] as const)(
      'is sound in %s',
      async (lang) => {
        const text = await open(path, lang, status);
        const found = [...(await htmlFaults(text)), ...(await outline(page))];
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          const isAsked = all || lang === 'nl' || width === 360;
          const wrong = [...(isAsked ? await axeFaults(page) : []), ...(await sticksOut(page))];
          found.push(...wrong.map((fault) => `${width} pixels: ${fault}`));
        }
        // A window of 1280 pixels at 200% has room for 640; at 400%, or on a small phone, for 320.
        for (const width of [640, 320]) {
          await page.setViewportSize({ width, height: 450 });
          found.push(...(await sticksOut(page)).map((fault) => `${width} pixels: ${fault}`));
        }
        expect([...found, ...ownComplaints()].slice(0, 8)).toEqual([]);
      },
      60_000,
    );
  });

  it('reads and sends forms without scripts', async () => {
    const plain = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await context.storageState(),
    });
    const reader = await plain.newPage();
    for (const { path } of pages) {
      await reader.goto(`${served.address}${path}`);
      expect(await reader.locator('h1').count(), path).toBe(1);
    }
    await reader.goto(`${served.address}/families`);
    await reader.locator('main form input[name=q]').fill(family);
    await reader.locator('main form[role=search] button').click();
    expect(await reader.locator('main tbody tr').count()).toBe(1);
    await reader.locator('[data-away]').first().waitFor();
    await plain.close();
  }, 60_000);

  it('tells each status apart without its colours', async () => {
    await open('/help', 'nl');
    await page.emulateMedia({ forcedColors: 'active' });
    const looks = await page.locator('.status').evaluateAll((badges) =>
      badges.map((badge) => ({
        sign: badge.querySelector('.sign')?.textContent,
        word: badge.textContent,
        edge: getComputedStyle(badge).borderStyle,
      })),
    );
    await page.emulateMedia({ forcedColors: null });
    expect(looks.map(({ edge }) => edge)).toEqual(['solid', 'dashed', 'solid', 'solid']);
    expect(new Set(looks.map(({ sign }) => sign)).size).toBe(4);
    expect(new Set(looks.map(({ word }) => word)).size).toBe(4);
  });
});
