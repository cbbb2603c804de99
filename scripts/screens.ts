import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../test/web/sweep/browser.ts';
import { serve } from '../test/web/server.ts';
import { scenes } from './screens/scenes.ts';
import type { Scene } from './screens/scenes.ts';

/** Takes the pictures of the guide into docs/screens, of the invented region at a fixed clock. */

// Everything that tells the time in this process tells this one: the pictures differ only where the pages do.
let clock = Date.parse('2026-11-02T09:30:00+01:00');
Date.now = () => clock;

const largest = 80 * 1024;
const into = join(import.meta.dirname, '../docs/screens');

mkdirSync(into, { recursive: true });
const served = await serve({ invented: 'load', privacySeconds: 9999 });
while (!served.said.some((line) => line.includes('has been loaded'))) await setTimeout(200);
// A page that is asked for in the very moment of loading would say that there is news.
clock += 20 * 60_000;
const browser = await launch();
try {
  const wanted = process.argv.slice(2);
  for (const scene of scenes) {
    if (wanted.length > 0 && !wanted.includes(scene.name)) continue;
    const picture = await taken(browser, scene);
    writeFileSync(join(into, `${scene.name}.webp`), picture);
    process.stdout.write(`${scene.name}.webp ${Math.ceil(picture.length / 1024)} KB\n`);
  }
} finally {
  await browser.close();
  await served.close();
}

/** One picture, in a browser that has seen nothing yet. */
async function taken(into: Browser, scene: Scene): Promise<Buffer> {
  const { width = 1000, height = 720 } = scene;
  const context = await into.newContext({ viewport: { width, height }, locale: 'nl-NL' });
  try {
    let page = await context.newPage();
    await page.goto(`${served.address}/login`);
    if (scene.who !== undefined) {
      await page.getByRole('button', { name: scene.who }).click();
      await page.waitForLoadState();
    }
    if (scene.path !== undefined) await page.goto(`${served.address}${scene.path}`);
    page = (await scene.act?.(page, served.address)) ?? page;
    await page.evaluate(() => document.fonts.ready);
    return await pictureOf(page, scene, { width, height });
  } finally {
    await context.close();
  }
}

async function pictureOf(
  page: Page,
  { from }: Scene,
  { width, height }: { width: number; height: number },
): Promise<Buffer> {
  const box = from === undefined ? null : await page.locator(from).first().boundingBox();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const y = Math.max(0, (box?.y ?? 8) - 8 + (await page.evaluate(() => scrollY)));
  const clip = { x: 0, y, width, height: Math.min(height, whole - y), scale: Math.min(1, 1000 / width) };
  const devtools = await page.context().newCDPSession(page);
  for (let quality = 85; ; quality -= 10) {
    const { data } = await devtools.send('Page.captureScreenshot', {
      ...{ format: 'webp', quality, clip, captureBeyondViewport: true },
    });
    const picture = Buffer.from(data, 'base64');
    if (picture.length <= largest || quality < 40) return picture;
  }
}
