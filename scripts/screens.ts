import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../src/domain/instant.ts';
import type { Day } from '../src/domain/calendar.ts';
import { launch } from '../test/web/sweep/browser.ts';
import { examples } from '../test/web/sweep/examples.ts';
import { serveSwept } from '../test/web/sweep/store.ts';

/** Takes a small picture of every page into docs/screens, of an invented region at a fixed clock. */

const clock = Date.parse('2026-11-02T09:30:00+01:00') as Instant;
// Everything that tells the time in this process tells this one: the pictures differ only where the pages do.
Date.now = () => clock;

const width = 1000;
const largest = 80 * 1024;
const into = join(import.meta.dirname, '../docs/screens');
const region = { families: 14, seed: 1, from: '2025-06-01' as Day, until: '2026-11-02' as Day };

mkdirSync(into, { recursive: true });
const { served, address } = await serveSwept(region, () => clock);
const browser = await launch();
try {
  for (const [name, [first]] of Object.entries(examples)) {
    if (first === undefined || (first.status ?? 200) !== 200) continue;
    const { cookie } =
      first.as === undefined ? served : first.as === 'nobody' ? served.asNobody : await served.as(first.as);
    const page = await browser.newPage({ viewport: { width, height: 700 } });
    const [cookieName, value] = cookie.split('=');
    if (cookieName && value)
      await page.context().addCookies([{ name: cookieName, value, url: served.address }]);
    await page.goto(`${served.address}${address(first.path)}`);
    await page.evaluate(() => document.fonts.ready);
    for (let quality = 80; quality >= 20; quality -= 15) {
      const picture = await page.screenshot({ path: join(into, `${name}.jpg`), type: 'jpeg', quality });
      if (picture.length <= largest) break;
    }
    process.stdout.write(`${name}.jpg ${first.path}\n`);
    await page.close();
  }
} finally {
  await browser.close();
  await served.close();
}
