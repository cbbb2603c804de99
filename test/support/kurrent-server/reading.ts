import type { ServerWritableStream } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import type * as Streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { failure, pause, refusal } from './node.ts';
import type { Node } from './node.ts';
import { linkedFrom, readEvent } from './recorded.ts';
import type { Row } from './store.ts';
import { Timestamp, identifierOf, nameOf, streams } from './wire.ts';

type ReadReq = InstanceType<typeof Streams.ReadReq>;
type ReadResp = InstanceType<typeof Streams.ReadResp>;
type Options = NonNullable<ReturnType<ReadReq['getOptions']>>;
type Filter = NonNullable<ReturnType<Options['getFilter']>>;
export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

const stretch = 256;

/** Reads and subscriptions come through one method. */
export function read(node: Node) {
  return (call: ReadCall): void => {
    call.on('error', () => undefined);
    void answer(call).catch((error: unknown) => call.emit('error', error));
  };

  async function answer(call: ReadCall): Promise<void> {
    const options = call.request.getOptions();
    if (!options) return;
    const method = options.hasSubscription() ? 'subscribe' : 'read';
    const refused = refusal(node, call.metadata, false);
    if (refused) throw refused;
    const fault = node.faults.take(method, 'before', 'unavailable', 'exhausted', 'stall', 'slow', 'middle');
    if (fault?.phase === 'before') {
      node.cut();
      return;
    }
    if (fault?.phase === 'unavailable') throw failure(status.UNAVAILABLE, '');
    if (fault?.phase === 'exhausted') throw failure(status.RESOURCE_EXHAUSTED, '');
    if (fault?.phase === 'slow') await pause(fault.ms ?? 1000);
    const quota = fault?.phase === 'middle' || fault?.phase === 'stall' ? (fault.events ?? 3) : Infinity;
    const sent = sending(call, quota, () => {
      if (fault?.phase === 'middle') node.cut();
    });
    if (options.hasSubscription()) await subscribe(call, options, sent);
    else if (options.hasStream()) await readStream(call, options, sent);
    else await readAll(call, options, sent);
  }

  async function readStream(call: ReadCall, options: Options, sent: Sending): Promise<void> {
    const from = options.getStream();
    const stream = nameOf(from?.getStreamIdentifier());
    const backwards = isBackwards(options);
    const start = from?.hasRevision()
      ? Number(from.getRevision())
      : from?.hasEnd()
        ? Number.MAX_SAFE_INTEGER
        : 0;
    const rows = node.store.readStream(
      stream,
      start,
      backwards,
      Math.min(Number(options.getCount()), 1_000_000),
    );
    if (node.store.isTombstoned(stream))
      throw failure(status.FAILED_PRECONDITION, 'stream-deleted', { 'stream-name': stream });
    if (rows === null) {
      const missing = new streams.ReadResp.StreamNotFound();
      call.write(new streams.ReadResp().setStreamNotFound(missing.setStreamIdentifier(identifierOf(stream))));
    }
    for (const row of rows ?? []) {
      const target = options.getResolveLinks() ? linkedFrom(node.store, row) : undefined;
      if (!(await sent(target ?? row, options, target && row))) return;
    }
    call.end();
  }

  async function readAll(call: ReadCall, options: Options, sent: Sending): Promise<void> {
    const backwards = isBackwards(options);
    const fits = filterIn(options.getFilter());
    let left = Math.min(Number(options.getCount()), Number.MAX_SAFE_INTEGER);
    let at = startIn(options, backwards);
    while (left > 0) {
      const rows = node.store.readAll(at, backwards, stretch);
      for (const row of rows) {
        at = row.position + (backwards ? -1 : 1);
        if (!fits(row)) continue;
        if (!(await sent(row, options))) return;
        left -= 1;
        if (left === 0) break;
      }
      if (rows.length < stretch) break;
    }
    call.end();
  }

  function startIn(options: Options, backwards: boolean): number {
    const all = options.getAll();
    const position = all?.getPosition();
    if (position) {
      const at = Number(position.getCommitPosition());
      // Later than everything is a place where something will come.
      if (at <= node.store.last() && !node.store.isBoundary(at))
        throw failure(status.INVALID_ARGUMENT, '', { why: `no record begins at ${at}` });
      return backwards ? at - 1 : at;
    }
    return all?.hasEnd() ? (backwards ? Number.MAX_SAFE_INTEGER : node.store.last() + 1) : backwards ? -1 : 0;
  }

  async function subscribe(call: ReadCall, options: Options, sent: Sending): Promise<void> {
    const confirmation = new streams.ReadResp.SubscriptionConfirmation();
    confirmation.setSubscriptionId(crypto.randomUUID());
    call.write(new streams.ReadResp().setConfirmation(confirmation));
    const stream = options.hasStream() ? nameOf(options.getStream()?.getStreamIdentifier()) : null;
    const fits = stream === null ? filterIn(options.getFilter()) : (row: Row) => row.stream === stream;
    const filter = options.getFilter();
    const window = filter
      ? Math.max(1, filter.getMax() || 32) * Math.max(1, filter.getCheckpointintervalmultiplier())
      : 0;
    const revision = options.getStream()?.hasRevision() ? Number(options.getStream()?.getRevision()) : -1;
    // From is exclusive on a subscription.
    let at = options.hasAll() && options.getAll()?.hasPosition() ? startIn(options, false) : -1;
    if (options.getAll()?.hasEnd() || options.getStream()?.hasEnd()) at = node.store.last();
    let looked = 0;
    let isCaughtUp = false;
    const commits = commitsOf(node, call);
    for (let rows: readonly Row[] = []; !call.cancelled && !call.destroyed; rows = await commits.next(at)) {
      for (const row of rows) {
        at = row.position;
        looked += 1;
        if (fits(row) && !(stream !== null && row.revision <= revision) && !(await sent(row, options)))
          return;
        if (window > 0 && looked % window === 0) call.write(checkpoint(row.position));
      }
      const more = node.store.readAll(at + 1, false, 1);
      if (more.length === 0 && !isCaughtUp) {
        isCaughtUp = true;
        call.write(caughtUp(at));
      }
    }
  }

  function caughtUp(at: number): ReadResp {
    const message = new streams.ReadResp.CaughtUp();
    message.setTimestamp(Timestamp.fromDate(new Date(node.now())));
    const position = new streams.ReadResp.Position();
    position.setCommitPosition(String(Math.max(at, 0)));
    position.setPreparePosition(String(Math.max(at, 0)));
    return new streams.ReadResp().setCaughtUp(message.setPosition(position));
  }
}

