import { linkedFrom } from './recorded.ts';
import type { Node } from './node.ts';
import type { Row } from './store.ts';

export interface GroupSettings {
  readonly timeoutMs: number;
  readonly maxRetries: number;
  /** 0 for any number. */
  readonly maxConsumers: number;
  readonly prefixes: readonly string[];
  /** Events after this position. */
  readonly from: number;
}

interface Key {
  readonly source: string;
  readonly name: string;
}

interface Consumer {
  /** With the link from the parked ones, if it is replayed. */
  send(row: Row, attempt: number, link: Row | undefined): void;
  drop(): void;
}

export interface Group {
  join(buffer: number, consumer: Consumer): () => void;
  ack(id: string): void;
  nack(id: string, action: 'retry' | 'park' | 'skip' | 'stop', reason: string): void;
  update(settings: Partial<GroupSettings>): void;
  replayParked(): void;
  counts(): { readonly parked: number; readonly consumers: number };
  stop(): void;
}

export interface Groups {
  find(key: Key): Group | undefined;
  create(key: Key, settings: GroupSettings): void;
  remove(key: Key): void;
}

/** What of a group outlives the server: settings, and how far everything is done. What was put aside stands in a stream. */
interface Kept {
  readonly key: Key;
  readonly settings: GroupSettings;
  checkpoint: number;
}

const shelf = 'groups';

export function groupsOn(node: Node): Groups {
  const groups = new Map<string, { readonly group: Group; readonly kept: Kept }>();
  const textOf = ({ source, name }: Key) => `${source} ${name}`;

  function save(): void {
    node.store.keep(shelf, JSON.stringify([...groups.values()].map(({ kept }) => kept)));
  }

  function start(kept: Kept): void {
    groups.set(textOf(kept.key), { kept, group: groupOf(node, kept, save) });
  }

  function restored(): void {
    if (groups.size > 0) return;
    for (const kept of JSON.parse(node.store.kept(shelf) ?? '[]') as Kept[]) start(kept);
  }

  return {
    find(key) {
      restored();
      return groups.get(textOf(key))?.group;
    },
    create(key, settings) {
      start({ key, settings, checkpoint: settings.from });
      save();
    },
    remove(key) {
      groups.get(textOf(key))?.group.stop();
      groups.delete(textOf(key));
      save();
    },
  };
}

interface Item {
  readonly row: Row;
  readonly attempt: number;
  readonly link?: Row | undefined;
}

interface InFlight extends Item {
  readonly consumer: object;
  readonly timer: NodeJS.Timeout;
}

