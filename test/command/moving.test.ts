import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FamilyId } from '../../src/domain/ids.ts';
import { openReader } from '../../src/log/sqlite.ts';
import { masterKey, openVault } from '../../src/log/vault.ts';
import type { Vault } from '../../src/log/vault.ts';
import { killedWhen, waakvlam } from '../support/command.ts';
import { linesOf, movingGround, openedEvents, perFamily, writeEvents } from '../support/moving.ts';
import type { MovingGround } from '../support/moving.ts';

/** From one store into another, with the real command. What goes over a wire is in moving-server.test.ts. */

let ground: MovingGround;
let here: string;
beforeAll(async () => {
  ground = await movingGround(8);
  here = ground.path('here');
  expect(await waakvlam(['import', ground.region, '--data', here])).toMatchObject({ code: 0 });
}, 60_000);
afterAll(() => {
  ground.clear();
});

/** How long it took differs. */
const told = (text: string) =>
  text.replace(/ in (\d+ min \d+|\d+[.]\d) s\b/g, ' in TIME').replace(/waakvlam: /g, '');
const same = () =>
  `the same in both: ${ground.events} events of 8 families in their order, and 80 statuses; compared in TIME\n`;
const moved = (written: number, before: number) =>
  `${written} written, ${before} stored before, 0 rejected, in TIME\n`;

const checkIn = (id: string, more: object = {}) => ({
  id,
  type: 'PersonLeft',
  version: 1,
  family: 'fam-ties',
  recordedAt: '2024-03-01T10:00:00+01:00',
  by: 'party:team',
  source: 'observed',
  data: { person: 'person:ada' },
  ...more,
});

async function stored(folder: string): Promise<number> {
  if (!existsSync(join(folder, 'events.db'))) return 0;
  const reader = openReader(folder);
  try {
    return await reader.head();
  } finally {
    await reader.close();
  }
}

describe('a store that moves into another folder', () => {
  it('given a new folder, then everything is there in its order, names open, and it says so', async () => {
    const there = ground.path('there');
    const first = await waakvlam(['import', here, '--data', there]);
    expect([first.code, told(first.stderr)]).toEqual([0, moved(ground.events, 0) + same()]);
    expect(await openedEvents(ground, ['--data', there])).toEqual(
      await openedEvents(ground, ['--data', here]),
    );
    const second = await waakvlam(['import', here, '--data', there]);
    expect([second.code, told(second.stderr)]).toEqual([0, moved(0, ground.events) + same()]);
    expect(await waakvlam(['verify', '--data', there])).toMatchObject({ code: 0 });
  });

  it('given a kill -9 at any point, then the next run goes on and ends with the same', async () => {
    let partly = 0;
    for (let round = 0; partly < 3; round += 1) {
      expect(round).toBeLessThan(40);
      const there = ground.path(`killed-${round}`);
      const least = Math.floor((ground.events * (round % 10)) / 12);
      const isKilled = await killedWhen(['import', here, '--data', there], async () => {
        try {
          return (await stored(there)) > least;
        } catch {
          return false;
        }
      });
      const kept = isKilled ? await stored(there) : ground.events;
      if (kept === 0 || kept === ground.events) continue;
      partly += 1;
      const { code, stderr } = await waakvlam(['import', here, '--data', there]);
      expect([code, told(stderr)]).toEqual([0, moved(ground.events - kept, kept) + same()]);
      expect(await openedEvents(ground, ['--data', there])).toEqual(
        await openedEvents(ground, ['--data', here]),
      );
    }
  }, 120_000);

  it('given more events in the source since, then a second run brings those', async () => {
    const half = ground.path('half.jsonl');
    const [grows, follows] = [ground.path('grows'), ground.path('follows')];
    const lines = linesOf(ground.region);
    writeFileSync(half, lines.slice(0, 300).join('\n'));
    await waakvlam(['import', half, '--data', grows]);
    await waakvlam(['import', grows, '--data', follows]);
    await waakvlam(['import', ground.region, '--data', grows]);
    const { code, stderr } = await waakvlam(['import', grows, '--data', follows]);
    expect([code, told(stderr)]).toEqual([0, moved(ground.events - 300, 300) + same()]);
    expect(await openedEvents(ground, ['--data', follows])).toEqual(
      await openedEvents(ground, ['--data', grows]),
    );
  });

  it('given a damaged source, then nothing is moved and the place is named', async () => {
    const [damaged, there] = [ground.path('damaged'), ground.path('undamaged')];
    await waakvlam(['import', here, '--data', damaged]);
    const path = join(damaged, 'events.db');
    const bytes = readFileSync(path);
    bytes[bytes.lastIndexOf('"role":"child"') + 9] = 'd'.charCodeAt(0);
    writeFileSync(path, bytes);
    const { code, stderr } = await waakvlam(['import', damaged, '--data', there]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/damaged is not sound: position \d+: .*\nwaakvlam: nothing was moved/);
    expect(await stored(there)).toBe(0);
  });

  it('given a source that is the target, then it says what to name instead', async () => {
    const { code, stderr } = await waakvlam(['import', here, '--data', here]);
    expect([code, stderr]).toEqual([
      2,
      `waakvlam: source and target are the same place (${here}); name another target with --data or --log, or --no-log for the data folder\n`,
    ]);
  });
});

