import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * emmett-sqlite stands in a package of its own, because it needs `sqlite3`, which is compiled where no ready-made binary
 * can be had. Whoever only uses or tests Waakvlam does not install it.
 */
const folder = fileURLToPath(new URL('peer/', import.meta.url));
const emmett = '@event-driven-io/emmett-sqlite';

export interface Peer {
  sqliteConnection(options: { fileName: string }): PeerConnection;
  getSQLiteEventStore(options: {
    fileName: string;
    connectionOptions: { singleton: true; connection: PeerConnection };
  }): PeerStore;
  readMessagesBatch(
    connection: PeerConnection,
    options: { after: bigint; batchSize: number },
  ): Promise<{ messages: readonly unknown[]; currentGlobalPosition: bigint; areEventsLeft: boolean }>;
}

export interface PeerConnection {
  command(sql: string): Promise<unknown>;
  close(): void;
}

export interface PeerEvent {
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

export interface PeerStore {
  appendToStream(stream: string, events: readonly PeerEvent[]): Promise<unknown>;
  consumer(options: { pulling: { batchSize: number; pullingFrequencyInMs: number } }): {
    processor(options: {
      processorId: string;
      startFrom: 'BEGINNING';
      eachMessage: () => void;
      stopAfter: () => boolean;
    }): unknown;
    start(): Promise<void>;
  };
}

export const loadPeer = (): Peer => createRequire(`${folder}package.json`)(emmett) as Peer;

/** Why there is no peer to compare with; null if there is one. */
export function peerMissing(): string | null {
  try {
    loadPeer();
    return null;
  } catch (error) {
    const reason = existsSync(`${folder}node_modules`) ? String(error).split('\n')[0] : 'it is not installed';
    return `${emmett} is missing: ${reason ?? ''}. Install it with: npm run bench -- --install-peer`;
  }
}

export const peerVersions = () => ({
  'emmett-sqlite': versionOf(emmett),
  emmett: versionOf('@event-driven-io/emmett'),
  sqlite3: versionOf('sqlite3'),
});

/** Says what happens on standard error; a failure is told and leaves the column of the peer empty. */
export async function installPeer(): Promise<void> {
  process.stderr.write(
    `bench: installing ${emmett} into scripts/bench/peer, once; where sqlite3 has to be compiled this takes minutes\n`,
  );
  // What npm tells its scripts about this project is not about the peer's.
  const environment = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|config_local)/.test(name),
  );
  const install = spawn('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    env: Object.fromEntries(environment),
    stdio: ['ignore', process.stderr, process.stderr],
  });
  const [code] = (await once(install, 'exit').catch(() => [null])) as [number | null];
  process.stderr.write(code === 0 ? 'bench: installed\n' : `bench: npm ci failed (${String(code)})\n`);
}

function versionOf(name: string): string | null {
  try {
    return (
      JSON.parse(readFileSync(`${folder}node_modules/${name}/package.json`, 'utf8')) as { version: string }
    ).version;
  } catch {
    return null;
  }
}
