import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openLog } from '../../src/log/sqlite.ts';
import { logContract } from '../support/log-contract.ts';
import { temporary } from './data-folder.ts';

logContract('SQLite', async (now) => {
  const folder = mkdtempSync(join(temporary, 'waakvlam-log-'));
  const opened = [openLog({ folder, now })];
  const last = () => opened.at(-1) as (typeof opened)[0];
  const reopen = async () => {
    await last().close();
    opened.push(openLog({ folder, now }));
    return last();
  };
  const end = async () => {
    await last().close();
    rmSync(folder, { recursive: true });
  };
  return Promise.resolve({ log: last(), reopen, end });
});
