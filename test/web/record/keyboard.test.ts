import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record, serve } from '../server.ts';
import type { Served } from '../server.ts';

/** Recording with the keyboard alone, wrong first: the way from the mistake to the field, and nothing lost on it. */

const executablePath = '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
const isThere = existsSync(executablePath);
if (!isThere)
  process.stderr.write(
    `The keyboard test is skipped: ${executablePath} is absent. Install it with: apt-get install chromium\n`,
  );

describe.skipIf(!isThere)('by keyboard alone', () => {
  let served: Served;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    served = await serve();
    await record(served, 'ada');
    browser = await chromium.launch({ executablePath, args });
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addCookies([...served.cookies]);
    page = await context.newPage();
    page.on('console', (message) => {
      // The browser itself writes that an answer was 422.
      if (!message.text().includes('422')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
  const isIn = (name: string) =>
    page.evaluate((wanted) => {
      const field = document.activeElement;
      return field?.getAttribute('name') === wanted || field?.getAttribute('href') === wanted;
    }, name);

  /** Forward from where the focus is; within as many presses as a form has fields. */
  async function tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 90; presses += 1) {
      if (await isIn(name)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${name}`);
  }

  /** Down from the first of a group of radio buttons, or through the boxes that are ticked one by one. */
  async function choose(name: string, value: string): Promise<void> {
    await tabTo(name);
    for (let presses = 0; presses < 20; presses += 1) {
      const at = await page.evaluate(() => {
        const field = document.activeElement as HTMLInputElement | null;
        return { type: field?.type ?? '', value: field?.value ?? '' };
      });
      if (at.value === value) {
        if (at.type !== 'select-one') await page.keyboard.press('Space');
        return;
      }
      await page.keyboard.press(at.type === 'checkbox' ? 'Tab' : 'ArrowDown');
    }
    throw new Error(`the keyboard does not reach ${value} of ${name}`);
  }

  async function type(name: string, text: string): Promise<void> {
    await tabTo(name);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
  }

  /** Enter in a text field sends a form, as people expect. */
  async function send(): Promise<void> {
    const answered = page.waitForEvent('load');
    await page.keyboard.press('Enter');
    await answered;
  }

  const valueOf = (id: string) => page.locator(`[id="${id}"]`).inputValue();
  const isTicked = (name: string, value: string) =>
    page.locator(`input[name="${name}"][value="${value}"]`).isChecked();

  it('records an incident: the summary leads to each mistake, and who must not see it is asked once more', async () => {
    const before = await served.position();
    await page.goto(`${served.address}/families/ada/record/incident-recorded`);
    await choose('kinds', 'verbal');
    await choose('by', 'person:father');
    await type('text', 'Geschreeuw in de keuken.');
    await type('occurred-day', '2');
    await type('occurred-month', '13');
    await type('occurred-year', '2026');
    await send();
    expect(await page.title()).toMatch(/^Fout: /);
    expect(await focused()).toBe('errors');
    expect(await page.locator('#errors li').allTextContents()).toEqual([
      'Tegen wie: maak een keuze',
      'Wanneer gebeurde het: dit is geen datum, vul dag, maand en jaar in, bijvoorbeeld 3 2 2026',
      'Hoe weet u dit: maak een keuze',
    ]);
    expect(await isTicked('kinds', 'verbal')).toBe(true);
    expect(await isTicked('by', 'person:father')).toBe(true);
    expect(await valueOf('text')).toBe('Geschreeuw in de keuken.');
    expect(await valueOf('occurred-month')).toBe('13');
    expect(await served.position()).toBe(before);

    await tabTo('#against');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('against');
    await choose('against', 'person:ada');
    await type('occurred-month', '3');
    await choose('source', 'child_said');
    await tabTo('hiddenFrom');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await send();
    expect(await focused()).toBe('answer');
    expect(await page.locator('#answer h2').textContent()).toBe('Kijk nog een keer wie dit niet mag zien');
    expect(await isTicked('hiddenFrom', 'person:father')).toBe(true);
    expect(await served.position()).toBe(before);

    await tabTo('reported-time');
    await send();
    await page.locator('#done').waitFor();
    expect(await page.locator('#done').textContent()).toContain('Incident');
    expect(await served.position()).toBe(before + 1);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('records a check-in: nothing is recorded of a wrong one, one fact of a right one', async () => {
    const before = await served.position();
    await page.goto(`${served.address}/families/ada/record/monitor-checked-in?back=coverage`);
    await choose('party', 'party:school');
    await choose('personsSeen', 'person:ada');
    await choose('childAlone', 'yes');
    await choose('joint', 'no');
    await choose('worry', '1');
    await type('text', 'Ze lachte weer.');
    await choose('source', 'observed');
    await type('occurred-year', '2999');
    await send();
    expect(await focused()).toBe('errors');
    expect(await page.locator('#errors li').allTextContents()).toEqual([
      'Is de afspraak gehouden: maak een keuze',
      'Wanneer gebeurde het: dit ligt in de toekomst. Leg vast wat al gebeurd is; wat gepland is hoort bij de afspraak of de stap zelf',
    ]);
    expect(await valueOf('text')).toBe('Ze lachte weer.');
    expect(await isTicked('childAlone', 'yes')).toBe(true);
    expect(await served.position()).toBe(before);

    await page.keyboard.press('Tab');
    expect(await isIn('#result')).toBe(true);
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('result');
    await page.keyboard.press('Space');
    await type('occurred-year', '2026');
    await type('occurred-month', '3');
    await send();
    await page.locator('#done').waitFor();
    expect(new URL(page.url()).pathname).toBe('/families/ada/coverage');
    expect(await page.locator('#done').textContent()).toContain('Bericht van een monitor');
    expect(await served.position()).toBe(before + 1);
    expect(complaints).toEqual([]);
  }, 60_000);
});
