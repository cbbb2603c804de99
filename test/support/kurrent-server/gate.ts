import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** A door in front of a node: it can be cut off, held, or closed, as a network can. */
export interface Gate {
  readonly port: number;
  /** Every connection ends at once. */
  cut(): void;
  /** Nothing more gets through to the clients, and nothing ends. */
  hold(): void;
  letGo(): void;
  close(): Promise<void>;
}

export async function openGate(behind: number, port: number, host = '127.0.0.1'): Promise<Gate> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let isHeld = false;

  const server: Server = createServer({ noDelay: true }, (client) => {
    const node = connect({ port: behind, host, noDelay: true });
    const pair = [client, node] as const;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      client.destroy();
      node.destroy();
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
    client.pipe(node);
    if (!isHeld) node.pipe(client);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

  function cut(): void {
    for (const [client, node] of pairs) {
      client.resetAndDestroy();
      node.destroy();
    }
    pairs.clear();
  }

  return {
    port: (server.address() as AddressInfo).port,
    cut,
    hold() {
      isHeld = true;
      for (const [client, node] of pairs) node.unpipe(client).pause();
    },
    letGo() {
      // Joined twice, everything would come through twice.
      if (!isHeld) return;
      isHeld = false;
      for (const [client, node] of pairs) node.pipe(client);
    },
    close() {
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        cut();
      });
    },
  };
}
