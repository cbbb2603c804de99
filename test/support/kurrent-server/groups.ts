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
  send(row: Row, attempt: number): void;
  drop(): void;
}

export interface Group {
  join(buffer: number, consumer: Consumer): () => void;
  ack(id: string): void;
  nack(id: string, action: 'retry' | 'park' | 'skip' | 'stop'): void;
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

/** What of a group outlives the server: settings, how far everything is done, and what was put aside. */
interface Kept {
  readonly key: Key;
  readonly settings: GroupSettings;
  checkpoint: number;
  parked: number[];
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
      start({ key, settings, checkpoint: settings.from, parked: [] });
      save();
    },
    remove(key) {
      groups.get(textOf(key))?.group.stop();
      groups.delete(textOf(key));
      save();
    },
  };
}

interface InFlight {
  readonly row: Row;
  readonly attempt: number;
  readonly consumer: object;
  readonly timer: NodeJS.Timeout;
}

function groupOf(node: Node, kept: Kept, save: () => void): Group {
  let settings = kept.settings;
  const consumers = new Map<Consumer, { readonly buffer: number; busy: number }>();
  const inFlight = new Map<string, InFlight>();
  const waiting: { readonly row: Row; readonly attempt: number }[] = [];
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
    }
  }

  function nextRow(): { readonly row: Row; readonly attempt: number } | undefined {
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
      turn = (turn + index + 1) % all.length;
      return consumer;
    }
    return undefined;
  }

  function handOut(
    { row, attempt }: { readonly row: Row; readonly attempt: number },
    consumer: Consumer,
  ): void {
    const timer = setTimeout(() => {
      again(row.id);
    }, settings.timeoutMs);
    timer.unref();
    inFlight.set(row.id, { row, attempt, consumer, timer });
    count(consumer, 1);
    consumer.send(row, attempt);
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
    if (found.attempt + 1 > settings.maxRetries) park(found.row);
    else waiting.push({ row: found.row, attempt: found.attempt + 1 });
    pump();
  }

  function park(row: Row): void {
    kept.parked.push(row.position);
    settle(row);
  }

  /** The checkpoint is the last position before which everything is done. */
  function settle(row: Row): void {
    done.add(row.position);
    const open = [...inFlight.values(), ...waiting].map((each) => each.row.position);
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
          take(found.row.id);
          waiting.unshift({ row: found.row, attempt: found.attempt });
        }
        pump();
      };
    },
    ack(id) {
      const found = take(id);
      if (found) settle(found.row);
      pump();
    },
    nack(id, action) {
      if (action === 'retry') {
        again(id);
        return;
      }
      const found = take(id);
      if (found && action === 'park') park(found.row);
      else if (found) settle(found.row);
      pump();
    },
    update(changed) {
      settings = { ...settings, ...changed };
    },
    replayParked() {
      const rows = kept.parked.splice(0).flatMap((at) => node.store.readAll(at, false, 1));
      for (const row of rows) waiting.push({ row, attempt: 0 });
      save();
      pump();
    },
    counts: () => ({ parked: kept.parked.length, consumers: consumers.size }),
    stop() {
      stopListening();
      for (const consumer of [...consumers.keys()]) consumer.drop();
    },
  };
}
