import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../src/domain/calendar.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { paths } from '../../src/web/paths.ts';
import { isThere, launch, sayIfAbsent } from './sweep/browser.ts';
import { examples, family, troubles } from './sweep/examples.ts';
import type { Example } from './sweep/examples.ts';
import { axeFaults, htmlFaults, outline, sticksOut } from './sweep/look.ts';
import { serveSwept } from './sweep/store.ts';
import type { Swept } from './sweep/store.ts';

/**
 * Every page in a real browser: accessible, valid, silent on the console, within the policy, on every width and without
 * scripts. Axe looks at three widths in Dutch and at one in English.
 */

const now = () => Date.now() as Instant;
const widths = [1280, 768, 360] as const;
/** A window of 1280 pixels at 200% has room for 640; at 400%, or on a small phone, for 320. */
const zoomed = [640, 320] as const;
const pages = [...Object.values(examples).flat(), ...troubles].map((example) => ({
  ...example,
  who: example.as ?? 'tester',
}));

it('knows an example of every path', () => {
  expect(Object.keys(examples).sort()).toEqual(Object.keys(paths).sort());
});

sayIfAbsent('The sweep');
describe.skipIf(!isThere)('in a browser', () => {
  let swept: Swept;
  let browser: Browser;
  const readers = new Map<string, Promise<BrowserContext>>();

  beforeAll(async () => {
    const from = dayOf(addDays(now(), -200));
    swept = await serveSwept({ families: 4, seed: 1, from, until: dayOf(now()) }, now);
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await swept.served.close();
  });

  /** Where somebody reads, one for each account. */
  function reader(account: Example['as'] = 'tester'): Promise<BrowserContext> {
    const known = readers.get(account) ?? readerFor(account);
    readers.set(account, known);
    return known;
  }
  async function readerFor(account: Example['as'] = 'tester'): Promise<BrowserContext> {
    const { served } = swept;
    const made = await browser.newContext();
    await made.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        console.error(`policy: ${effectiveDirective} ${blockedURI}`);
      });
    });
    const { cookie } = account === 'nobody' ? served.asNobody : await served.as(account);
    const [name, value] = cookie.split('=');
    if (name && value) await made.addCookies([{ name, value, url: served.address }]);
    return made;
  }

  async function open(page: Page, { path, status = 200 }: Example, lang: 'nl' | 'en'): Promise<string> {
    const address = `${swept.address(path)}${path.includes('?') ? '&' : '?'}lang=${lang}`;
    await page.setViewportSize({ width: 1280, height: 900 });
    const response = await page.goto(`${swept.served.address}${address}`);
    expect(response?.status(), address).toBe(status);
    return (await response?.text()) ?? '';
  }

  async function faultsAt(page: Page, width: number, isAsked: boolean): Promise<readonly string[]> {
    await page.setViewportSize({ width, height: 900 });
    const found = [...(isAsked ? await axeFaults(page) : []), ...(await sticksOut(page))];
    return found.map((fault) => `${width} pixels: ${fault}`);
  }

  async function look(page: Page, example: Example): Promise<readonly string[]> {
    const found = [...(await htmlFaults(await open(page, example, 'nl'))), ...(await outline(page))];
    for (const width of widths)
      found.push(...(await faultsAt(page, width, !example.isBrief || width === 360)));
    for (const width of zoomed) found.push(...(await faultsAt(page, width, false)));
    if (example.isBrief) return found;
    found.push(...(await htmlFaults(await open(page, example, 'en'))), ...(await outline(page)));
    found.push(...(await faultsAt(page, 1280, true)), ...(await faultsAt(page, 360, false)));
    return found;
  }

  describe.concurrent('is sound', () => {
    it.each(pages)(
      '$path for $who',
      async (example) => {
        const page = await (await reader(example.as)).newPage();
        const complaints: string[] = [];
        page.on('console', (message) => complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(error.message));
        const found = await look(page, example);
        await page.close();
        // Chromium itself says that a page was not found.
        const own = complaints.filter((line) => !line.startsWith('Failed to load resource'));
        expect([...found, ...own].slice(0, 8)).toEqual([]);
      },
      120_000,
    );
  });

  it('reads every page without scripts', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    await plain.addCookies([...swept.served.cookies]);
    const page = await plain.newPage();
    for (const { path } of pages.filter(({ as, isBrief }) => as === undefined && !isBrief)) {
      await page.goto(`${swept.served.address}${swept.address(path)}`);
      expect(await page.locator('h1').count(), path).toBe(1);
      expect(await page.locator('[data-away]').first().isVisible(), path).toBe(true);
    }
    await plain.close();
  }, 60_000);

  it('searches, and records a fact, without scripts', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    await plain.addCookies([...swept.served.cookies]);
    const page = await plain.newPage();
    await page.goto(`${swept.served.address}/families`);
    await page.locator('main form input[name=q]').fill(family);
    await page.locator('main form[role=search] button').click();
    expect(await page.locator('main tbody tr').count()).toBe(1);

    await page.goto(`${swept.served.address}/families/${family}/record/contact-held`);
    await page.getByRole('button', { name: 'Leg vast' }).click();
    await page.getByText('Er is nog niets vastgelegd.').waitFor();
    await page.locator('#party').selectOption({ index: 1 });
    await page.locator('input[name=with]').first().check();
    await page.locator('input[name=joint][value=no]').check();
    await page.locator('input[name=source][value=observed]').check();
    await page.getByRole('button', { name: 'Leg vast' }).click();
    await page.getByRole('heading', { name: 'Vastgelegd', exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/families/${family}`);
    await plain.close();
  }, 60_000);

  it.each(['/help', `/families/${family}`, '/queue', '/families'])(
    'tells each status on %s apart without colours',
    async (path) => {
      const page = await (await reader()).newPage();
      await open(page, { path }, 'nl');
      await page.emulateMedia({ forcedColors: 'active' });
      const looks = await page.locator('.status').evaluateAll((badges) =>
        badges.map((badge) => {
          const { borderStyle, borderWidth } = getComputedStyle(badge);
          const sign = badge.querySelector('.sign')?.textContent ?? '';
          return { look: `${sign} ${borderStyle} ${borderWidth}`, word: badge.textContent.trim() };
        }),
      );
      await page.close();
      expect(looks.length).toBeGreaterThan(0);
      const pairs = new Set(looks.map(({ look, word }) => `${look}: ${word}`));
      expect(new Set(looks.map(({ look }) => look)).size).toBe(pairs.size);
      expect(new Set(looks.map(({ word }) => word)).size).toBe(pairs.size);
      expect([...pairs].every((pair) => / (solid|dashed|double|dotted) [1-9]/.test(pair))).toBe(true);
    },
  );
});
