import { expect, vi } from 'vitest';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { parseInstant } from '../../../src/domain/instant.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { testPassword } from '../people.ts';
import type { AccountId } from '../people.ts';
import { adasFamily } from '../server.ts';
import type { Served } from '../server.ts';
import { axeFaults, outline, sticksOut } from '../sweep/look.ts';

/** What a day in a browser needs: a clock, a family with names, and a reader whose every complaint is kept. */

/** From here on it is that time, for the server; the browser keeps its own clock. */
export function clockAt(text: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: instant(text) });
}

export function minutesLater(minutes: number): void {
  vi.setSystemTime(Date.now() + minutes * 60_000);
}

function instant(text: string): Instant {
  const found = parseInstant(text);
  if (found === null) throw new Error(text);
  return found;
}

/** Names that stand sealed in the log, and must stand nowhere else. */
export const sealedNames = {
  'person:ada': 'Ada Zonneveld',
  'person:father': 'Wim Zonneveld',
  'party:school': 'Basisschool De Vlinder',
} as const;

/** Ada's family, with names. */
export const namedFamily = (family: string): object[] =>
  adasFamily(family).map((event) => {
    const { person, party } = (event as { data: { person?: string; party?: string } }).data;
    const id = person ?? party ?? '';
    const isFirst = /Joined|Involved/.test((event as { type: string }).type);
    const name = sealedNames[id as keyof typeof sealedNames] as string | undefined;
    return isFirst && name !== undefined ? { ...event, sealed: { [id]: name } } : event;
  });

let fills = 0;

/** Recorded by somebody who may. */
export async function fill(
  { post }: Pick<Served, 'post'>,
  family: string,
  events: readonly object[],
): Promise<void> {
  fills += 1;
  const key = { 'idempotency-key': `fill-number-${fills}` };
  const told = await post(`/api/families/${family}/events`, { events }, key);
  expect(told.status, told.text).toBe(201);
}

/** A tab of its own, with what its console and its policy complained about. */
export interface Reader {
  readonly page: Page;
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function read(browser: Browser, options: BrowserContextOptions = {}): Promise<Reader> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`policy: ${effectiveDirective} ${blockedURI}`);
    });
  });
  return { page, complaints, close: () => context.close() };
}

/** Through the page where everybody signs in. */
export async function signIn({ address }: Served, page: Page, account: AccountId, next = '/'): Promise<void> {
  await page.goto(`${address}${next}`);
  await page.getByLabel('Accountnaam').fill(account);
  await page.getByLabel('Wachtwoord').fill(testPassword);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByRole('button', { name: 'Uitloggen' }).waitFor();
}

export const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();

/** The text of the page as somebody reads it, in one line. */
export const textOf = async (page: Page, selector = 'main'): Promise<string> =>
  (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ');

/** Nothing on the page as it stands is out of reach for somebody. */
export async function expectSound(page: Page): Promise<void> {
  const found = [...(await axeFaults(page)), ...(await outline(page)), ...(await sticksOut(page))];
  expect(found, await heading(page)).toEqual([]);
}

/** No badge of this page says that anybody is safe. */
export async function expectNobodySafe(page: Page): Promise<void> {
  expect(await page.locator('.status-direct, .status-durable').allInnerTexts(), page.url()).toEqual([]);
}

/** Somebody who has no mouse: every press counts, but for the letters of a text. */
export function keyboard(page: Page) {
  const pressed: string[] = [];
  const press = async (key: string) => {
    pressed.push(key);
    await page.keyboard.press(key);
  };
  /** What has the focus, by the name that a screen reader says. */
  const focused = () =>
    page.evaluate(() => {
      const held = document.activeElement;
      const label =
        held instanceof HTMLInputElement || held instanceof HTMLTextAreaElement ? held.labels?.[0] : held;
      return (label?.textContent ?? '').replace(/\s+/g, ' ').trim();
    });
  const tabTo = async (name: string) => {
    for (let times = 0; times < 25; times += 1) {
      await press('Tab');
      if ((await focused()).startsWith(name)) return;
    }
    throw new Error(`no way to ${name}: ${pressed.join(' ')}`);
  };
  const skipToContent = async () => {
    await tabTo('Naar de inhoud');
    await press('Enter');
  };
  return { press, focused, tabTo, skipToContent, pressed: () => pressed };
}
