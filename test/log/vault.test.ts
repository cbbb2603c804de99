import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlanEvent } from '../../src/domain/event.ts';
import { openEngine, openEngineReader } from '../../src/log/engine.ts';
import type { Engine } from '../../src/log/engine.ts';
import { keyName, masterKey, openVault } from '../../src/log/vault.ts';
import { engines } from '../support/engines.ts';
import type { StartedEngine } from '../support/engines.ts';
import { ada, checkedIn, collect, monday, range } from '../support/log-contract.ts';
import { now, temporaryFolder } from './data-folder.ts';

const hexKey = '11'.repeat(32);
const key = masterKey('', hexKey);
const secrets = { 'person:ada': 'Ada de Zwaan', text: 'Zij belde om half drie: "kom nu".' };
const saying = (sealed: Record<string, string>, id = 'e-1') =>
  checkedIn(id, { sealed, recordedAt: monday }) as PlanEvent;
const spoken = saying(secrets);
const name = (holder: string) => keyName(spoken, holder);

/** Every byte of every file in a folder. */
const bytesIn = (folder: string) =>
  Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));

describe.each(engines)('names and texts on the engine $name', ({ isEmbedded, start }) => {
  let started: StartedEngine;
  let place: string | undefined;
  beforeAll(async () => {
    started = await start(now);
  });
  afterAll(() => started.stop());
  beforeEach(() => {
    place = started.emptyPlace();
  });

  const open = (folder: string): Promise<Engine> =>
    openEngine({ address: place, folder, now, masterKey: hexKey });
  /** All that this machine can see of what was written. */
  const bytes = (folder: string) => Buffer.concat([bytesIn(folder), started.bytes()]);

  /** What a vault does on a folder that is opened for it, and closed. */
  async function within(work: (engine: Engine, folder: string) => Promise<void>): Promise<void> {
    using folder = temporaryFolder();
    const engine = await open(folder.data);
    try {
      await work(engine, folder.data);
    } finally {
      await engine.close();
    }
  }

  describe('sealing', () => {
    it('given names and text, then they are sealed in the log, in no file in the clear, and open again', async () => {
      using folder = temporaryFolder();
      const { log, vault, close } = await open(folder.data);
      const sealed = await vault.seal(spoken);
      expect({ ...sealed, sealed: {} }).toEqual({ ...spoken, sealed: {} });
      expect(Object.values(sealed.sealed ?? {}).every((text) => text.startsWith('sealed1.'))).toBe(true);
      await log.append(ada, 0, [sealed]);
      const [stored] = await collect(log.readAll(0));
      expect(vault.open(stored?.record.event as PlanEvent)).toEqual(spoken);
      const plain = ['Ada de Zwaan', 'half drie', 'kom nu'];
      expect(plain.filter((words) => bytes(folder.data).includes(words))).toEqual([]);
      await close();
      expect(plain.filter((words) => bytes(folder.data).includes(words))).toEqual([]);
    });

    it('given the same submission twice, also after a restart, then the log recognises it', async () => {
      using folder = temporaryFolder();
      const repeated = { kind: 'appended', repeated: true };
      const first = await open(folder.data);
      await first.log.append(ada, 0, [await first.vault.seal(spoken)]);
      expect(await first.log.append(ada, 'any', [await first.vault.seal(spoken)])).toMatchObject(repeated);
      await first.close();
      const { log, vault, close } = await open(folder.data);
      expect(await log.append(ada, 0, [await vault.seal(spoken)])).toMatchObject(repeated);
      const other = saying({ ...secrets, text: 'iets anders' });
      expect(await log.append(ada, 0, [await vault.seal(other)])).toEqual({ kind: 'id-taken', id: 'e-1' });
      await close();
    });

    it('given the same text in two events or for two people, then the sealed texts have nothing in common', () =>
      within(async ({ vault }) => {
        const texts = await Promise.all(
          ['e-1', 'e-2'].map((id) =>
            vault.seal(saying({ text: 'ja', 'person:ada': 'ja', 'person:bo': 'ja' }, id)),
          ),
        );
        const parts = texts.flatMap(({ sealed }) =>
          Object.values(sealed ?? {}).map((text) => text.split('.')[2]),
        );
        expect(new Set(parts).size).toBe(6);
      }));

    it('given a sealed text that was moved or changed, then it does not open', () =>
      within(async ({ vault }) => {
        const one = await vault.seal(saying({ 'person:ada': 'Ada' }));
        expect(() => vault.open({ ...one, id: 'e-2' as never })).toThrow();
        const text = one.sealed?.['person:ada'] ?? '';
        expect(() => vault.open({ ...one, sealed: { 'person:ada': `${text.slice(0, -3)}AAA` } })).toThrow();
      }));

    it('given a sealed event, then its keys are on disk before it can be appended', () =>
      within(async ({ vault }, folder) => {
        const sealed = await vault.seal(spoken);
        const beside = openVault({ folder, masterKey: key });
        expect(beside.open(sealed)).toEqual(spoken);
        beside.close();
      }));

    if (!isEmbedded)
      it('given a sealed event, then a node with an empty folder can open it before it can be appended (where nodes share keys)', () =>
        within(async ({ vault }) => {
          const sealed = await vault.seal(spoken);
          await within((other) => {
            expect(other.vault.open(sealed)).toEqual(spoken);
            return Promise.resolve();
          });
        }));

    it('given many events at once, then each gets its own keys', () =>
      within(async ({ vault }) => {
        const events = range(300).map((index) => saying({ text: `nummer ${index}` }, `e-${index}`));
        const sealed = await Promise.all(events.map((event) => vault.seal(event)));
        expect(sealed.map((event) => vault.open(event))).toEqual(events);
        expect(vault.keysOf(ada)).toHaveLength(300);
      }));
  });

  describe('destroying', () => {
    it('given a person to forget, then the name is gone for ever, the rest opens, and every hash stays valid', async () => {
      using folder = temporaryFolder();
      const { log, vault, close } = await open(folder.data);
      const sealed = await vault.seal(spoken);
      for (const index of range(200)) await vault.seal(saying({ text: 'vulling' }, `e-${index + 2}`));
      await log.append(ada, 0, [sealed]);
      const wrapped = wrappedIn(folder.data, name('person:ada'));
      expect(bytesIn(folder.data).includes(wrapped)).toBe(true);
      const before = vault.destructions();
      expect(await vault.destroy([name('person:ada'), name('person:nobody')])).toBe(1);
      expect(vault.destructions()).toBeGreaterThan(before);
      expect(bytesIn(folder.data).includes(wrapped)).toBe(false);
      expect(vault.open(sealed)).toEqual({ ...spoken, sealed: { text: secrets.text } });
      await close();
      expect(bytesIn(folder.data).includes(wrapped)).toBe(false);
      const again = await open(folder.data);
      expect(again.vault.open(sealed)).toEqual({ ...spoken, sealed: { text: secrets.text } });
      await again.close();
      expect(await verdictOn(folder.data)).toMatchObject({ kind: 'sound', events: 1 });
    });

    it('given a name that comes back after it was destroyed, then it gets a new key and the old text stays closed', () =>
      within(async ({ vault }) => {
        const before = await vault.seal(saying({ 'person:ada': 'Ada' }));
        await vault.destroy(vault.keysOf(ada));
        const after = await vault.seal(saying({ 'person:ada': 'Ada' }, 'e-2'));
        expect([vault.open(before).sealed, vault.open(after).sealed]).toEqual([{}, { 'person:ada': 'Ada' }]);
      }));
  });

  async function verdictOn(folder: string) {
    const { log, verify } = await openEngineReader({ address: place, folder, now });
    const walk = verify();
    for (;;) {
      const step = await walk.next();
      if (step.done !== true) continue;
      if (!isEmbedded) await log.close();
      return step.value;
    }
  }
});

