import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import type * as Features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import type * as Gossip from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb.js';
import { features, gossip, uuid } from './wire.ts';

/** A member of the cluster as gossip tells it; the truth may be another. */
export interface Member {
  readonly host: string;
  readonly port: number;
  readonly isLeader: boolean;
  readonly isAlive: boolean;
}

export function gossipAbout(members: () => readonly Member[], now: () => number) {
  return {
    read(_call: unknown, reply: sendUnaryData<InstanceType<typeof Gossip.ClusterInfo>>): void {
      const info = new gossip.ClusterInfo();
      info.setMembersList(
        members().map(({ host, port, isLeader, isAlive }) => {
          const endPoint = new gossip.EndPoint();
          endPoint.setAddress(host);
          endPoint.setPort(port);
          const { LEADER, FOLLOWER } = gossip.MemberInfo.VNodeState;
          const member = new gossip.MemberInfo();
          member.setInstanceId(uuid(`00000000-0000-4000-8000-${String(port).padStart(12, '0')}`, false));
          member.setTimeStamp(String(now() * 10_000));
          member.setState(isLeader ? LEADER : FOLLOWER);
          member.setIsAlive(isAlive);
          return member.setHttpEndPoint(endPoint);
        }),
      );
      reply(null, info);
    },
  };
}

const supported: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'event_store.client.streams.streams': {
    read: ['position', 'events'],
    append: [],
    batchappend: ['deadline_duration'],
    delete: [],
    tombstone: [],
  },
  'event_store.client.persistent_subscriptions.persistentsubscriptions': {
    create: ['stream', 'all'],
    update: ['stream', 'all'],
    delete: ['stream', 'all'],
    read: ['stream', 'all'],
    getinfo: ['stream', 'all'],
    replayparked: ['stream', 'all'],
    list: ['stream', 'all'],
  },
};

/** Without `batch` the client appends one by one, as it does with older servers. */
export const serverFeatures = (hasBatch: boolean) => ({
  getSupportedMethods(
    _call: ServerUnaryCall<unknown, unknown>,
    reply: sendUnaryData<InstanceType<typeof Features.SupportedMethods>>,
  ): void {
    const answer = new features.SupportedMethods();
    answer.setEventStoreServerVersion('24.10.0');
    for (const [service, methods] of Object.entries(supported))
      for (const [name, list] of Object.entries(methods)) {
        if (name === 'batchappend' && !hasBatch) continue;
        const method = new features.SupportedMethod();
        method.setServiceName(service);
        method.setMethodName(name);
        method.setFeaturesList([...list]);
        answer.addMethods(method);
      }
    reply(null, answer);
  },
});
