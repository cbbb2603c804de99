import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A real OpenID provider on a real socket. What it knows of somebody may change between two sign-ins. */
export interface Organisation {
  readonly issuer: string;
  readonly people: Record<string, { name?: string; roles?: string[]; team?: string }>;
  close(): Promise<void>;
}

export const client = { client_id: 'waakvlam', client_secret: 'a-secret-of-forty-characters-at-the-least' };

export async function organisation(publicUrl: string): Promise<Organisation> {
  const server = createServer();
  await listening(server, 0);
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people: Organisation['people'] = {};
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [`${publicUrl}/oidc/callback`] }],
    cookies: { keys: ['one key for tests'] },
    claims: { openid: ['sub', 'roles', 'team'], profile: ['name'] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => Promise.resolve({ sub, ...people[sub] }),
    }),
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return {
    issuer,
    people,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await listening(probe, 0);
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