describe('the master key', () => {
  it('given none, then one is made that only its owner may read, and it is found again', () => {
    using folder = temporaryFolder();
    const made = masterKey(folder.data);
    expect(made).toHaveLength(32);
    expect(statSync(join(folder.data, 'master.key')).mode & 0o777).toBe(0o600);
    expect(masterKey(folder.data, ' ')).toEqual(made);
  });

  it('given text, then hexadecimal and base64 are the same key, and anything else is refused without repeating it', () => {
    const bytes = Buffer.alloc(32, 0x11);
    expect(Buffer.from(masterKey('', bytes.toString('base64'))).equals(bytes)).toBe(true);
    expect(Buffer.from(key).equals(bytes)).toBe(true);
    expect(() => masterKey('', 'geheim')).toThrow(
      'WAAKVLAM_MASTER_KEY is not a master key: it must be 32 bytes as 64 hexadecimal or 44 base64 characters. Make one with: openssl rand -base64 32',
    );
  });

  it('given another one than the folder was made with, then it is refused', () => {
    using folder = temporaryFolder();
    openVault({ folder: folder.data, masterKey: key }).close();
    expect(() => openVault({ folder: folder.data, masterKey: masterKey('', '22'.repeat(32)) })).toThrow(
      `The master key does not open keys.db in ${folder.data}. Start with the key that this folder was made with.`,
    );
  });
});

function wrappedIn(folder: string, keyOf: string): Buffer {
  const db = new DatabaseSync(join(folder, 'keys.db'), { readOnly: true });
  const row = db.prepare('SELECT wrapped FROM keys WHERE name = ?').get(keyOf);
  db.close();
  return Buffer.from(row?.['wrapped'] as Uint8Array);
}
