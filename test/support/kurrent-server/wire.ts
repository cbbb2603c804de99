import { createRequire } from 'node:module';
import type * as AnyMessage from 'google-protobuf/google/protobuf/any_pb.js';
import type * as EmptyMessage from 'google-protobuf/google/protobuf/empty_pb.js';
import type * as TimestampMessage from 'google-protobuf/google/protobuf/timestamp_pb.js';
import type * as CodeMessages from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/code_pb.js';
import type * as Features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import type * as FeaturesService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import type * as Gossip from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import type * as GossipService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb.js';
import type * as Persistent from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/persistentsubscriptions_pb.js';
import type * as PersistentService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/persistentsubscriptions_grpc_pb.js';
import type * as Shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import type * as StatusMessages from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import type * as Streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type * as StreamsService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';

/** The messages and services of the official client itself: what it can read and write, the test server can. */
const load = createRequire(import.meta.url);
const v1 = '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1';

export const streams = load(`${v1}/streams_pb.js`) as typeof Streams;
export const streamsService = (load(`${v1}/streams_grpc_pb.js`) as typeof StreamsService).StreamsService;
export const shared = load(`${v1}/shared_pb.js`) as typeof Shared;
export const statuses = load(`${v1}/status_pb.js`) as typeof StatusMessages;
export const features = load(`${v1}/serverfeatures_pb.js`) as typeof Features;
export const featuresService = (load(`${v1}/serverfeatures_grpc_pb.js`) as typeof FeaturesService)
  .ServerFeaturesService;
export const gossip = load(`${v1}/gossip_pb.js`) as typeof Gossip;
export const gossipService = (load(`${v1}/gossip_grpc_pb.js`) as typeof GossipService).GossipService;
export const persistent = load(`${v1}/persistentsubscriptions_pb.js`) as typeof Persistent;
export const persistentService = (
  load(`${v1}/persistentsubscriptions_grpc_pb.js`) as typeof PersistentService
).PersistentSubscriptionsService;

export const codes = (load(`${v1}/code_pb.js`) as typeof CodeMessages).Code;

export const { Any } = load('google-protobuf/google/protobuf/any_pb.js') as typeof AnyMessage;
export const { Empty } = load('google-protobuf/google/protobuf/empty_pb.js') as typeof EmptyMessage;
export const { Timestamp } = load(
  'google-protobuf/google/protobuf/timestamp_pb.js',
) as typeof TimestampMessage;

export type Uuid = InstanceType<typeof Shared.UUID>;

/** Two signed halves for the native bridge, text for the JavaScript side: as it was asked for. */
export function uuid(text: string, isStructured: boolean): Uuid {
  const message = new shared.UUID();
  if (!isStructured) return message.setString(text);
  const digits = text.replaceAll('-', '');
  const half = (part: string) => BigInt.asIntN(64, BigInt(`0x${part}`)).toString();
  const halves = new shared.UUID.Structured();
  halves.setMostSignificantBits(half(digits.slice(0, 16)));
  halves.setLeastSignificantBits(half(digits.slice(16)));
  return message.setStructured(halves);
}

export function textOf(message: Uuid | undefined): string {
  const halves = message?.getStructured();
  if (!halves) return message?.getString() ?? '';
  const digits = (half: string) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0');
  const all = digits(halves.getMostSignificantBits()) + digits(halves.getLeastSignificantBits());
  return all.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const nameOf = (identifier: InstanceType<typeof Shared.StreamIdentifier> | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export function identifierOf(name: string): InstanceType<typeof Shared.StreamIdentifier> {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(name));
  return identifier;
}
