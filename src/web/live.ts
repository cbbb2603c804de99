import type { ServerResponse } from 'node:http';
import { interval } from 'rxjs';
import type { Observable } from 'rxjs';
import type { FamilyId } from '../domain/ids.ts';
import { formatInstant } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import type { Change } from '../read/views.ts';

/**
 * Tells browsers and programs which families have other answers than before (server-sent events). A message says that
 * something changed, never what: whoever wants to know asks again.
 */
export interface Live {
  /** How many listen now. */
  readonly listeners: number;
  /** Tells first what changed after `since`, then what changes from now on, of the families that the reader may open. */
  listen(response: ServerResponse, since: number | null, reader: Reader): Promise<void>;
  /** Ends every stream. */
  close(): void;
}

/** Of which families somebody hears, and what a list of theirs must be told with it. */
export interface Reader {
  readonly mayHear: MayHear;
  /** Signs of what the list shows of families; null stands for all of the reader's. */
  readonly signs?: ((families: readonly FamilyId[] | null) => object) | undefined;
}

type MayHear = (family: FamilyId) => boolean;

export interface LiveOptions {
  readonly changes: Observable<Change>;
  readonly position: () => number;
  readonly now: () => Instant;
  /** Everything recorded after a position, in the order of the log. */
  readonly recordedAfter: (position: number) => AsyncIterable<Filed> | Iterable<Filed>;
}

interface Filed {
  readonly position: number;
  readonly record: { readonly family: FamilyId };
}

export const mostListeners = 200;
const heartbeatMs = 15_000;
/** Beyond this many a message says "all" instead of naming families. */
const mostFamilies = 1000;
/** Beyond this many records a client that comes back is told "all". */
const mostCaughtUp = 10_000;
/** Changes by time alone that are remembered for who comes back; they stand in no log. */
const mostRemembered = 1000;

export function live({ changes, position, now, recordedAfter }: LiveOptions): Live {
  const streams = new Set<{ end: () => void }>();
  const startedAt = position();
  let remembered: Change[] = [];
  let forgottenUntil = startedAt - 1;
  const memory = changes.subscribe((change) => {
    if (change.cause !== 'time') return;
    remembered.push(change);
    if (remembered.length <= mostRemembered) return;
    forgottenUntil = remembered[0]?.position ?? forgottenUntil;
    remembered = remembered.slice(1);
  });

  async function catchUp(news: News, since: number, mayHear: MayHear): Promise<void> {
    const until = position();
    // What time alone changed before this start is in no memory.
    if (since <= startedAt || since <= forgottenUntil) news.all = true;
    for (const change of remembered)
      if (change.position >= since) addTo(news, change.families.filter(mayHear));
    let read = 0;
    for await (const { position: at, record } of recordedAfter(since)) {
      read += 1;
      if (at > until || read > mostCaughtUp) break;
      if (!mayHear(record.family)) continue;
      news.cause = 'recorded';
      addTo(news, [record.family]);
    }
    if (read > mostCaughtUp) news.all = true;
    // A position of another store, or of one that was put back from a copy.
    if (since > until) news.all = true;
  }

  async function listen(response: ServerResponse, since: number | null, reader: Reader): Promise<void> {
    const { mayHear, signs } = reader;
    const news = nothing();
    let ready = false;
    response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
    response.setHeader('X-Accel-Buffering', 'no');
    response.flushHeaders();

    /** A client that does not read gets one message with everything, once it reads again. */
    const tell = () => {
      if (!ready || response.writableNeedDrain || response.writableEnded) return;
      if (!news.all && news.families.size === 0) return;
      response.write(message(news, position(), now(), signs));
      Object.assign(news, nothing());
    };
    const following = changes.subscribe((change) => {
      const families = change.families.filter(mayHear);
      if (families.length === 0) return;
      if (change.cause === 'recorded' || news.families.size === 0) news.cause = change.cause;
      addTo(news, families);
      tell();
    });
    const heart = interval(heartbeatMs).subscribe(() => {
      if (!response.writableNeedDrain) response.write(': still here\n\n');
    });
    const stream = { end: () => response.end() };
    streams.add(stream);
    response.on('drain', tell);
    response.on('error', stop);
    response.on('close', stop);

    function stop(): void {
      following.unsubscribe();
      heart.unsubscribe();
      streams.delete(stream);
    }

    // Lets a client resume that is cut off before anything changes.
    if (since === null)
      response.write(`id: ${position()}\nevent: listening\ndata: {"position":${position()}}\n\n`);
    else await catchUp(news, since, mayHear);
    ready = true;
    tell();
  }

  return {
    get listeners() {
      return streams.size;
    },
    listen,
    close() {
      memory.unsubscribe();
      for (const stream of [...streams]) stream.end();
    },
  };
}

interface News {
  families: Set<FamilyId>;
  /** Anything may have changed. */
  all: boolean;
  cause: Change['cause'];
}

const nothing = (): News => ({ families: new Set(), all: false, cause: 'time' });

function addTo(news: News, families: readonly FamilyId[]): void {
  for (const family of families)
    if (news.families.size < mostFamilies) news.families.add(family);
    else news.all ||= !news.families.has(family);
}

function message(
  { families, all, cause }: News,
  position: number,
  at: Instant,
  signs: Reader['signs'],
): string {
  const named = [...families].sort();
  const data = {
    position,
    at: formatInstant(at),
    cause,
    families: named,
    all,
    ...(signs && { signs: signs(all ? null : named) }),
  };
  return `id: ${position}\nevent: change\ndata: ${JSON.stringify(data)}\n\n`;
}
