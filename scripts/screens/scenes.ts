import type { Page } from 'playwright-core';

/** What one picture shows. */
export interface Scene {
  readonly name: string;
  /** The invented person who signs in, as on the button; nobody if left out. */
  readonly who?: RegExp;
  readonly path?: string;
  /** What is done on the page first; the page that is left over is the picture. */
  readonly act?: (page: Page, address: string) => Promise<Page | undefined>;
  /** Where the picture begins; at the top if left out. */
  readonly from?: string;
  readonly width?: number;
  readonly height?: number;
}

const noor = /Noor/;
const fatima = /Fatima/;
const family = '/families/fam-0006';
const comparison = `${family}/timeline/compare?at=2026-02-01T12:00&known-at=2026-02-01T12:00&at2=2026-09-15T12:00&known-at2=2026-09-15T12:00`;
const phone = { width: 360, height: 900 };
const neighbour = 'Buurvrouw Halima';

const ofNoor = (name: string, path: string, more: Omit<Scene, 'name' | 'who' | 'path'> = {}): Scene => ({
  name,
  who: noor,
  path,
  ...more,
});

/** Makes a personal link for somebody who watches. */
async function makeLink(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Maak een link ${name}` }).click();
  await page.waitForLoadState();
}

/** The watcher's telephone, which knows nothing of who made the link. */
async function onPhone(page: Page): Promise<Page> {
  await makeLink(page, neighbour);
  const address = /http\S+\/w\/\S+/.exec(await page.locator('.new-link').innerText())?.[0] ?? '';
  const code = await page.locator('.new-link .code').innerText();
  const other = await page.context().browser()?.newPage({ viewport: phone, locale: 'nl-NL' });
  if (!other) throw new Error('there is no browser');
  await other.goto(address);
  await other.getByRole('textbox').fill(code);
  await other.getByRole('button', { name: 'Open' }).click();
  await other.waitForLoadState();
  return other;
}

async function linkMade(page: Page): Promise<undefined> {
  await makeLink(page, 'Basisschool De Linde');
  return undefined;
}

async function beginMeeting(page: Page): Promise<undefined> {
  await page.getByRole('button', { name: 'Begin een overleg' }).click();
  await page.waitForLoadState();
  return undefined;
}

/** Pins the discussion of the family without a decision. */
async function pinReview(page: Page): Promise<undefined> {
  await page.locator('main form input[type=checkbox]').first().check();
  await page.getByLabel('Alleen besproken').first().check();
  await page.getByRole('button', { name: 'Leg bespreking en besluit vast' }).click();
  await page.waitForLoadState();
  return undefined;
}

export const scenes: readonly Scene[] = [
  { name: 'inloggen' },
  ofNoor('terugval', '/queue', { height: 860 }),
  ofNoor('gezinnen', '/families'),
  ofNoor('gezinnen-lijst', '/families?sort=family', { from: 'table', height: 560 }),
  ofNoor('gezin', family),
  ofNoor('gezinslid', family, { from: 'article.person', height: 760 }),
  ofNoor('dekking', `${family}/coverage`, { from: 'main h2', height: 700 }),
  ofNoor('tijdlijn', `${family}/timeline`, {
    from: '.time-controls',
    width: 1200,
    height: 1080,
    async act(page) {
      await page.getByRole('link', { name: 'Jaar', exact: true }).click();
      await page.waitForLoadState();
      return undefined;
    },
  }),
  ofNoor('toen', `${family}/timeline?at=2026-05-01T12:00&known-at=2026-05-01T12:00`, { height: 480 }),
  ofNoor('vergelijken', comparison, {
    from: 'main h2',
    height: 640,
  }),
  ofNoor('vastleggen', `${family}/record`),
  ofNoor('incident', `${family}/record/incident-recorded`, { height: 900 }),
  ofNoor('incident-fout', `${family}/record/incident-recorded`, {
    async act(page) {
      await page.locator('main form button[type=submit]').first().click();
      await page.waitForLoadState();
      return undefined;
    },
  }),
  { name: 'besluiten', who: fatima, path: `${family}/decide`, from: 'main form', height: 900 },
  { name: 'overleg', who: fatima, path: '/meetings', act: beginMeeting, height: 860 },
  { name: 'bespreking', who: fatima, path: `${family}/review` },
  { name: 'besproken', who: fatima, path: `${family}/review`, act: pinReview, height: 860 },
  ofNoor('links', `${family}/links`, { from: 'main .lead', height: 560 }),
  ofNoor('link-gemaakt', `${family}/links`, { act: linkMade, from: '.utrecht-alert', height: 560 }),
  ofNoor('meekijker', `${family}/links`, { act: onPhone, ...phone }),
  ofNoor('papier', `${family}/for/person:parent-1`, { height: 640 }),
  { name: 'noodinzage', who: /Sander/, path: `${family}/emergency`, height: 900 },
  ofNoor('wie-keek-mee', `${family}/access`, { from: 'main h2', height: 640 }),
  { name: 'inzage', who: /Karel/, path: '/audit' },
  { name: 'mensen', who: /Ida/, path: '/people' },
  { name: 'beleid', who: /Bram/, path: '/policy' },
  ofNoor('hulp-en-uitleg', '/help'),
];
