import { join } from 'node:path';
import type { PlanEvent } from '../../src/domain/event.ts';
import { pragmas } from './append-raw.ts';
import { loadPeer } from './peer.ts';
import type { Peer, PeerConnection, PeerEvent, PeerStore } from './peer.ts';

/** The peer as fast as it can be set: one connection for all, flushed at every commit like ours, the same cache. */
export interface Emmett {
  readonly peer: Peer;
  readonly connection: PeerConnection;
  readonly store: PeerStore;
}

export async function openEmmett(folder: string): Promise<Emmett> {
  const peer = loadPeer();
  const fileName = join(folder, 'emmett.db');
  const connection = peer.sqliteConnection({ fileName });
  for (const pragma of pragmas) await connection.command(pragma);
  const store = peer.getSQLiteEventStore({ fileName, connectionOptions: { singleton: true, connection } });
  return { peer, connection, store };
}

/** Type and data as its own fields, all else as metadata: nothing is stored twice. */
export function peerEvent({ type, data, ...metadata }: PlanEvent): PeerEvent {
  return { type, data, metadata };
}