function checkpoint(at: number): ReadResp {
  const message = new streams.ReadResp.Checkpoint();
  message.setCommitPosition(String(at));
  message.setPreparePosition(String(at));
  return new streams.ReadResp().setCheckpoint(message);
}

/** The next rows after a position: from the store when behind, else as they are committed. */
export function commitsOf(
  { store }: Pick<Node, 'store'>,
  call: { on(event: 'cancelled' | 'close' | 'error', listener: () => void): unknown },
): { next(after: number): Promise<readonly Row[]> } {
  let waiting: { readonly after: number; readonly resolve: (rows: readonly Row[]) => void } | undefined;
  const settle = (rows: readonly Row[]) => {
    const current = waiting;
    waiting = undefined;
    current?.resolve(rows.filter(({ position }) => position > current.after));
  };
  const stop = store.onCommit(settle);
  const end = () => {
    stop();
    settle([]);
  };
  for (const event of ['cancelled', 'close', 'error'] as const) call.on(event, end);
  return {
    next(after) {
      const rows = store.readAll(after + 1, false, stretch);
      return rows.length > 0
        ? Promise.resolve(rows)
        : new Promise((resolve) => (waiting = { after, resolve }));
    },
  };
}

const isBackwards = (options: Options): boolean =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

/** False if nothing more can be sent. */
type Sending = (row: Row, options: Options, link?: Row) => Promise<boolean>;

/** Waits for a slow reader; after `quota` events something goes wrong, or nothing more comes. */
function sending(call: ReadCall, quota: number, then: () => void): Sending {
  let sent = 0;
  return async (row, options, link) => {
    if (sent >= quota) {
      then();
      await new Promise(() => undefined);
    }
    sent += 1;
    const isStructured = options.getUuidOption()?.hasStructured() ?? false;
    if (call.write(readEvent(row, isStructured, link)) || call.cancelled) return !call.cancelled;
    await roomIn(call);
    return !call.destroyed;
  };
}

/** Resolves when a slow reader has taken what was sent, or is gone. */
function roomIn(call: ReadCall): Promise<void> {
  const events = ['drain', 'cancelled', 'close', 'error'] as const;
  return new Promise((resolve) => {
    const done = () => {
      for (const event of events) call.off(event, done);
      resolve();
    };
    for (const event of events) call.on(event, done);
  });
}

interface Expression {
  getPrefixList(): string[];
  getRegex(): string;
}

/** By the name of the stream or the type of the event, by prefixes or a regular expression. */
export function filterIn(
  filter: Pick<Filter, 'hasStreamIdentifier' | 'getStreamIdentifier' | 'getEventType'> | undefined,
): (row: Row) => boolean {
  if (!filter) return () => true;
  const expression: Expression | undefined = filter.getStreamIdentifier() ?? filter.getEventType();
  const prefixes = expression?.getPrefixList() ?? [];
  const pattern = expression?.getRegex() ?? '';
  const fits =
    prefixes.length > 0
      ? (text: string) => prefixes.some((prefix) => text.startsWith(prefix))
      : (text: string) => new RegExp(pattern).test(text);
  return filter.hasStreamIdentifier() ? ({ stream }) => fits(stream) : ({ type }) => fits(type);
}
