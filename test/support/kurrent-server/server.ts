import { Server, ServerCredentials } from '@grpc/grpc-js';

import { append, batchAppend, remove, tombstone } from './appending.ts';
import { gossipAbout, serverFeatures } from './cluster.ts';
import type { Member } from './cluster.ts';
import { plantedFaults } from './faults.ts';
import type { Fault } from './faults.ts';
import { openGate } from './gate.ts';
import type { Gate } from './gate.ts';
import type { Node } from './node.ts';
import { persistentSubscriptions } from './persistent.ts';
import { read } from './reading.ts';
import { openStore } from './store.ts';
import type { Store } from './store.ts';
import { featuresService, gossipService, persistentService, streamsService } from './wire.ts';

export interface KurrentServerOptions {
  readonly now?: () => number;
  /** Left out, it keeps nothing after it stops. */
  readonly file?: string;
  readonly nodes?: number;
  /** Any free one, if left out; nodes after the first take any. */
  readonly port?: number;
  readonly tls?: { readonly key: string; readonly certificate: string; readonly file: string };
  readonly users?: Readonly<Record<string, string>>;
  readonly hasBatchAppend?: boolean;
  /** Without a gate it cannot be cut off, and is quicker. */
  readonly hasGate?: boolean;
  /** Writes an event of the server's own after so many appends, as a real one does. */
  readonly noise?: number;
}

export interface KurrentServer {
  /** For a single node its address; for a cluster the way to discover it. */
  readonly connection: string;
  /** The address of one node. */
  addressOf(node: number): string;
  plant(fault: Fault): void;
  clearFaults(): void;
  /** How many planted faults happened. */
  readonly happened: number;
  /** Another node leads from now on; gossip goes on telling the old leader for a while, if asked. */
  changeLeader(staleGossipMs?: number): void;
  /** Every connection ends at once; new ones are taken. */
  cut(): void;
  /** Connections stay open and nothing gets through. */
  hold(): void;
  letGo(): void;
  /** Away, as a machine that was switched off; `restart` brings it back with what was on disk, at the same address. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Writes past the client, as somebody with other tools would. */
  readonly store: Store;
}

const host = '127.0.0.1';

/** A KurrentDB server as far as the official client sees one: its protocol over a socket, and its rules, over SQLite. */
export async function startKurrentServer(options: KurrentServerOptions = {}): Promise<KurrentServer> {
  const { now = Date.now, file = ':memory:', nodes: count = 1, hasGate = true, tls } = options;
  const faults = plantedFaults();
  const users = options.users && new Map(Object.entries(options.users));
  const ports: number[] = options.port === undefined ? [] : [options.port];
  let store = openStore(file, now);
  let leader = 0;
  let told: number | undefined;
  let running: { readonly grpc: Server; readonly gate: Gate | undefined; readonly port: number }[] = [];

  const members = (): Member[] =>
    running.map(({ port }, index) => ({ host, port, isLeader: index === (told ?? leader), isAlive: true }));

  async function startNode(index: number): Promise<(typeof running)[number]> {
    const node: Node = {
      get store() {
        return store;
      },
      faults,
      users,
      now,
      cut() {
        running[index]?.gate?.cut();
      },
      leaderElsewhere() {
        const leading = running[leader];
        return index === leader || !leading ? null : { host, port: leading.port };
      },
    };
    const grpc = new Server({ 'grpc.max_receive_message_length': 20 * 1024 * 1024 });
    grpc.addService(featuresService, serverFeatures(options.hasBatchAppend ?? true));
    grpc.addService(gossipService, gossipAbout(members, now));
    grpc.addService(streamsService, {
      read: read(node),
      append: append(node),
      batchAppend: batchAppend(node),
      delete: remove(node),
      tombstone: tombstone(node),
    });
    grpc.addService(persistentService, persistentSubscriptions(node));
    const credentials = tls
      ? ServerCredentials.createSsl(null, [
          { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.certificate) },
        ])
      : ServerCredentials.createInsecure();
    const inner = await bound(grpc, hasGate ? 0 : (ports[index] ?? 0), credentials);
    const gate = hasGate ? await openGate(inner, ports[index] ?? 0) : undefined;
    const port = gate?.port ?? inner;
    ports[index] = port;
    return { grpc, gate, port };
  }

  async function startAll(): Promise<void> {
    running = [];
    for (let index = 0; index < count; index += 1) running.push(await startNode(index));
  }

  async function stopAll(): Promise<void> {
    for (const { grpc, gate } of running) {
      await gate?.close();
      grpc.forceShutdown();
    }
    store.close();
  }

  if (options.noise !== undefined) makeNoise(() => store, options.noise);
  await startAll();
  const query = tls ? `tls=true&tlsCAFile=${tls.file}` : 'tls=false';
  const [user] = users ?? [];
  const login = user ? `${user[0]}:${user[1]}@` : '';
  return {
    connection:
      count === 1
        ? `kurrentdb://${login}${host}:${ports[0]}?${query}`
        : `kurrentdb://${login}${ports.map((port) => `${host}:${port}`).join(',')}?${query}`,
    addressOf: (node) => `kurrentdb://${login}${host}:${ports[node]}?${query}`,
    plant: faults.plant,
    clearFaults: faults.clear,
    get happened() {
      return faults.taken;
    },
    changeLeader(staleGossipMs) {
      if (staleGossipMs !== undefined) {
        told = leader;
        setTimeout(() => (told = undefined), staleGossipMs).unref();
      }
      running[leader]?.gate?.cut();
      leader = (leader + 1) % count;
    },
    cut() {
      for (const { gate } of running) gate?.cut();
    },
    hold() {
      for (const { gate } of running) gate?.hold();
    },
    letGo() {
      for (const { gate } of running) gate?.letGo();
    },
    kill: stopAll,
    async restart() {
      store = openStore(file, now);
      await startAll();
    },
    stop: stopAll,
    get store() {
      return store;
    },
  };
}

function bound(server: Server, port: number, credentials: ServerCredentials): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`${host}:${port}`, credentials, (error, taken) => {
      if (error) reject(error);
      else resolve(taken);
    });
  });
}

/** Events of the server itself stand between those of families, so that filters have something to leave out. */
function makeNoise(store: () => Store, every: number): void {
  let appends = 0;
  store().onCommit((rows) => {
    if (rows.some(({ stream }) => stream.startsWith('$'))) return;
    appends += 1;
    if (appends % every !== 0) return;
    const event = { id: crypto.randomUUID(), type: '$statsCollected', contentType: 'application/json' };
    void store().append('$stats-0', 'any', [
      { ...event, data: Buffer.from('{"noise":true}'), metadata: Buffer.from('{}') },
    ]);
  });
}
