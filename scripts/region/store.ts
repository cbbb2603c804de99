import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../src/domain/instant.ts';
import { masterKey, openVault } from '../../src/log/vault.ts';
import { openLog } from '../../src/log/sqlite.ts';
import { importEvents } from '../commands/import.ts';
import { region } from './region.ts';
import type { RegionOptions } from './region.ts';

/** Puts an invented region into an empty data folder, and marks the folder as invented. */
export async function storeRegion(folder: string, options: RegionOptions, now: () => Instant): Promise<void> {
  writeFileSync(join(folder, 'invented.json'), JSON.stringify({ recipe: options, isComplete: true }));
  const log = openLog({ folder, now });
  try {
    const vault = openVault({ folder, masterKey: masterKey(folder, undefined) });
    try {
      await importEvents([...region(options)], log, vault);
    } finally {
      vault.close();
    }
  } finally {
    await log.close();
  }
}
