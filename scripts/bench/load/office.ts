import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openOffice } from '../../../src/access/office.ts';
import { hashPassword } from '../../../src/access/passwords.ts';
import { relationsSchema, workingRelations } from '../../../src/access/relations.ts';
import { writeUsers } from '../../../src/access/users-file.ts';
import { addDays, dayOf } from '../../../src/domain/calendar.ts';
import type { PlanEvent } from '../../../src/domain/event.ts';
import { PartyId } from '../../../src/domain/ids.ts';
import type { FamilyId, PersonId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { openLog } from '../../../src/log/sqlite.ts';
import { masterKey, openVault } from '../../../src/log/vault.ts';
import { named } from '../../region/naming.ts';
import { region } from '../../region/region.ts';

/** Somebody who works with some families of the invented region. */
export interface Worker {
  readonly account: string;
  readonly password: string;
  readonly families: readonly FamilyId[];
}

export interface Office {
  readonly workers: readonly Worker[];
  readonly events: number;
  /** Of each family somebody about whom a signal can be recorded. */
  readonly persons: ReadonlyMap<FamilyId, PersonId>;
}

interface Size {
  readonly families: number;
  readonly people: number;
  readonly familiesEach: number;
}

const days = 540;
const now = (): Instant => Date.now() as Instant;

/** A data folder as an office would have it: a region up to today with names, people, and who works with whom. */
export async function furnish(data: string, { families, people, familiesEach }: Size): Promise<Office> {
  const recipe = { families, seed: 1, from: dayOf(addDays(now(), -days)), until: dayOf(now()) };
  const lives = Map.groupBy(named(region(recipe)), ({ family }) => family);
  await record(data, lives);
  writeFileSync(join(data, 'invented.json'), JSON.stringify({ recipe, isComplete: true }));
  const all = [...lives.keys()];
  const workers = Array.from({ length: people }, (_, index): Worker => {
    const first = Math.floor((index * all.length) / people);
    const own = Array.from({ length: familiesEach }, (_, step) => all[(first + step) % all.length]);
    return {
      account: `worker-${index + 1}`,
      password: randomBytes(16).toString('hex'),
      families: [...new Set(own.filter((family) => family !== undefined))],
    };
  });
  await hire(data, workers);
  return { workers, persons: personsIn(lives), events: [...lives.values()].flat().length };
}

type Lives = ReadonlyMap<FamilyId, readonly PlanEvent[]>;

async function record(data: string, lives: Lives): Promise<void> {
  const log = openLog({ folder: data, now });
  const vault = openVault({ folder: data, masterKey: masterKey(data, undefined) });
  for (const [family, events] of lives) {
    const sealed = await Promise.all(events.map((event) => vault.seal(event)));
    const { kind } = await log.append(family, 'any', sealed);
    if (kind !== 'appended') throw new Error(`the invented region was refused: ${kind}`);
  }
  vault.close();
  await log.close();
}

async function hire(data: string, workers: readonly Worker[]): Promise<void> {
  writeUsers(
    data,
    await Promise.all(
      workers.map(async ({ account, password }) => ({
        id: account,
        name: 'Benchmark',
        roles: ['monitor' as const],
        password: await hashPassword(password),
        changedAt: '2020-01-01T00:00:00.000Z',
      })),
    ),
  );
  const office = openOffice(data, [relationsSchema]);
  office.db.exec('PRAGMA synchronous = OFF');
  const relations = workingRelations(office, now);
  for (const { account, families } of workers)
    for (const family of families)
      relations.give({
        ground: 'own',
        holder: account,
        family,
        party: PartyId.parse('party:veilig-thuis'),
        givenBy: 'worker-1',
        why: 'invented',
      });
  office.close();
}

function personsIn(lives: Lives): ReadonlyMap<FamilyId, PersonId> {
  const persons = new Map<FamilyId, PersonId>();
  for (const [family, events] of lives)
    for (const event of events) if (event.type === 'PersonJoined') persons.set(family, event.data.person);
  return persons;
}
