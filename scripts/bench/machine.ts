import { readFileSync, statfsSync } from 'node:fs';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { peerVersions } from './peer.ts';

/** Where it was measured; the load tells how alone the benchmark was. */
export function machine(folder: string) {
  const processors = cpus();
  return {
    processor: `${processors.length} x ${processors[0]?.model ?? 'unknown'}`,
    memoryGB: Math.round(totalmem() / 1e9),
    system: `${platform()} ${release()} ${arch()}`,
    fileSystem: `0x${statfsSync(folder).type.toString(16)}`,
    load: loadavg().map((load) => Math.round(load * 10) / 10),
  };
}

export function versions() {
  const own = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const sqlite = new DatabaseSync(':memory:').prepare('SELECT sqlite_version() AS version').get();
  return {
    waakvlam: own.version,
    node: process.versions.node,
    sqlite: String(sqlite?.['version']),
    ...peerVersions(),
  };
}

/** What stands behind a figure for appends: a faster answer that can be lost is no comparison. */
export const durability = {
  ours: 'acknowledged after COMMIT with WAL and synchronous=FULL: a power cut loses nothing that was acknowledged',
  raw: 'the same pragmas and the same flush at every commit; no checks, no index, no chain, no duplicate found',
  emmett:
    'tuned: one shared connection, WAL, synchronous=FULL, the same cache. Measured about its safety: with many writers on one connection it acknowledges before COMMIT, STREAM_DOES_NOT_EXIST is not enforced, and with its default connections concurrent appends mostly fail',
};
