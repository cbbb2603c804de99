import type {
  Metadata,
  sendUnaryData,
  ServerDuplexStream,
  ServerReadableStream,
  ServerUnaryCall,
  ServiceError,
} from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import type * as Streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import { answered, failure, pause, refusal } from './node.ts';
import type { Node } from './node.ts';
import type { Expected, Proposed, Written } from './store.ts';
import { Any, Empty, codes, identifierOf, nameOf, shared, statuses, streams, textOf } from './wire.ts';

type AppendReq = InstanceType<typeof Streams.AppendReq>;
type AppendResp = InstanceType<typeof Streams.AppendResp>;
type BatchReq = InstanceType<typeof Streams.BatchAppendReq>;
type BatchResp = InstanceType<typeof Streams.BatchAppendResp>;
type Message = NonNullable<ReturnType<AppendReq['getProposedMessage']>>;

/** One append: a stream of its options and events, and one answer. A wrong revision is an answer, no error. */
export function append(node: Node) {
  return (call: ServerReadableStream<AppendReq, AppendResp>, reply: sendUnaryData<AppendResp>): void => {
    const refused = refusal(node, call.metadata, true);
    if (refused) {
      reply(refused);
      return;
    }
    const events: Proposed[] = [];
    let options: ReturnType<AppendReq['getOptions']>;
    call.on('data', (message: AppendReq) => {
      const proposed = message.getProposedMessage();
      if (message.hasOptions()) options = message.getOptions();
      if (proposed) events.push(proposedIn(proposed));
    });
    call.on('end', () => {
      void answered(node, 'append', reply, async () => {
        const stream = nameOf(options?.getStreamIdentifier());
        const expected = options?.hasRevision() ? Number(options.getRevision()) : expectedIn(options);
        return appendAnswer(stream, await node.store.append(stream, expected, events));
      });
    });
  };
}

function appendAnswer(stream: string, written: Written): AppendResp {
  const answer = new streams.AppendResp();
  if (written.kind === 'written') {
    const position = new streams.AppendResp.Position();
    position.setCommitPosition(String(written.position));
    position.setPreparePosition(String(written.position));
    const success = new streams.AppendResp.Success();
    success.setCurrentRevision(String(written.revision));
    return answer.setSuccess(success.setPosition(position));
  }
  if (written.kind === 'wrong-version') {
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    if (written.current < 0) wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(String(written.current));
    if (typeof written.expected === 'number') wrong.setExpectedRevision(String(written.expected));
    else if (written.expected === 'no-stream') wrong.setExpectedNoStream(new shared.Empty());
    else if (written.expected === 'stream-exists') wrong.setExpectedStreamExists(new shared.Empty());
    else wrong.setExpectedAny(new shared.Empty());
    return answer.setWrongExpectedVersion(wrong);
  }
  throw written.kind === 'deleted'
    ? failure(status.FAILED_PRECONDITION, 'stream-deleted', { 'stream-name': stream })
    : failure(status.INVALID_ARGUMENT, 'maximum-append-size-exceeded', {
        'maximum-append-size': String(written.limit),
      });
}

interface Batch {
  readonly options: NonNullable<ReturnType<BatchReq['getOptions']>>;
  readonly events: Proposed[];
}

/** Many appends on one long stream; answers are told apart by their correlation id. */
export function batchAppend(node: Node) {
  return (call: ServerDuplexStream<BatchReq, BatchResp>): void => {
    const open = new Map<string, Batch>();
    call.on('error', () => undefined);
    call.on('end', () => call.end());
    call.on('data', (message: BatchReq) => {
      const refused = refusal(node, call.metadata, true);
      if (refused) {
        call.emit('error', refused);
        return;
      }
      const key = textOf(message.getCorrelationId());
      const options = message.getOptions();
      if (options) open.set(key, { options, events: [] });
      const batch = open.get(key);
      if (!batch) return;
      batch.events.push(...message.getProposedMessagesList().map(proposedIn));
      if (!message.getIsFinal()) return;
      open.delete(key);
      void written(call, message, batch);
    });
  };

  async function written(
    call: ServerDuplexStream<BatchReq, BatchResp>,
    message: BatchReq,
    batch: Batch,
  ): Promise<void> {
    const fail = (error: ServiceError) => call.emit('error', error);
    await answered(
      node,
      'append',
      (error, answer) => {
        if (error) fail(error as ServiceError);
        else if (answer && !call.cancelled) {
          call.write(answer);
          if (node.faults.take('append', 'twice')) void pause(1).then(() => call.write(answer));
        }
      },
      async () => {
        const stream = nameOf(batch.options.getStreamIdentifier());
        const expected = batch.options.hasStreamPosition()
          ? Number(batch.options.getStreamPosition())
          : expectedIn(batch.options);
        const answer = batchAnswer(await node.store.append(stream, expected, batch.events));
        answer.setCorrelationId(message.getCorrelationId());
        return answer.setStreamIdentifier(identifierOf(stream));
      },
    );
  }
}

