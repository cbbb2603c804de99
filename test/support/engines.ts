import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '../../src/domain/instant.ts';
import { openKurrentLog } from '../../src/log/kurrent.ts';
import type { EventLog } from '../../src/log/log.ts';
import { openMemoryLog } from '../../src/log/sqlite.ts';
import { startKurrentServer } from './kurrent-server/server.ts';

/** An engine as tests use it: started once for a file, with an empty log whenever one is asked for. */
export interface TestedEngine {
  readonly name: string;
  readonly isEmbedded: boolean;
  start(now: () => Instant): Promise<StartedEngine>;
}

export interface StartedEngine {
  emptyLog(): EventLog;
  /** Where an empty log is, as WAAKVLAM_LOG would say it; undefined for the data folder. */
  emptyPlace(): string | undefined;
  /** Every byte that it keeps outside the data folder, as far as this machine can see them. */
  bytes(): Buffer;
  stop(): Promise<void>;
}

/** Set to the address of a real server, it is used instead of the test server, in streams of its own. */
const real = process.env['WAAKVLAM_TEST_KURRENTDB'];

const embedded: TestedEngine = {
  name: 'embedded',
  isEmbedded: true,
  start: (now) =>
    Promise.resolve({
      emptyLog: () => openMemoryLog({ now }),
      emptyPlace: () => undefined,
      bytes: () => Buffer.alloc(0),
      stop: () => Promise.resolve(),
    }),
};

const kurrent: TestedEngine = {
  name: real === undefined ? 'KurrentDB, test server' : 'KurrentDB',
  isEmbedded: false,
  async start(now) {
    const folder = mkdtempSync(join(tmpdir(), 'waakvlam-engine-'));
    const server =
      real === undefined
        ? await startKurrentServer({ now, file: join(folder, 'server.db'), hasGate: false })
        : undefined;
    const address = server?.connection ?? real ?? '';
    const prefix = () => `test-${randomBytes(8).toString('hex')}-`;
    return {
      emptyLog: () => openKurrentLog({ address, now, prefix: prefix(), pulseMs: 200 }),
      emptyPlace: () => `${address}${address.includes('?') ? '&' : '?'}streamPrefix=${prefix()}`,
      bytes: () => Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file)))),
      async stop() {
        await server?.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

export const engines: readonly TestedEngine[] = [embedded, kurrent];