describe('a target that holds other events of a family', () => {
  const source = () => ground.path('two-events');
  beforeAll(async () => {
    const file = ground.path('two-events.jsonl');
    writeEvents(file, [checkIn('e-1'), checkIn('e-2', { recordedAt: '2024-03-02T10:00:00+01:00' })]);
    await waakvlam(['import', file, '--data', source()]);
  });

  async function targetWith(name: string, events: readonly object[]): Promise<string> {
    const file = ground.path(`${name}.jsonl`);
    writeEvents(file, events);
    await waakvlam(['import', file, '--data', ground.path(name)]);
    return ground.path(name);
  }

  it.each([
    [
      'later ones',
      [checkIn('other', { recordedAt: '2024-03-01T12:00:00+01:00' })],
      `e-1: order at recordedAt: the family's stream already goes up to 2024-03-01T11:00:00.000Z; record it with the time of today
1 written, 0 stored before, 1 rejected, in TIME
NOT THE SAME: fam-ties, version 1: e-1 is not in the target
NOT THE SAME: fam-ties: the target also holds other, at its version 1
NOT THE SAME: fam-ties: its status at 2024-03-01T09:00:00.000Z, as known then, is another one in the target
3 differences; compared in TIME
`,
    ],
    [
      'earlier ones',
      [checkIn('other', { recordedAt: '2024-02-01T12:00:00+01:00' })],
      `2 written, 0 stored before, 0 rejected, in TIME
NOT THE SAME: fam-ties: the target also holds other, at its version 1
NOT THE SAME: fam-ties: its status at 2024-03-01T09:00:00.000Z, as known then, is another one in the target
2 differences; compared in TIME
`,
    ],
    [
      'one with the same id',
      [checkIn('e-1', { source: 'document' })],
      `e-1: duplicate at id: another event with this id is stored; give it its own
1 written, 0 stored before, 1 rejected, in TIME
NOT THE SAME: fam-ties, version 1: e-1 has another source in the target
1 difference; compared in TIME
`,
    ],
    [
      'the same and later ones',
      [
        checkIn('e-1'),
        checkIn('e-2', { recordedAt: '2024-03-02T10:00:00+01:00' }),
        checkIn('later', { recordedAt: '2024-03-03T10:00:00+01:00' }),
      ],
      `0 written, 2 stored before, 0 rejected, in TIME
1 family goes on in the target behind what the source has
the same in both: 2 events of 1 family in their order, and 10 statuses; compared in TIME
`,
    ],
  ])('given %s, then each event that differs is named', async (name, events, text) => {
    const there = await targetWith(name.replaceAll(' ', '-'), events);
    const { code, stderr } = await waakvlam(['import', source(), '--data', there]);
    expect([told(stderr), code]).toEqual([text, text.includes('NOT') ? 1 : 0]);
  });
});