function batchAnswer(written: Written): BatchResp {
  const answer = new streams.BatchAppendResp();
  if (written.kind === 'written') {
    const position = new shared.AllStreamPosition();
    position.setCommitPosition(String(written.position));
    position.setPreparePosition(String(written.position));
    const success = new streams.BatchAppendResp.Success();
    success.setCurrentRevision(String(written.revision));
    return answer.setSuccess(success.setPosition(position));
  }
  const [code, name, details] = batchError(written);
  const error = new statuses.Status();
  error.setCode(code);
  error.setMessage(name);
  const packed = new Any();
  packed.pack(details, `event_store.client.${name}`);
  return answer.setError(error.setDetails(packed));
}

function batchError(
  written: Exclude<Written, { kind: 'written' }>,
): [(typeof codes)[keyof typeof codes], string, Uint8Array] {
  if (written.kind === 'deleted')
    return [codes.FAILED_PRECONDITION, 'StreamDeleted', new shared.StreamDeleted().serializeBinary()];
  if (written.kind === 'too-large') {
    const limit = new shared.MaximumAppendSizeExceeded();
    limit.setMaxappendsize(written.limit);
    return [codes.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', limit.serializeBinary()];
  }
  const wrong = new shared.WrongExpectedVersion();
  if (written.current < 0) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentStreamRevision(String(written.current));
  if (typeof written.expected === 'number') wrong.setExpectedStreamPosition(String(written.expected));
  else if (written.expected === 'no-stream') wrong.setExpectedNoStream(new Empty());
  else if (written.expected === 'stream-exists') wrong.setExpectedStreamExists(new Empty());
  else wrong.setExpectedAny(new Empty());
  return [codes.ALREADY_EXISTS, 'WrongExpectedVersion', wrong.serializeBinary()];
}

interface SaysExpected {
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

function expectedIn(options: SaysExpected | undefined): Expected {
  if (options?.hasNoStream()) return 'no-stream';
  return options?.hasStreamExists() ? 'stream-exists' : 'any';
}

function proposedIn(
  message: Pick<Message, 'getId' | 'getMetadataMap' | 'getData_asU8' | 'getCustomMetadata_asU8'>,
): Proposed {
  const metadata = message.getMetadataMap();
  return {
    id: textOf(message.getId()),
    type: String(metadata.get('type')),
    contentType: String(metadata.get('content-type')),
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

type DeleteReq = InstanceType<typeof Streams.DeleteReq>;
type DeleteResp = InstanceType<typeof Streams.DeleteResp>;
type TombstoneReq = InstanceType<typeof Streams.TombstoneReq>;
type TombstoneResp = InstanceType<typeof Streams.TombstoneResp>;

/** A soft delete is a truncation beyond the end. */
export function remove(node: Node) {
  return (call: ServerUnaryCall<DeleteReq, DeleteResp>, reply: sendUnaryData<DeleteResp>): void => {
    void answered(node, 'append', reply, async () => {
      const stream = nameOf(call.request.getOptions()?.getStreamIdentifier());
      const position = new streams.DeleteResp.Position();
      const at = await mark(node, call.metadata, `$$${stream}`, '$metadata', {
        $tb: Number.MAX_SAFE_INTEGER,
      });
      position.setCommitPosition(at);
      position.setPreparePosition(at);
      return new streams.DeleteResp().setPosition(position);
    });
  };
}

/** A tombstone is for ever. */
export function tombstone(node: Node) {
  return (call: ServerUnaryCall<TombstoneReq, TombstoneResp>, reply: sendUnaryData<TombstoneResp>): void => {
    void answered(node, 'append', reply, async () => {
      const stream = nameOf(call.request.getOptions()?.getStreamIdentifier());
      const position = new streams.TombstoneResp.Position();
      const at = await mark(node, call.metadata, stream, '$streamDeleted', {});
      position.setCommitPosition(at);
      position.setPreparePosition(at);
      return new streams.TombstoneResp().setPosition(position);
    });
  };
}

async function mark(
  node: Node,
  caller: Metadata,
  stream: string,
  type: string,
  data: object,
): Promise<string> {
  const refused = refusal(node, caller, true);
  if (refused) throw refused;
  const written = await node.store.append(stream, 'any', [
    {
      id: crypto.randomUUID(),
      type,
      contentType: 'application/json',
      data: Buffer.from(JSON.stringify(data)),
      metadata: new Uint8Array(),
    },
  ]);
  if (written.kind !== 'written')
    throw failure(status.FAILED_PRECONDITION, 'stream-deleted', { 'stream-name': stream });
  return String(written.position);
}
