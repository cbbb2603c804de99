import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record, serve } from '../server.ts';
import type { Asker, Served } from '../server.ts';
import { opened, send } from './send.ts';

/** When nothing can be recorded, what people filled in is not lost. */

let served: Served;
let writer: Asker;
beforeAll(async () => {
  served = await serve();
  await record(served, 'ada');
  writer = await served.as('tester');
});
afterAll(() => served.close());

const path = '/families/ada/record/contact-held';
const said = {
  party: 'party:team',
  with: 'person:father',
  joint: 'no',
  source: 'observed',
  text: 'Ze sliep slecht.',
};

/** Nobody else can write to these files of the data folder until the work is done. */
async function whileLocked<T>(files: readonly string[], work: () => Promise<T>): Promise<T> {
  const locks = files.map((file) => new DatabaseSync(join(served.folder, file)));
  try {
    for (const lock of locks) lock.exec('BEGIN IMMEDIATE');
    return await work();
  } finally {
    for (const lock of locks) lock.close();
  }
}

describe('given a log that cannot be written', () => {
  it('then the filled form is shown again and kept, and recorded once when the log is back', async () => {
    const form = { ...opened(await writer.get(path)), ...said };
    const before = await served.position();
    const told = await whileLocked(['events.db'], () => send(path, form, writer));
    expect(told.status).toBe(503);
    expect(told.text).toContain('Wat u invulde is bewaard en staat klaar als u terugkomt.');
    expect(opened(told)).toMatchObject({
      text: ['Ze sliep slecht.'],
      with: ['person:father'],
      joint: ['no'],
    });
    expect(await served.position()).toBe(before);
    const index = await served.get('/families/ada/record');
    expect(index.text).toContain('U had nog iets openstaan');
    const kept = /href="(\/families\/ada\/record\/contact-held\?draft=[\w-]+)"/.exec(index.text)?.[1] ?? '';
    const again = opened(await served.get(kept));
    expect(again).toMatchObject({ text: ['Ze sliep slecht.'], with: ['person:father'] });
    expect((await send(path, again, writer)).status).toBe(303);
    expect(await served.position()).toBe(before + 1);
    expect((await served.get('/families/ada/record')).text).not.toContain('U had nog iets openstaan');
  });
});

describe('given that the form cannot be kept either', () => {
  it('then it is shown again with a plain sentence, and can be sent from there', async () => {
    const form = { ...opened(await writer.get(path)), ...said };
    const office = new DatabaseSync(join(served.folder, 'office.db'));
    office.exec("CREATE TRIGGER full BEFORE INSERT ON drafts BEGIN SELECT RAISE(ABORT, 'full'); END");
    const told = await whileLocked(['events.db'], () => send(path, form, writer));
    office.exec('DROP TRIGGER full');
    office.close();
    expect(told.status).toBe(503);
    expect(told.text).toContain('wat u invulde kon ook niet worden bewaard: het staat alleen nog hieronder');
    expect(opened(told)).toMatchObject({
      text: ['Ze sliep slecht.'],
      with: ['person:father'],
      joint: ['no'],
    });
    expect((await served.get('/families/ada/record')).text).not.toContain('U had nog iets openstaan');
    const before = await served.position();
    expect((await send(path, opened(told), writer)).status).toBe(303);
    expect(await served.position()).toBe(before + 1);
  });
});

describe('given that not even who opens what can be written', () => {
  it('then the page holds what was sent and nothing else, and sending it again records it', async () => {
    const form = { ...opened(await writer.get(path)), ...said };
    const before = await served.position();
    const told = await whileLocked(['events.db', 'office.db'], () => send(path, form, writer));
    expect(told.status).toBe(503);
    expect(told.text).toContain(
      'Er is niets vastgelegd. Wat u invulde is er nog, maar alleen op deze pagina',
    );
    expect(opened(told)).toEqual(
      Object.fromEntries(
        Object.entries(form)
          .map(([name, value]) => [name, [value].flat().filter((each) => each !== '')] as const)
          .filter(([, value]) => value.length > 0),
      ),
    );
    expect(await served.position()).toBe(before);
    expect((await send(path, opened(told), writer)).status).toBe(303);
    expect(await served.position()).toBe(before + 1);
  });
});
