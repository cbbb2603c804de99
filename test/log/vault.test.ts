import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { PlanEvent } from '../../src/domain/event.ts';
import { openLog } from '../../src/log/sqlite.ts';
import { keyName, masterKey, openVault } from '../../src/log/vault.ts';
import { verify } from '../../src/log/verify.ts';
import { ada, checkedIn, collect, monday, range } from '../support/log-contract.ts';
import { now, temporaryFolder } from './data-folder.ts';

const key = masterKey('', '11'.repeat(32));
const secrets = { 'person:ada': 'Ada de Zwaan', text: 'Zij belde om half drie: "kom nu".' };
const saying = (sealed: Record<string, string>, id = 'e-1') =>
  checkedIn(id, { sealed, recordedAt: monday }) as PlanEvent;
const spoken = saying(secrets);
const name = (holder: string) => keyName(spoken, holder);

/** Every byte of every file in a folder. */
const bytesIn = (folder: string) =>
  Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));

describe('sealing', () => {
  it('given names and text, then they are sealed in the log, in no file in the clear, and open again', async () => {
    using folder = temporaryFolder();
    const [log, vault] = [
      openLog({ folder: folder.data, now }),
      openVault({ folder: folder.data, masterKey: key }),
    ];
    const sealed = await vault.seal(spoken);
    expect({ ...sealed, sealed: {} }).toEqual({ ...spoken, sealed: {} });
    expect(Object.values(sealed.sealed ?? {}).every((text) => text.startsWith('sealed1.'))).toBe(true);
    await log.append(ada, 0, [sealed]);
    const [stored] = await collect(log.readAll(0));
    expect(vault.open(stored?.record.event as PlanEvent)).toEqual(spoken);
    for (const plain of ['Ada de Zwaan', 'half drie', 'kom nu'])
      expect(bytesIn(folder.data).includes(plain)).toBe(false);
    await log.close();
    vault.close();
    for (const plain of ['Ada de Zwaan', 'half drie', 'kom nu'])
      expect(bytesIn(folder.data).includes(plain)).toBe(false);
  });

  it('given the same submission twice, also after a restart, then the log recognises it', async () => {
    using folder = temporaryFolder();
    const log = openLog({ folder: folder.data, now });
    const first = openVault({ folder: folder.data, masterKey: key });
    await log.append(ada, 0, [await first.seal(spoken)]);
    expect(await log.append(ada, 0, [await first.seal(spoken)])).toMatchObject({
      kind: 'appended',
      repeated: true,
    });
    first.close();
    const second = openVault({ folder: folder.data, masterKey: key });
    expect(await log.append(ada, 0, [await second.seal(spoken)])).toMatchObject({
      kind: 'appended',
      repeated: true,
    });
    const other = saying({ ...secrets, text: 'iets anders' });
    expect(await log.append(ada, 0, [await second.seal(other)])).toEqual({ kind: 'id-taken', id: 'e-1' });
    second.close();
    await log.close();
  });

  it('given the same text in two events or for two people, then the sealed texts have nothing in common', async () => {
    using folder = temporaryFolder();
    const vault = openVault({ folder: folder.data, masterKey: key });
    const texts = await Promise.all(
      ['e-1', 'e-2'].map((id) =>
        vault.seal(saying({ text: 'ja', 'person:ada': 'ja', 'person:bo': 'ja' }, id)),
      ),
    );
    const parts = texts.flatMap(({ sealed }) =>
      Object.values(sealed ?? {}).map((text) => text.split('.')[2]),
    );
    expect(new Set(parts).size).toBe(6);
    vault.close();
  });

  it('given a sealed text that was moved or changed, then it does not open', async () => {
    using folder = temporaryFolder();
    const vault = openVault({ folder: folder.data, masterKey: key });
    const one = await vault.seal(saying({ 'person:ada': 'Ada' }));
    expect(() => vault.open({ ...one, id: 'e-2' as never })).toThrow();
    const text = one.sealed?.['person:ada'] ?? '';
    expect(() => vault.open({ ...one, sealed: { 'person:ada': `${text.slice(0, -3)}AAA` } })).toThrow();
    vault.close();
  });

  it('given a sealed event, then its keys are on disk before it can be appended', async () => {
    using folder = temporaryFolder();
    const vault = openVault({ folder: folder.data, masterKey: key });
    const sealed = await vault.seal(spoken);
    const beside = openVault({ folder: folder.data, masterKey: key });
    expect(beside.open(sealed)).toEqual(spoken);
    beside.close();
    vault.close();
  });

  it('given many events at once, then each gets its own keys', async () => {
    using folder = temporaryFolder();
    const vault = openVault({ folder: folder.data, masterKey: key });
    const events = range(300).map((index) => saying({ text: `nummer ${index}` }, `e-${index}`));
    const sealed = await Promise.all(events.map((event) => vault.seal(event)));
    expect(sealed.map((event) => vault.open(event))).toEqual(events);
    expect(vault.keysOf(ada)).toHaveLength(300);
    vault.close();
  });
});

describe('destroying', () => {
  it('given a person to forget, then the name is gone for ever, the rest opens, and every hash stays valid', async () => {
    using folder = temporaryFolder();
    const [log, vault] = [
      openLog({ folder: folder.data, now }),
      openVault({ folder: folder.data, masterKey: key }),
    ];
    const sealed = await vault.seal(spoken);
    for (const index of range(200)) await vault.seal(saying({ text: 'vulling' }, `e-${index + 2}`));
    await log.append(ada, 0, [sealed]);
    const wrapped = wrappedIn(folder.data, name('person:ada'));
    expect(bytesIn(folder.data).includes(wrapped)).toBe(true);
    expect(await vault.destroy([name('person:ada'), name('person:nobody')])).toBe(1);
    expect(bytesIn(folder.data).includes(wrapped)).toBe(false);
    expect(vault.open(sealed)).toEqual({ ...spoken, sealed: { text: secrets.text } });
    vault.close();
    expect(bytesIn(folder.data).includes(wrapped)).toBe(false);
    const again = openVault({ folder: folder.data, masterKey: key });
    expect(again.open(sealed)).toEqual({ ...spoken, sealed: { text: secrets.text } });
    again.close();
    await log.close();
    expect([...verify(folder.data)]).toEqual([{ position: 1, of: 1 }]);
  });

  it('given a name that comes back after it was destroyed, then it gets a new key and the old text stays closed', async () => {
    using folder = temporaryFolder();
    const vault = openVault({ folder: folder.data, masterKey: key });
    const before = await vault.seal(saying({ 'person:ada': 'Ada' }));
    await vault.destroy(vault.keysOf(ada));
    const after = await vault.seal(saying({ 'person:ada': 'Ada' }, 'e-2'));
    expect([vault.open(before).sealed, vault.open(after).sealed]).toEqual([{}, { 'person:ada': 'Ada' }]);
    vault.close();
  });
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
