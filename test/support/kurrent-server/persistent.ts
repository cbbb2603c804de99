import type { sendUnaryData, ServerDuplexStream, ServerUnaryCall, ServiceError } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import type * as Persistent from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/persistentsubscriptions_pb.js';
import { groupsOn } from './groups.ts';
import type { Group, GroupSettings } from './groups.ts';
import { answered, failure, refusal } from './node.ts';
import type { Node } from './node.ts';
import { consumedEvent } from './recorded.ts';
import { nameOf, persistent, textOf } from './wire.ts';

type CreateReq = InstanceType<typeof Persistent.CreateReq>;
type UpdateReq = InstanceType<typeof Persistent.UpdateReq>;
type DeleteReq = InstanceType<typeof Persistent.DeleteReq>;
type ReadReq = InstanceType<typeof Persistent.ReadReq>;
type ReadResp = InstanceType<typeof Persistent.ReadResp>;
type GetInfoReq = InstanceType<typeof Persistent.GetInfoReq>;
type ReplayReq = InstanceType<typeof Persistent.ReplayParkedReq>;

interface Source {
  hasAll?(): boolean;
  hasStream?(): boolean;
  getStreamIdentifier(): Parameters<typeof nameOf>[0];
  getGroupName(): string;
}

/** Consumer groups: who competes, what was acknowledged, tried again or put aside. */
export function persistentSubscriptions(node: Node) {
  const groups = groupsOn(node);

  const keyOf = (source: Source | undefined) => ({
    source: source?.hasAll?.() ? '$all' : nameOf(source?.getStreamIdentifier()),
    name: source?.getGroupName() ?? '',
  });

  function unary<Request, Response>(
    work: (request: Request) => Response,
  ): (call: ServerUnaryCall<Request, Response>, reply: sendUnaryData<Response>) => void {
    return (call, reply) => {
      const refused = refusal(node, call.metadata, true);
      if (refused) reply(refused);
      else void answered(node, 'persistent', reply, () => Promise.resolve(work(call.request)));
    };
  }

  function found(source: Source | undefined): Group {
    const key = keyOf(source);
    const group = groups.find(key);
    if (group) return group;
    throw failure(status.NOT_FOUND, 'persistent-subscription-does-not-exist', {
      'stream-name': key.source,
      'group-name': key.name,
    });
  }

  return {
    create: unary((request: CreateReq) => {
      const options = request.getOptions();
      const settings = options?.getSettings();
      const key = keyOf(options);
      if (groups.find(key))
        throw failure(status.ALREADY_EXISTS, 'persistent-subscription-exists', {
          'stream-name': key.source,
          'group-name': key.name,
        });
      const filter = options?.getAll()?.getFilter();
      const isLate = options?.getAll()?.hasEnd() === true || options?.getStream()?.hasEnd() === true;
      groups.create(key, {
        ...settingsIn(settings),
        prefixes: filter?.getStreamIdentifier()?.getPrefixList() ?? [],
        from: isLate ? node.store.last() : -1,
      });
      return new persistent.CreateResp();
    }),
    update: unary((request: UpdateReq) => {
      found(request.getOptions()).update(settingsIn(request.getOptions()?.getSettings()));
      return new persistent.UpdateResp();
    }),
    delete: unary((request: DeleteReq) => {
      found(request.getOptions());
      groups.remove(keyOf(request.getOptions()));
      return new persistent.DeleteResp();
    }),
    getInfo: unary((request: GetInfoReq) => {
      const { source, name } = keyOf(request.getOptions());
      const { parked, consumers } = found(request.getOptions()).counts();
      const info = new persistent.SubscriptionInfo();
      info.setEventSource(source);
      info.setGroupName(name);
      info.setStatus('Live');
      info.setParkedMessageCount(String(parked));
      for (let index = 0; index < consumers; index += 1)
        info.addConnections(new persistent.SubscriptionInfo.ConnectionInfo());
      return new persistent.GetInfoResp().setSubscriptionInfo(info);
    }),
    replayParked: unary((request: ReplayReq) => {
      found(request.getOptions()).replayParked();
      return new persistent.ReplayParkedResp();
    }),
    list: unary(() => new persistent.ListResp()),
    restartSubsystem: unary(() => new persistent.ListResp()),
    read(call: ServerDuplexStream<ReadReq, ReadResp>): void {
      call.on('error', () => undefined);
      const refused = refusal(node, call.metadata, true);
      if (refused) {
        call.emit('error', refused);
        return;
      }
      consume(call);
    },
  };

  function consume(call: ServerDuplexStream<ReadReq, ReadResp>): void {
    let leave: (() => void) | undefined;
    let group: Group | undefined;
    call.on('data', (request: ReadReq) => {
      const options = request.getOptions();
      if (options) {
        try {
          group = found(options);
        } catch (error) {
          call.emit('error', error as ServiceError);
          return;
        }
        const confirmation = new persistent.ReadResp.SubscriptionConfirmation();
        confirmation.setSubscriptionId(`${keyOf(options).source}::${options.getGroupName()}`);
        call.write(new persistent.ReadResp().setSubscriptionConfirmation(confirmation));
        const isStructured = options.getUuidOption()?.hasStructured() ?? false;
        leave = group.join(options.getBufferSize(), {
          send: (row, attempt, link) => {
            const fault = node.faults.take('persistent', 'middle');
            if (fault) node.cut();
            else call.write(consumedEvent(row, attempt, isStructured, link));
          },
          drop: () => {
            call.emit('error', failure(status.CANCELLED, 'persistent-subscription-dropped'));
          },
        });
      }
      const [ack, nack] = [request.getAck(), request.getNack()];
      for (const id of ack?.getIdsList() ?? []) group?.ack(textOf(id));
      for (const id of nack?.getIdsList() ?? [])
        group?.nack(textOf(id), actionOf(nack?.getAction()), nack?.getReason() ?? '');
    });
    const end = () => leave?.();
    for (const event of ['cancelled', 'close', 'error'] as const) call.on(event, end);
    call.on('end', () => {
      end();
      call.end();
    });
  }
}

function actionOf(number: number | undefined): 'retry' | 'park' | 'skip' | 'stop' {
  const { PARK, SKIP, STOP } = persistent.ReadReq.Nack.Action;
  const named = new Map<unknown, 'park' | 'skip' | 'stop'>([
    [PARK, 'park'],
    [SKIP, 'skip'],
    [STOP, 'stop'],
  ]);
  return named.get(number) ?? 'retry';
}

type Settings = ReturnType<NonNullable<ReturnType<CreateReq['getOptions']>>['getSettings']>;
type Updated = ReturnType<NonNullable<ReturnType<UpdateReq['getOptions']>>['getSettings']>;

function settingsIn(
  settings: Settings | Updated,
): Pick<GroupSettings, 'timeoutMs' | 'maxRetries' | 'maxConsumers'> {
  return {
    timeoutMs: settings?.getMessageTimeoutMs() ?? 30_000,
    maxRetries: settings?.getMaxRetryCount() ?? 10,
    maxConsumers: settings?.getMaxSubscriberCount() ?? 0,
  };
}
