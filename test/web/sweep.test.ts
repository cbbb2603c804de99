import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeRegion } from '../../scripts/region/store.ts';
import { addDays, dayOf } from '../../src/domain/calendar.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { paths } from '../../src/web/paths.ts';
import { serve } from './server.ts';
import type { Served } from './server.ts';
import { isThere, launch, sayIfAbsent } from './sweep/browser.ts';
import { examples, family, troubles } from './sweep/examples.ts';
import type { Example } from './sweep/examples.ts';
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
  const readers = new Map<string, Page>();
  let complaints: string[] = [];

  beforeAll(async () => {
    const from = dayOf(addDays(now(), -200));
    const region = { families: 4, seed: 1, from, until: dayOf(now()) };
    served = await serve({}, (folder) => storeRegion(folder, region, now));
    for (let number = 1; number <= 4; number += 1) served.relate('tester', `fam-000${number}`);
    browser = await launch();
  }, 120_000);

  /** The page in which somebody reads, one for each account. */
  async function reader(account: Example['as'] = 'tester'): Promise<Page> {
    const known = readers.get(account);
    if (known) return known;
    const made = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    made.on('console', (message) => complaints.push(message.text()));
    made.on('pageerror', (error) => complaints.push(error.message));
    await made.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        console.error(`policy: ${effectiveDirective} ${blockedURI}`);
      });
    });
    const { cookie } = account === 'nobody' ? served.asNobody : await served.as(account);
    const [name, value] = cookie.split('=');
    if (name && value) await made.context().addCookies([{ name, value, url: served.address }]);
    readers.set(account, made);
    return made;
  }

  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  async function open(page: Page, { path, status = 200 }: Example, lang: 'nl' | 'en'): Promise<string> {
    complaints = [];
    const address = `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
    await page.setViewportSize({ width: 1280, height: 900 });
    const response = await page.goto(`${served.address}${address}`);
    expect(response?.status(), address).toBe(status);
    return (await response?.text()) ?? '';
  }

  /** Chromium itself says that a page was not found. */
  const ownComplaints = () => complaints.filter((line) => !line.startsWith('Failed to load resource'));

  describe.each(pages)('$path', (example) => {
    it.each(['nl', 'en'] as const)(
      'is sound in %s',
      async (lang) => {
        const page = await reader(example.as);
        const text = await open(page, example, lang);
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
    const plain = await browser.newContext({ javaScriptEnabled: false });
    await plain.addCookies([...served.cookies]);
    const plainPage = await plain.newPage();
    for (const { path } of pages.filter(({ as }) => as === undefined)) {
      await plainPage.goto(`${served.address}${path}`);
      expect(await plainPage.locator('h1').count(), path).toBe(1);
    }
    await plainPage.goto(`${served.address}/families`);
    await plainPage.locator('main form input[name=q]').fill(family);
    await plainPage.locator('main form[role=search] button').click();
    expect(await plainPage.locator('main tbody tr').count()).toBe(1);
    await plainPage.locator('[data-away]').first().waitFor();
    await plain.close();
  }, 60_000);

  it('tells each status apart without its colours', async () => {
    const page = await reader();
    await open(page, { path: '/help' }, 'nl');
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
