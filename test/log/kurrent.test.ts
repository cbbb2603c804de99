import { randomBytes } from 'node:crypto';
import { openKurrentLog } from '../../src/log/kurrent.ts';
import { logContract } from '../support/log-contract.ts';
import { startKurrentServer } from '../support/kurrent-server/server.ts';

/** Set to the address of a real server, the same suite runs against it, in streams of its own. */
const real = process.env['WAAKVLAM_TEST_KURRENTDB'];

logContract(real === undefined ? 'KurrentDB, test server' : 'KurrentDB', async (now) => {
  const server = real === undefined ? await startKurrentServer({ now }) : undefined;
  const address = server?.connection ?? real ?? '';
  const prefix = server ? '' : `test-${randomBytes(8).toString('hex')}-`;
  const open = () => openKurrentLog({ address, now, prefix, pulseMs: 200 });
  const opened = [open()];
  const last = () => opened.at(-1) as (typeof opened)[0];
  return {
    log: last(),
    ownClock: server === undefined,
    idsPerFamily: true,
    strictTimes: true,
    async reopen() {
      await last().close();
      opened.push(open());
      return last();
    },
    async end() {
      await last().close();
      await server?.stop();
    },
  };
});