function groupOf(node: Node, kept: Kept, save: () => void): Group {
  let settings = kept.settings;
  const consumers = new Map<Consumer, { readonly buffer: number; busy: number }>();
  const inFlight = new Map<string, InFlight>();
  const waiting: Item[] = [];
  const parkedStream = `$persistentsubscription-${kept.key.source}::${kept.key.name}-parked`;
  const done = new Set<number>();
  let read = kept.checkpoint;
  let turn = 0;
  const isOurs = (row: Row) =>
    kept.key.source === '$all'
      ? settings.prefixes.length === 0 || settings.prefixes.some((prefix) => row.stream.startsWith(prefix))
      : row.stream === kept.key.source;
  const stopListening = node.store.onCommit(() => {
    pump();
  });

  /** Hands out while somebody has room: to one consumer after the other. */
  function pump(): void {
    for (let consumer = free(); consumer; consumer = free()) {
      const next = waiting.shift() ?? nextRow();
      if (!next) return;
      handOut(next, consumer);
      // Only who got something has had a turn.
      turn = ([...consumers.keys()].indexOf(consumer) + 1) % consumers.size;
    }
  }

  function nextRow(): Item | undefined {
    for (;;) {
      const [row] = node.store.readAll(read + 1, false, 1);
      if (!row) return undefined;
      read = row.position;
      if (isOurs(row)) return { row, attempt: 0 };
    }
  }

  function free(): Consumer | undefined {
    const all = [...consumers];
    for (let index = 0; index < all.length; index += 1) {
      const [consumer, { buffer, busy }] = all[(turn + index) % all.length] as (typeof all)[number];
      if (busy >= buffer) continue;
      return consumer;
    }
    return undefined;
  }

  function handOut({ row, attempt, link }: Item, consumer: Consumer): void {
    const id = (link ?? row).id;
    const timer = setTimeout(() => {
      again(id);
    }, settings.timeoutMs);
    timer.unref();
    inFlight.set(id, { row, attempt, link, consumer, timer });
    count(consumer, 1);
    consumer.send(row, attempt, link);
  }

  function count(consumer: object, by: number): void {
    const its = consumers.get(consumer as Consumer);
    if (its) its.busy += by;
  }

  function take(id: string): InFlight | undefined {
    const found = inFlight.get(id);
    if (!found) return undefined;
    clearTimeout(found.timer);
    inFlight.delete(id);
    count(found.consumer, -1);
    return found;
  }

  function again(id: string): void {
    const found = take(id);
    if (!found) return;
    if (found.attempt + 1 > settings.maxRetries) park(found, 'Reached retry count');
    else waiting.push({ row: found.row, attempt: found.attempt + 1, link: found.link });
    pump();
  }

  function park(item: Item, reason: string): void {
    const { revision, stream } = item.row;
    write(parkedStream, '$>', `${revision}@${stream}`, { added: new Date(node.now()).toISOString(), reason });
    settle(item);
  }

  function write(stream: string, type: string, data: string, metadata: object): void {
    const text = { data: Buffer.from(data), metadata: Buffer.from(JSON.stringify(metadata)) };
    const contentType = type === '$>' ? 'application/octet-stream' : 'application/json';
    void node.store.append(stream, 'any', [{ id: crypto.randomUUID(), type, contentType, ...text }]);
  }

  const parkedLinks = () => node.store.readStream(parkedStream, 0, false, 1_000_000) ?? [];

  /** The checkpoint is the last position before which everything is done. */
  function settle({ row, link }: Item): void {
    // What is replayed was settled when it was parked.
    if (link) return;
    done.add(row.position);
    const open = [...inFlight.values(), ...waiting].flatMap((each) => (each.link ? [] : [each.row.position]));
    const least = Math.min(...open, Infinity);
    kept.checkpoint =
      least === Infinity ? read : Math.max(kept.checkpoint, ...[...done].filter((at) => at < least));
    for (const at of done) if (at <= kept.checkpoint) done.delete(at);
    save();
  }

  return {
    join(buffer, consumer) {
      if (settings.maxConsumers > 0 && consumers.size >= settings.maxConsumers) {
        consumer.drop();
        return () => undefined;
      }
      consumers.set(consumer, { buffer: Math.max(1, buffer), busy: 0 });
      setImmediate(pump);
      return () => {
        if (!consumers.delete(consumer)) return;
        // What the one who left had in hand goes to another, without counting as a try.
        for (const found of [...inFlight.values()].filter((each) => each.consumer === consumer)) {
          take((found.link ?? found.row).id);
          waiting.unshift({ row: found.row, attempt: found.attempt, link: found.link });
        }
        pump();
      };
    },
    ack(id) {
      const found = take(id);
      if (found) settle(found);
      pump();
    },
    nack(id, action, reason) {
      if (action === 'retry') {
        again(id);
        return;
      }
      const found = take(id);
      if (found && action === 'park') park(found, `Client explicitly NAK'ed message.\nReason: ${reason}`);
      else if (found) settle(found);
      pump();
    },
    update(changed) {
      settings = { ...settings, ...changed };
    },
    replayParked() {
      const links = parkedLinks();
      for (const link of links) {
        const row = linkedFrom(node.store, link);
        if (row) waiting.push({ row, attempt: 0, link });
      }
      const last = links.at(-1);
      if (last) write(`$$${parkedStream}`, '$metadata', JSON.stringify({ $tb: last.revision + 1 }), {});
      pump();
    },
    counts: () => ({ parked: parkedLinks().length, consumers: consumers.size }),
    stop() {
      stopListening();
      for (const consumer of [...consumers.keys()]) consumer.drop();
    },
  };
}
