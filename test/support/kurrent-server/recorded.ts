import type * as Streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type * as Persistent from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/persistentsubscriptions_pb.js';
import type { Row, Store } from './store.ts';
import { identifierOf, persistent, streams, uuid } from './wire.ts';

type Recorded =
  | InstanceType<typeof Streams.ReadResp.ReadEvent.RecordedEvent>
  | InstanceType<typeof Persistent.ReadResp.ReadEvent.RecordedEvent>;

function fill(message: Recorded, row: Row, isStructured: boolean): void {
  message.setId(uuid(row.id, isStructured));
  message.setStreamIdentifier(identifierOf(row.stream));
  message.setStreamRevision(String(row.revision));
  message.setCommitPosition(String(row.position));
  message.setPreparePosition(String(row.position));
  message.setData(row.data);
  message.setCustomMetadata(row.metadata);
  const metadata = message.getMetadataMap();
  metadata.set('type', row.type);
  metadata.set('content-type', row.contentType);
  metadata.set('created', row.created);
}

/** A row as the answer to a read or on a subscription; with the link that led to it, if one did. */
export function readEvent(
  row: Row,
  isStructured: boolean,
  link?: Row,
): InstanceType<typeof Streams.ReadResp> {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  fill(recorded, row, isStructured);
  const event = new streams.ReadResp.ReadEvent();
  if (link) {
    const linked = new streams.ReadResp.ReadEvent.RecordedEvent();
    fill(linked, link, isStructured);
    event.setLink(linked);
  }
  event.setEvent(recorded);
  event.setCommitPosition(String(row.position));
  return new streams.ReadResp().setEvent(event);
}

/** The same for one consumer of a group. */
export function consumedEvent(
  row: Row,
  attempt: number,
  isStructured: boolean,
  link?: Row,
): InstanceType<typeof Persistent.ReadResp> {
  const recorded = new persistent.ReadResp.ReadEvent.RecordedEvent();
  fill(recorded, row, isStructured);
  const event = new persistent.ReadResp.ReadEvent();
  if (link) {
    const linked = new persistent.ReadResp.ReadEvent.RecordedEvent();
    fill(linked, link, isStructured);
    event.setLink(linked);
  }
  event.setEvent(recorded);
  event.setCommitPosition(String(row.position));
  event.setRetryCount(attempt);
  return new persistent.ReadResp().setEvent(event);
}

/** What a link points to; undefined if that is gone, or the row is no link. */
export function linkedFrom(store: Pick<Store, 'readStream'>, { type, data }: Row): Row | undefined {
  const [, revision, stream] = /^(\d+)@(.*)$/s.exec(Buffer.from(data).toString('utf8')) ?? [];
  if (type !== '$>' || stream === undefined) return undefined;
  return store.readStream(stream, Number(revision), false, 1)?.[0];
}