describe('the keys of names and texts', () => {
  it('given no master key at hand, then it refuses; --no-keys leaves names closed', async () => {
    const [closed, there] = [ground.path('closed'), ground.path('closed-there')];
    await waakvlam(['import', ground.region, '--data', closed]);
    rmSync(join(closed, 'master.key'));
    const refused = await waakvlam(['import', closed, '--data', there]);
    expect([refused.code, refused.stderr]).toEqual([
      1,
      `waakvlam: No master key at hand opens the names and texts of ${closed}. Set WAAKVLAM_MASTER_KEY to the key that it was made with, or leave them closed: --no-keys.\n`,
    ]);
    expect(await stored(there)).toBe(0);
    expect(await waakvlam(['import', closed, '--data', there, '--no-keys'])).toMatchObject({ code: 0 });
    const opened = JSON.stringify(await openedEvents(ground, ['--data', there]));
    expect([opened.includes('sealed1'), opened.includes('\\"sealed\\":{}')]).toEqual([false, true]);
  });

  it('given a key that was destroyed in the target, then a second run does not bring it back', async () => {
    const there = ground.path('forgets');
    await waakvlam(['import', here, '--data', there]);
    const { family } = JSON.parse(linesOf(ground.region).find((line) => line.includes('"sealed"')) ?? '') as {
      family: FamilyId;
    };
    const inVault = async <T>(work: (vault: Vault) => T | Promise<T>): Promise<T> => {
      const vault = openVault({ folder: there, masterKey: masterKey(there) });
      try {
        return await work(vault);
      } finally {
        vault.close();
      }
    };
    expect(await inVault((vault) => vault.destroy(vault.keysOf(family)))).toBeGreaterThan(0);
    const again = await waakvlam(['import', here, '--data', there]);
    expect([again.code, again.stderr]).toEqual([
      1,
      expect.stringMatching(
        new RegExp(`NOT THE SAME: ${family}: ${family}/\\S+ opens in the source and not in the target`),
      ),
    ]);
    expect(await inVault((vault) => vault.keysOf(family))).toEqual([]);
    const back = await waakvlam(['compare', there, here]);
    expect([back.code, back.stderr]).toEqual([
      1,
      expect.stringMatching(
        /was destroyed in the source and still opens in the target; destroy it there too/,
      ),
    ]);
  });

  it('given a target that made its own keys for the same people, then it says which names stay closed', async () => {
    const [one, other] = [ground.path('own-keys'), ground.path('other-keys')];
    const file = ground.path('named.jsonl');
    const named = (id: string, day: string) =>
      checkIn(id, { recordedAt: `2024-03-${day}T10:00:00+01:00`, sealed: { 'person:ada': 'Ada' } });
    writeEvents(file, [named('n-2', '02')]);
    await waakvlam(['import', file, '--data', one]);
    writeEvents(file, [named('n-1', '01')]);
    await waakvlam(['import', file, '--data', other]);
    const { code, stderr } = await waakvlam(['import', one, '--data', other]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'waakvlam: NOT THE SAME: fam-ties: fam-ties/person:ada has another key in the target: what was sealed here stays closed there\n',
    );
  });
});

describe('events that were recorded at one instant', () => {
  const events = ['z', 'a', 'm'].map((id) => checkIn(id));

  it('given a file, then they keep the order of its lines, in a store and back', async () => {
    const [file, there, out] = ['ties.jsonl', 'ties', 'ties-out.jsonl'].map(ground.path) as [
      string,
      string,
      string,
    ];
    writeEvents(file, events);
    await waakvlam(['import', file, '--data', there]);
    await waakvlam(['import', there, '--data', `${there}-2`]);
    await waakvlam(['export', out, '--data', `${there}-2`]);
    expect(perFamily(out)).toEqual(perFamily(file));
  });

  it('given the lines in another order, then every status is the same', async () => {
    const shuffled = ground.path('shuffled.jsonl');
    writeFileSync(shuffled, linesOf(ground.region).reverse().join('\n'));
    const at = ['--at', '2024-09-01T12:00:00Z', '--known-at', '2024-09-01T12:00:00Z', '--json'];
    const one = await waakvlam(['status', '--events', ground.region, ...at]);
    const other = await waakvlam(['status', '--events', shuffled, ...at]);
    expect(other.stdout).toBe(one.stdout);
  });
});

describe('compare', () => {
  it('given a file and the store that took it in, then what is sealed on one side alone is counted', async () => {
    const { code, stderr } = await waakvlam(['compare', ground.region, here]);
    expect(code).toBe(0);
    expect(told(stderr)).toMatch(
      /^\d+ names and texts are readable on one side and sealed on the other; not compared\nthe same in both/,
    );
  });

  it('given a store that lacks something, then the family and the version are named', async () => {
    const lacks = ground.path('lacks.jsonl');
    const [first = '', ...others] = linesOf(ground.region);
    const { family, id } = JSON.parse(first) as { family: string; id: string };
    writeFileSync(lacks, others.join('\n'));
    const { code, stderr } = await waakvlam(['compare', here, lacks]);
    expect(code).toBe(1);
    expect(stderr).toContain(`waakvlam: NOT THE SAME: ${family}, version 1: ${id} is not in the target\n`);
  });
});

describe('a place that is wrongly named', () => {
  it.each([
    [
      ['import', 'https://joe:secret@host', '--data', 'x'],
      2,
      /begins with https:\/\/ is no server of events/,
    ],
    [['import', 'nowhere.jsonl', '--data', 'x'], 2, /cannot read nowhere.jsonl \(ENOENT\)/],
    [['compare', '-', '-'], 2, /only one of the two can be standard input/],
    [
      ['export', 'kurrentdb://joe:secret@host'],
      2,
      /export writes a file; to move everything to kurrentdb:\/\/host/,
    ],
  ])('given %j, then it ends with %i and says %s, never a password', async (args, exit, text) => {
    const { code, stderr } = await waakvlam(args);
    expect(code).toBe(exit);
    expect(stderr).toMatch(text);
    expect(stderr).not.toMatch(/secret|joe|\n\s+at /);
  });

  it('given a folder without a store, then it is told in words', async () => {
    const empty = ground.path('empty');
    const { code, stderr } = await waakvlam(['import', join(here, '..'), '--data', empty]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/There is no log in .*Check the data folder/);
  });
});
