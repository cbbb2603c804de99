import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fact, serve } from '../server.ts';
import type { Served } from '../server.ts';
import { isThere, launch, sayIfAbsent } from '../sweep/browser.ts';
import {
  clockAt,
  expectSound,
  fill,
  minutesLater,
  namedFamily,
  read,
  sealedNames,
  signIn,
  textOf,
} from './stage.ts';
import type { Reader } from './stage.ts';

/** Thirty seconds on a telephone: whoever watches one agreement tells how it goes. */

const family = 'fam-ada';
const promise = 'Ik let op of zij elke dag op school is.';
const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
};

sayIfAbsent('The thirty seconds of the watcher');
describe.skipIf(!isThere)('the thirty seconds of the watcher', () => {
  let served: Served;
  let browser: Browser;
  const open: Reader[] = [];
  beforeAll(async () => {
    clockAt('2026-03-10T09:00:00+01:00');
    served = await serve();
    await fill(served, family, [
      ...namedFamily(family).map((event) =>
        (event as { type: string }).type === 'MonitorAccepted'
          ? { ...event, sealed: { text: promise } }
          : event,
      ),
      fact(family, 'PartyInvolved', { party: 'party:vt', kind: 'veilig_thuis', informal: false }),
      fact(family, 'EscalationPathSet', {
        agreement: 'a1',
        rungs: [{ to: 'party:vt', ackMinutes: 30, hours: '24x7', accepted: true }],
      }),
    ]);
    served.relate('monitor', family);
    browser = await launch();
  }, 60_000);
  afterEach(async () => {
    for (const reader of open.splice(0)) {
      expect(reader.complaints.filter((line) => !/status of (404|422)/.test(line))).toEqual([]);
      await reader.close();
    }
  });
  afterAll(async () => {
    vi.useRealTimers();
    await browser.close();
    await served.close();
  });

  const on = async (options: BrowserContextOptions): Promise<Page> => {
    const reader = await read(browser, options);
    open.push(reader);
    return reader.page;
  };
  /** What the log holds of one kind, through the page that professionals read. */
  const recorded = async (name: string) =>
    [...(await served.get(`/families/${family}/timeline`)).text.matchAll(/<tr id="e-[^]*?<\/tr>/g)].filter(
      ([row]) => row.includes(name),
    ).length;

  /** As the monitor makes it: the address, and the code if there is one. */
  async function newLink(withCode: boolean): Promise<{ readonly address: string; readonly code: string }> {
    const desk = await on({});
    await signIn(served, desk, 'monitor', `/families/${family}/links`);
    if (!withCode) await desk.getByLabel('Zonder code').check();
    await desk.getByRole('button', { name: /^Maak een (nieuwe )?link Basisschool De Vlinder$/ }).click();
    const code = withCode ? await desk.locator('.code').innerText() : '';
    expect(await desk.locator('.code').count()).toBe(withCode ? 1 : 0);
    await expectSound(desk);
    return { address: await desk.locator('.new-link code').innerText(), code };
  }

  /** Counts what somebody does with a thumb. */
  function thumb(page: Page) {
    let taps = 0;
    const count = async (act: Promise<void>) => {
      taps += 1;
      await act;
    };
    return {
      choose: (question: string, answer: string) =>
        count(page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).tap()),
      press: (name: string) => count(page.getByRole('button', { name }).tap()),
      follow: (name: string) => count(page.getByRole('link', { name }).first().tap()),
      taps: () => taps,
    };
  }

  async function expectNobodyNamed(page: Page): Promise<void> {
    const text = await page.content();
    for (const name of [...Object.values(sealedNames), family, 'person:', 'party:', 'a1"', 'status-'])
      expect(text).not.toContain(name);
  }

  it('opens a link with its code, and reports in five taps', async () => {
    const { address, code } = await newLink(true);
    const page = await on(phone);
    await page.goto(address);
    await expectNobodyNamed(page);
    await expectSound(page);
    await page.getByLabel('Uw code').fill(code);
    await page.getByRole('button', { name: 'Open' }).tap();
    expect(await textOf(page, '.promise')).toBe(promise);
    expect(await textOf(page, 'body')).toMatch(/112.*0800-2000/);
    await expectSound(page);
    await expectNobodyNamed(page);
    const { choose, press, taps } = thumb(page);
    await choose('Is de afspraak gehouden?', 'Ja');
    await choose('Wie hebt u gezien of gesproken?', 'Het kind');
    await choose('Was er iemand bij?', 'Alleen anderen, zoals de klas');
    await choose('Maakt u zich zorgen?', 'Nee');
    await press('Verstuur');
    await page.getByText('Uw bericht is aangekomen.').waitFor();
    expect(taps()).toBeLessThan(6);
    expect(await textOf(page, 'main')).toContain('We vragen u weer rond 17 maart.');
    expect(await recorded('Bericht van een monitor')).toBe(1);
    await expectNobodyNamed(page);
    // The code is asked once on each telephone.
    await page.goto(address);
    expect(await page.locator('.promise').count()).toBe(1);
    const other = await on(phone);
    await other.goto(address);
    expect(await other.locator('.promise').count()).toBe(0);
  }, 60_000);

  it('says that nothing could be seen, twice by mistake, and rings the bell; in English', async () => {
    minutesLater(20);
    const { address } = await newLink(false);
    const page = await on(phone);
    await page.goto(`${address}?lang=en`);
    const { choose, press, follow, taps } = thumb(page);
    await choose('Was the agreement kept?', 'I could not see it');
    await choose('Are you worried?', 'Yes');
    await page.getByRole('button', { name: 'Send' }).dblclick();
    await page.getByText('Your message has arrived.').waitFor();
    expect(await recorded('Bericht van een monitor')).toBe(2);
    await expectNobodyNamed(page);
    // Worried: the bell is one tap away.
    await follow('Ring the bell');
    expect(await textOf(page)).toContain('Is there danger now? First call 112.');
    await expectSound(page);
    await choose('How soon should somebody act?', 'Today or tomorrow');
    await press('Ring the bell');
    await page.getByText('You rang the bell').waitFor();
    expect(taps()).toBe(5);
    expect(await textOf(page)).toContain(
      'It was agreed that somebody (Veilig Thuis) responds within 30 minutes.',
    );
    expect(await recorded('Aan de bel getrokken')).toBe(1);
    await expectSound(page);
    await expectNobodyNamed(page);
  }, 60_000);

  it('pauses, and stops for good, without scripts and without blame', async () => {
    minutesLater(20);
    const { address } = await newLink(false);
    const page = await on({ ...phone, javaScriptEnabled: false });
    await page.goto(address);
    const { choose, press, follow } = thumb(page);
    await press('Verstuur');
    // What is missing is said at the top, with a way to it.
    await page.getByRole('link', { name: 'Kies een antwoord.' }).first().waitFor();
    await follow('Ik kan dit niet (meer) doen');
    expect(await textOf(page)).toContain('U hoeft niet uit te leggen waarom.');
    await choose('Hoe lang kunt u het niet doen?', '1 week');
    await page.getByRole('button', { name: 'Laat het weten' }).dblclick();
    await page.getByText('Tot en met 16 maart vragen we u niets.').waitFor();
    expect(await recorded('Monitor tijdelijk afwezig')).toBe(1);
    // With scripts a second tap is not even sent: it would find a link that works no more.
    const withScripts = await on(phone);
    await withScripts.goto(`${address}?do=stop`);
    await expectSound(withScripts);
    await thumb(withScripts).choose('Hoe lang kunt u het niet doen?', 'Ik stop ermee');
    await withScripts.getByRole('button', { name: 'Laat het weten' }).dblclick();
    await withScripts.getByText('Dank u voor wat u hebt gedaan.').waitFor();
    expect(await recorded('Monitor stopt')).toBe(1);
    await page.goto(address);
    expect(await textOf(page)).toContain('Deze link werkt niet (meer)');
    await expectNobodyNamed(page);
  }, 60_000);
});
