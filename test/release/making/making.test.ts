import { cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlanEvent } from '../../../src/domain/event.ts';
import { freshKey, keyFromSeed } from '../../../src/release/key.ts';
import { makeRelease } from '../../../src/release/make.ts';
import { openRelease } from '../../../src/release/open.ts';
import { ReleaseParameters } from '../../../src/release/parameters.ts';
import { begunAt } from '../../../src/release/unfinished.ts';
import { Unmakeable } from '../../../src/release/unmakeable.ts';
import { openWorkshop } from '../../../src/release/workshop.ts';
import { parentOf } from '../../../src/release/change/hierarchies.ts';
import { familyPseudonym } from '../../../src/release/change/pseudonyms.ts';
import {
  byFamily,
  eventsIn,
  inventedFamilies,
  making,
  newFolder,
  sourceOf,
  theKey,
  keyOfNames,
} from './a-making.ts';

const events = inventedFamilies(24);

const filesOf = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

describe('given the same source, parameters and key', () => {
  it('when it is released twice, then every byte is the same, and another key gives other names', async () => {
    const folder = newFolder();
    const [one, two, other] = ['one', 'two', 'other'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await makeRelease(making(events, one));
    await makeRelease(making(events.toReversed(), two, { source: { ...sourceOf(events.toReversed()) } }));
    await makeRelease(making(events, other, { key: keyFromSeed('another seed', new Uint8Array()) }));
    expect(filesOf(two)).toEqual(filesOf(one));
    const names = (path: string) => new Set(eventsIn(path).map(({ family }) => family));
    expect(names(one).size).toBeGreaterThan(10);
    expect([...names(other)].filter((name) => names(one).has(name))).toEqual([]);
  });

  it('when the power goes while it is taken in, while it is written and while it is noted, then it goes on and the bytes are the same', async () => {
    const folder = newFolder();
    const [whole, broken] = [join(folder, 'whole'), join(folder, 'broken')];
    await makeRelease(making(events, whole));
    const breaking = { ...sourceOf(events, 6000), fingerprint: sourceOf(events).fingerprint };
    await expect(makeRelease(making(events, broken, { source: breaking }))).rejects.toThrow('the power went');
    expect(existsSync(broken)).toBe(false);
    const stop = () => Promise.reject(new Error('the power went again'));
    await expect(makeRelease(making(events, broken, { furnish: stop }))).rejects.toThrow('again');
    await expect(makeRelease(making(events, broken, { disclose: stop }))).rejects.toThrow('again');
    expect(existsSync(broken)).toBe(false);
    await makeRelease(making(events, broken));
    expect(filesOf(broken)).toEqual(filesOf(whole));
    expect(existsSync(`${broken}.part`)).toBe(false);
  });

  it('when an unfinished release of other parameters stands there, then it is refused with the next step', async () => {
    const out = join(newFolder(), 'release');
    const stop = () => Promise.reject(new Error('stopped'));
    await expect(makeRelease(making(events, out, { furnish: stop }))).rejects.toThrow('stopped');
    const parameters = ReleaseParameters.parse({
      k: 3,
      l: 1,
      sequence: { events: 0 },
      suppression: { families: 1 },
    });
    await expect(makeRelease(making(events, out, { parameters }))).rejects.toThrow(/delete the folder/);
  });
});

describe('given a release that is interrupted when its folder has its name already', () => {
  it('when it is run again, then the source and the key go, and it is done', async () => {
    const out = join(newFolder(), 'release');
    const kept = `${out}.kept`;
    const report = await makeRelease(
      making(events, out, {
        key: null,
        disclose: () => {
          cpSync(`${out}.part`, kept, { recursive: true });
          return Promise.resolve();
        },
      }),
    );
    const workshop = openWorkshop(join(kept, 'workshop.db'));
    workshop.setNote('whole', 'yes');
    workshop.close();
    rmSync(join(kept, 'release'), { recursive: true });
    renameSync(kept, `${out}.part`);
    expect(await makeRelease(making(events, out, { key: null }))).toEqual(report);
    expect(existsSync(`${out}.part`)).toBe(false);
    await expect(makeRelease(making(events, out, { key: null }))).rejects.toThrow(/exists already/);
  });
});

describe('given two releases with one key', () => {
  it('then each is noted by an event of its own for every family, and an unfinished one says where it reads up to', async () => {
    const folder = newFolder();
    const noted = async (name: string, position: number) => {
      const ids: string[] = [];
      const source = { ...sourceOf(events), kind: 'log' as const, position };
      const stop = () => Promise.reject(new Error('stopped'));
      const out = join(folder, name);
      await expect(makeRelease(making(events, out, { source, disclose: stop }))).rejects.toThrow('stopped');
      expect(begunAt(out)).toBe(position);
      await makeRelease(
        making(events, out, {
          source,
          disclose: (_release, families) => {
            ids.push(...[...families].map(({ id }) => id));
            return Promise.resolve();
          },
        }),
      );
      expect(begunAt(join(folder, name))).toBeUndefined();
      return ids;
    };
    const [first, later] = [await noted('one', events.length), await noted('two', events.length + 1)];
    expect(later).toHaveLength(first.length);
    expect(new Set([...first, ...later]).size).toBe(2 * first.length);
  });
});

describe('given a source with a fault', () => {
  it('then nothing of it is left, so that the mended one can be released under the same name', async () => {
    const out = join(newFolder(), 'release');
    const first = events[0];
    if (!first) throw new Error('the region is empty');
    const twice = [...events, { ...first, recordedAt: '2023-06-01T10:00:00Z' } as PlanEvent];
    await expect(makeRelease(making(twice, out))).rejects.toThrow(/two different events/);
    expect(existsSync(`${out}.part`)).toBe(false);
    await makeRelease(making(events, out));
  });
});

describe('given codes that became rare because families were left out', () => {
  it('then every code of a hierarchy that can be merged is that of at least k families', async () => {
    const out = join(newFolder(), 'release');
    const k = 4;
    const parameters = ReleaseParameters.parse({
      ...{ k, l: 1, sequence: { events: 0 }, suppression: { families: 1 } },
    });
    await makeRelease(making(events, out, { parameters }));
    const families = new Map<string, Set<string>>();
    for (const event of eventsIn(out))
      if (event.type === 'PartyInvolved' && parentOf('partyKind', event.data.kind) !== undefined)
        families.set(event.data.kind, (families.get(event.data.kind) ?? new Set()).add(event.family));
    expect(families.size).toBeGreaterThan(0);
    for (const [kind, those] of families) expect([kind, those.size >= k]).toEqual([kind, true]);
  });
});

describe('given a report', () => {
  it('then the risk before is that of birth months as recorded', async () => {
    const report = await makeRelease(making(events, join(newFolder(), 'release'), { dryRun: true }));
    expect([report.persons.before.k, report.persons.before.highestRisk]).toEqual([1, 1]);
    expect(report.persons.drivers[0]?.field).toBe('age');
  });
});

describe('given a release', () => {
  it('then it opens, its folder is closed to others, and it was noted for every family in it, once', async () => {
    const out = join(newFolder(), 'release');
    const noted: string[] = [];
    await makeRelease(
      making(events, out, {
        key: theKey,
        disclose: async (_name, families) => {
          await Promise.resolve();
          for (const { family, id } of families) noted.push(`${family} ${id}`);
        },
      }),
    );
    const { manifest, families } = openRelease(out, { check: 'all' });
    const inside = [...families()].map(({ family }) => family);
    expect(inside).toEqual([...inside].sort());
    expect(manifest.counts.families).toBe(inside.length);
    expect(noted.map((note) => familyPseudonym(keyOfNames, note.split(' ')[0] ?? '')).sort()).toEqual(inside);
    expect(new Set(noted).size).toBe(inside.length);
    expect(noted.some((note) => inside.some((family) => note.includes(family.slice(1))))).toBe(false);
    expect(statSync(out).mode & 0o077).toBe(0);
  });

  it('then nothing that names, seals or describes freely is in any file', async () => {
    const secret = events.map(
      (event): PlanEvent =>
        ({
          ...event,
          sealed: { text: 'b64:zegmaarniets' },
          ...(event.type === 'SafetyAgreementMade' && {
            data: { ...event.data, action: 'jansen-blijft-weg' },
          }),
          ...(event.type === 'PartyInvolved' && {
            data: { ...event.data, organisation: 'school-de-regenboog', phone: '0612345678' },
          }),
          correlation: 'dossier-4711',
          note: 'vrije tekst',
        }) as unknown as PlanEvent,
    );
    const out = join(newFolder(), 'release');
    await makeRelease(making(secret, out));
    const bytes = Object.values(filesOf(out)).join('\n');
    for (const word of ['zegmaarniets', 'jansen', 'regenboog', '0612345678', 'dossier', 'vrije tekst'])
      expect(bytes).not.toContain(word);
    const ids = new Set(events.flatMap(({ id, family, by }) => [id, family, by] as string[]));
    for (const id of ids) if (id.length > 6 && id !== 'system') expect(bytes).not.toContain(`"${id}"`);
  });

  it('then the key that was drawn is nowhere in it', async () => {
    const out = join(newFolder(), 'release');
    await makeRelease(making(events, out, { key: null }));
    expect(openRelease(out, { check: 'all' }).manifest.source.key).toBe('destroyed');
    expect(existsSync(`${out}.part`)).toBe(false);
    expect(freshKey()).not.toEqual(freshKey());
  });
});

describe('given a member who objected', () => {
  const family = events[0]?.family ?? '';
  const person = events.find((each) => each.family === family && each.type === 'PersonJoined');
  const objection = {
    ...{ id: 'bezwaar-1', type: 'ResearchObjectionRecorded', version: 1, family },
    ...{ recordedAt: '2024-01-05T10:00:00Z', by: 'party:team', source: 'adult_said' },
    data: { person: person?.type === 'PersonJoined' ? person.data.person : '' },
  } as unknown as PlanEvent;
  const families = async (list: readonly PlanEvent[]) => {
    const out = join(newFolder(), 'release');
    await makeRelease(making(list, out));
    return byFamily(eventsIn(out));
  };

  it('when it stands, then nothing of the family leaves, also of before; when it was taken back, then it may', async () => {
    const pseudonym = familyPseudonym(keyOfNames, family);
    expect((await families(events)).has(pseudonym)).toBe(true);
    expect((await families([...events, objection])).has(pseudonym)).toBe(false);
    const back = {
      ...{ id: 'bezwaar-2', type: 'EventRetracted', version: 1, family },
      ...{ recordedAt: '2024-01-06T10:00:00Z', by: 'party:team', source: 'adult_said' },
      data: { target: 'bezwaar-1', reason: 'never_happened', approvedBy: 'party:team' },
    } as unknown as PlanEvent;
    const after = await families([...events, objection, back]);
    expect(after.has(pseudonym)).toBe(true);
    expect([...after.values()].flat().some(({ type }) => type.startsWith('Research'))).toBe(false);
  });
});

describe('given an objection that was recorded behind the position', () => {
  const family = events[0]?.family ?? '';
  const objection = {
    ...{ id: 'bezwaar-9', type: 'ResearchObjectionRecorded', version: 1, family },
    ...{ recordedAt: '2024-03-05T10:00:00Z', by: 'party:team', source: 'adult_said' },
    data: { person: 'person:moeder' },
  } as unknown as PlanEvent;
  const later = (from: number) => {
    let asked = 0;
    return {
      ...sourceOf(events),
      async *later() {
        await Promise.resolve();
        asked += 1;
        if (asked > from) yield objection;
      },
    };
  };

  it('when it stands at the start, then the family stays out; when it comes while the release is made, then nothing leaves', async () => {
    const out = join(newFolder(), 'release');
    await makeRelease(making(events, out, { source: later(0) }));
    expect(byFamily(eventsIn(out)).has(familyPseudonym(keyOfNames, family))).toBe(false);
    const other = join(newFolder(), 'release');
    await expect(makeRelease(making(events, other, { source: later(1) }))).rejects.toThrow(/objected while/);
    expect([existsSync(other), existsSync(`${other}.part`)]).toEqual([false, false]);
  });
});

describe('given families that moved', () => {
  it('then no move leaves where no region leaves, nor the only one to a region', async () => {
    const family = events[0]?.family ?? '';
    const moved = {
      ...{ id: 'verhuisd', type: 'FamilyMoved', version: 1, family, recordedAt: '2023-04-03T10:00:00Z' },
      ...{ by: 'party:team', source: 'document' },
      data: { household: 'hh-1', fromMunicipality: 'amsterdam', toMunicipality: 'ameland' },
    } as unknown as PlanEvent;
    const without = events.filter(({ type }) => type !== 'FamilyMoved');
    const left = async (regions: ReadonlyMap<string, string> | null) => {
      const out = join(newFolder(), 'release');
      const parameters = ReleaseParameters.parse({
        ...{ k: 2, l: 1, sequence: { events: 0 }, suppression: { families: 1 } },
      });
      await makeRelease(making([...without, moved], out, { regions, parameters }));
      expect(openRelease(out, { check: 'all' }).manifest.counts.families).toBeGreaterThan(5);
      const text = readFileSync(join(out, 'events.jsonl'), 'utf8');
      expect(text).not.toMatch(/amsterdam|ameland/);
      return eventsIn(out).filter(({ type }) => type === 'FamilyMoved').length;
    };
    expect(await left(null)).toBe(0);
    // One family alone in its region stands out, so it does not leave with it.
    expect(await left(new Map([['ameland', 'noord']]))).toBe(0);
  });
});

describe('given parameters that cannot be met', () => {
  it('then the release is refused without a value, and nothing is left', async () => {
    const out = join(newFolder(), 'release');
    const parameters = ReleaseParameters.parse({ k: 20, suppression: { families: 0.1 } });
    const refused = await makeRelease(making(events, out, { parameters })).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Unmakeable);
    expect((refused as Unmakeable).because).toBe('privacy');
    expect((refused as Unmakeable).message).not.toMatch(/[0-9]|fam-|person:|party:/);
    expect([existsSync(out), existsSync(`${out}.part`)]).toEqual([false, false]);
  });

  it('when it is a dry run, then it is measured and nothing is left', async () => {
    const out = join(newFolder(), 'release');
    const report = await makeRelease(making(events, out, { dryRun: true }));
    expect(report.persons.after.k).toBeGreaterThanOrEqual(2);
    expect(report.households.after.belowK).toBe(0);
    expect([existsSync(out), existsSync(`${out}.part`)]).toEqual([false, false]);
  });
});
