import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonEvent, KurrentDBClient, WrongExpectedVersionError } from '@kurrent/kurrentdb-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKurrentServer } from './kurrent-server/server.ts';
import type { KurrentServer } from './kurrent-server/server.ts';

const real = process.env['WAAKVLAM_TEST_KURRENTDB'];
const noon = Date.UTC(2026, 2, 5, 12);

const entry = (n: number, id = randomUUID()) => jsonEvent({ id, type: 'Noted', data: { n } });
const named = () => `probe-${randomUUID()}`;

async function numbers(read: AsyncIterable<{ event?: { data: unknown } }>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { event } of read) found.push(event?.data);
  return found;
}

describe('facts that a real server shares', () => {
  let server: KurrentServer | null = null;
  let client: KurrentDBClient;
  beforeAll(async () => {
    server = real ? null : await startKurrentServer({ now: () => noon });
    client = KurrentDBClient.connectionString`${real ?? server?.connection ?? ''}`;
  });
  afterAll(async () => {
    await client.dispose();
    await server?.stop();
  });

  it('given two events appended together, when the stream is read, then both are there in order, either way', async () => {
    const stream = named();
    const answer = await client.appendToStream(stream, [entry(1), entry(2)], { streamState: 'no_stream' });
    expect(answer.nextExpectedRevision).toBe(1n);
    expect(await numbers(client.readStream(stream))).toEqual([{ n: 1 }, { n: 2 }]);
    expect(
      await numbers(client.readStream(stream, { direction: 'backwards', fromRevision: 'end', maxCount: 1 })),
    ).toEqual([{ n: 2 }]);
  });

  it('given credentials in the call, when appending one by one, then the other form of append does the same', async () => {
    const stream = named();
    const credentials = { username: 'admin', password: 'changeit' };
    const first = await client.appendToStream(stream, entry(1), { streamState: 'no_stream', credentials });
    expect(first.nextExpectedRevision).toBe(0n);
    await expect(
      client.appendToStream(stream, entry(2), { streamState: 'no_stream', credentials }),
    ).rejects.toThrow(WrongExpectedVersionError);
  });

  it('given another revision, when appending, then nothing is written and the error names the revision', async () => {
    const stream = named();
    await client.appendToStream(stream, entry(1), { streamState: 'no_stream' });
    const error: unknown = await client
      .appendToStream(stream, entry(2), { streamState: 'no_stream' })
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(await numbers(client.readStream(stream))).toEqual([{ n: 1 }]);
  });

  it('given the same ids and the same expected revision, when appending again, then it succeeds and is written once', async () => {
    const stream = named();
    const id = randomUUID();
    const first = await client.appendToStream(stream, entry(1, id), { streamState: 'no_stream' });
    await client.appendToStream(stream, entry(2), { streamState: 0n });
    const again = await client.appendToStream(stream, entry(1, id), { streamState: 'no_stream' });
    expect([again.nextExpectedRevision, again.position]).toEqual([0n, first.position]);
    expect(await numbers(client.readStream(stream))).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('given the same ids and any revision, when appending again, then it succeeds and is written once', async () => {
    const stream = named();
    const id = randomUUID();
    const first = await client.appendToStream(stream, entry(1, id));
    await client.appendToStream(stream, entry(2));
    const again = await client.appendToStream(stream, entry(1, id));
    expect([again.nextExpectedRevision, again.position]).toEqual([0n, first.position]);
    expect(await numbers(client.readStream(stream))).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('given a softly deleted stream, when it is expected to exist, then nothing is written', async () => {
    const stream = named();
    await client.appendToStream(stream, entry(1));
    await client.deleteStream(stream);
    await expect(client.appendToStream(stream, entry(2), { streamState: 'stream_exists' })).rejects.toThrow(
      WrongExpectedVersionError,
    );
  });

  it('given an unknown stream, when it is read, then the error says so', async () => {
    await expect(numbers(client.readStream(named()))).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  it('given more than 1 MiB, when appending, then the error names the largest append', async () => {
    const large = jsonEvent({ type: 'Noted', data: { text: 'x'.repeat(1024 * 1024) } });
    await expect(client.appendToStream(named(), large)).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
    });
  });

  it('given a softly deleted stream, when appended to, then only the new event is read, with the next revision', async () => {
    const stream = named();
    await client.appendToStream(stream, [entry(1), entry(2)]);
    await client.deleteStream(stream);
    await expect(numbers(client.readStream(stream))).rejects.toMatchObject({ type: 'stream-not-found' });
    const back = await client.appendToStream(stream, entry(3));
    expect(back.nextExpectedRevision).toBe(2n);
    expect(await numbers(client.readStream(stream))).toEqual([{ n: 3 }]);
  });

  it('given a tombstone, when read or appended to, then the stream is deleted', async () => {
    const stream = named();
    await client.appendToStream(stream, entry(1));
    await client.tombstoneStream(stream);
    await expect(numbers(client.readStream(stream))).rejects.toMatchObject({ type: 'stream-deleted' });
    await expect(client.appendToStream(stream, entry(2))).rejects.toMatchObject({ type: 'stream-deleted' });
  });

  it('given a filter on the stream, when subscribed to all, then old and new events come, from after the given position', async () => {
    const stream = named();
    const first = await client.appendToStream(stream, entry(1));
    await client.appendToStream(stream, entry(2));
    const filter = {
      filterOn: 'streamName' as const,
      prefixes: [stream],
      checkpointInterval: 1,
      maxSearchWindow: 32,
    };
    const position = first.position as NonNullable<typeof first.position>;
    const subscription = client.subscribeToAll({ fromPosition: position, filter });
    const seen: unknown[] = [];
    for await (const { event } of subscription) {
      seen.push(event?.data);
      if (seen.length === 1) await client.appendToStream(stream, entry(3));
      if (seen.length === 2) break;
    }
    expect(seen).toEqual([{ n: 2 }, { n: 3 }]);
  });

  it('given a position, when all is read from there, then it is inclusive forwards and exclusive backwards', async () => {
    const stream = named();
    const filter = { filterOn: 'streamName' as const, prefixes: [stream], checkpointInterval: 1 };
    await client.appendToStream(stream, entry(1));
    const { position } = await client.appendToStream(stream, entry(2));
    const fromPosition = position as NonNullable<typeof position>;
    expect(await numbers(client.readAll({ fromPosition, filter }))).toEqual([{ n: 2 }]);
    expect(await numbers(client.readAll({ fromPosition, filter, direction: 'backwards' }))).toEqual([
      { n: 1 },
    ]);
  });
});

describe('what only the test server does', () => {
  it('given a file, when the server starts again on it, then everything is there with the time it was given', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kurrent-server-'));
    const file = join(folder, 'log');
    const stream = named();
    const first = await startKurrentServer({ now: () => noon, file });
    const writer = KurrentDBClient.connectionString`${first.connection}`;
    await writer.appendToStream(stream, entry(1));
    await writer.dispose();
    await first.stop();
    const second = await startKurrentServer({ now: () => noon + 1, file });
    const reader = KurrentDBClient.connectionString`${second.connection}`;
    const created: unknown[] = [];
    for await (const { event } of reader.readStream(stream)) created.push([event?.data, event?.created]);
    expect(created).toEqual([[{ n: 1 }, new Date(noon)]]);
    await reader.dispose();
    await second.stop();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['before', []],
    ['after', [{ n: 1 }]],
  ] as const)(
    'given the connection cut %s the commit, when appending, then the writer gets an error',
    async (phase, kept) => {
      const server = await startKurrentServer({ now: () => noon });
      const client = KurrentDBClient.connectionString`${server.connection}`;
      server.plant({ method: 'append', phase });
      await expect(client.appendToStream('probe', entry(1))).rejects.toThrow();
      await client.dispose();
      const second = KurrentDBClient.connectionString`${server.connection}`;
      expect(await numbers(second.readStream('probe')).catch(() => [])).toEqual(kept);
      await second.dispose();
      await server.stop();
    },
  );

  it('given a killed server, when it takes connections again, then a new client finds what was written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kurrent-server-'));
    const server = await startKurrentServer({ now: () => noon, file: join(folder, 'log') });
    const client = KurrentDBClient.connectionString`${server.connection}`;
    await client.appendToStream('probe', entry(1));
    await server.kill();
    await expect(client.appendToStream('probe', entry(2))).rejects.toThrow();
    await client.dispose();
    await server.restart();
    const second = KurrentDBClient.connectionString`${server.connection}`;
    expect(await numbers(second.readStream('probe'))).toEqual([{ n: 1 }]);
    await second.dispose();
    await server.stop();
    rmSync(folder, { recursive: true });
  });
});
