import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testPassword } from './people.ts';
import { serve } from './server.ts';
import type { Asker, Served } from './server.ts';
import { isThere, launch, sayIfAbsent } from './sweep/browser.ts';

/** What stands around every page for whose screen may be seen by somebody else, or who is called away. */

sayIfAbsent('The test of the frame');
describe.skipIf(!isThere)('around every page', () => {
  let browser: Browser;
  let elsewhere: Server;
  let served: Served;
  beforeAll(async () => {
    browser = await launch();
    elsewhere = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html').end('<title>Weer</title><h1>Het weer</h1>');
    });
    await new Promise<void>((resolve) => {
      elsewhere.listen(0, '127.0.0.1', resolve);
    });
    const { port } = elsewhere.address() as AddressInfo;
    served = await serve({ quickExit: `http://127.0.0.1:${port}/` });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
    elsewhere.close();
  });

  /** Somebody who has just signed in, in a browser of their own. */
  async function signedIn(
    at: Served,
    more: BrowserContextOptions = {},
  ): Promise<{ page: Page; asker: Asker }> {
    const asker = await at.as('tester');
    const context = await browser.newContext(more);
    const [name = '', value = ''] = asker.cookie.split('=');
    await context.addCookies([{ name, value, url: at.address }]);
    return { page: await context.newPage(), asker };
  }
  const isSignedIn = async (asker: Asker) => (await asker.get('/queue')).status === 200;
  const weather = { name: 'Het weer' };

  describe('the quick way out', () => {
    const ways = {
      'a click': (page: Page) => page.getByRole('link', { name: 'Snel weg' }).click(),
      'Escape, twice': async (page: Page) => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
      },
    };
    it.each(Object.entries(ways))('ends the session and leaves no page behind: %s', async (_, leave) => {
      const { page, asker } = await signedIn(served);
      await page.goto(`${served.address}/help`);
      await page.goto(`${served.address}/queue`);
      await page.waitForFunction(() => customElements.get('privacy-screen') !== undefined);
      expect(await isSignedIn(asker)).toBe(true);
      await leave(page);
      await page.getByRole('heading', weather).waitFor();
      expect(await isSignedIn(asker)).toBe(false);
      expect(await page.context().cookies(served.address)).toEqual([]);
      await page.goBack();
      expect(new URL(page.url()).pathname).toBe('/help');
      await page.context().close();
    });

    it('works without scripts: going back shows the way in', async () => {
      const { page, asker } = await signedIn(served, { javaScriptEnabled: false });
      await page.goto(`${served.address}/queue`);
      await page.getByRole('link', { name: 'Snel weg' }).click();
      await page.getByRole('heading', weather).waitFor();
      expect(await isSignedIn(asker)).toBe(false);
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: 'Inloggen' }).waitFor();
      await page.context().close();
    });

    it('does nothing at one Escape', async () => {
      const { page, asker } = await signedIn(served);
      await page.goto(`${served.address}/queue`);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      expect(new URL(page.url()).pathname).toBe('/queue');
      expect(await isSignedIn(asker)).toBe(true);
      await page.context().close();
    });
  });

  it('says that there is no connection, and keeps what was filled in', async () => {
    const { page } = await signedIn(served);
    await page.goto(`${served.address}/families`);
    const notice = page.getByRole('alert').filter({ hasText: 'U hebt geen internetverbinding.' });
    expect(await notice.isVisible()).toBe(false);
    await page.context().setOffline(true);
    await notice.waitFor();
    await page.locator('main input[name=q]').fill('fam-0001');
    await page.locator('main form[role=search] button').click();
    expect(await notice.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.locator('main input[name=q]').inputValue()).toBe('fam-0001');
    await page.context().setOffline(false);
    await notice.waitFor({ state: 'hidden' });
    await page.context().close();
  });

  it('covers a page that nobody touches, for eyes, keys and screen readers', async () => {
    const curtained = await serve({ privacySeconds: 2 });
    const { page } = await signedIn(curtained);
    await page.goto(`${curtained.address}/families`);
    const title = await page.title();
    await page.getByRole('dialog', { name: 'Dit scherm is afgedekt' }).waitFor();
    expect(await page.title()).toBe('Waakvlam');
    expect(await page.locator('main').isVisible()).toBe(false);
    expect(await page.locator('body').ariaSnapshot()).not.toContain('Gezinnen');
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('Tab');
      const place = await page.evaluate(() => document.activeElement?.closest('dialog, body')?.className);
      expect(['cover', 'covered']).toContain(place);
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.locator('main').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Ga verder' }).click();
    expect(await page.locator('main').isVisible()).toBe(true);
    expect(await page.title()).toBe(title);
    await page.context().close();
    await curtained.close();
  }, 60_000);

  describe('a session that is about to end', () => {
    const idleMs = 12_000;
    let brief: Served;
    beforeAll(async () => {
      brief = await serve({ sessions: { idleMs, longestMs: 3_600_000 } });
    });
    afterAll(() => brief.close());

    it('is announced, can be kept, and leads to the way in and back when it has ended', async () => {
      const { page, asker } = await signedIn(brief);
      await page.goto(`${brief.address}/families?q=fam`);
      const warning = page.getByRole('dialog', { name: 'U wordt over 1 minuut afgemeld' });
      await warning.waitFor();
      await warning.getByRole('button', { name: 'Blijf aangemeld' }).click();
      await warning.waitFor({ state: 'hidden' });
      // Twice as long as the warning lasts: the session was put off.
      await warning.waitFor();
      await page.getByRole('heading', { level: 1, name: 'U bent afgemeld' }).waitFor();
      expect(await isSignedIn(asker)).toBe(false);
      await page.getByLabel('Accountnaam').fill('tester');
      await page.getByLabel('Wachtwoord').fill(testPassword);
      await page.getByRole('button', { name: 'Inloggen' }).click();
      await page.getByRole('heading', { level: 1, name: 'Gezinnen' }).waitFor();
      expect(page.url()).toBe(`${brief.address}/families?q=fam`);
      await page.context().close();
    }, 90_000);

    it('counts the minutes that the server says, and offers no more than can be had', async () => {
      const { page } = await signedIn(served);
      const told = { secondsLeft: 118, isFixed: false };
      await page.route('**/session', (route) => route.fulfill({ json: told }));
      await page.goto(`${served.address}/help`);
      /** The tab is seen again: the server is asked, and its answer has been shown. */
      const look = async () => {
        const answered = page.waitForResponse('**/session');
        await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
        await (await answered).finished();
        await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
      };
      await look();
      const warning = page.getByRole('dialog', { name: 'U wordt over 2 minuten afgemeld' });
      await warning.getByRole('button', { name: 'Sluit dit bericht' }).click();
      await look();
      expect(await warning.isVisible()).toBe(false);
      Object.assign(told, { secondsLeft: 1000 });
      await look();
      Object.assign(told, { secondsLeft: 60, isFixed: true });
      await look();
      const last = page.getByRole('dialog', { name: 'U wordt over 1 minuut afgemeld' });
      expect(await last.isVisible()).toBe(true);
      expect(await last.getByRole('button', { name: 'Blijf aangemeld' }).isVisible()).toBe(false);
      expect(await last.getByText('U was zo lang aangemeld als kan.').isVisible()).toBe(true);
      await page.context().close();
    });
  });
});
