import type { ServerResponse } from 'node:http';
import { Subject, interval } from 'rxjs';
import type { Observable } from 'rxjs';
import { clockOf } from '../domain/calendar.ts';
import type { FamilyId } from '../domain/ids.ts';
import { formatInstant } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import type { Change, Freshness } from '../read/views.ts';

/**
 * Tells browsers and programs which families have other answers than before (server-sent events). A message says that
 * something changed, never what: whoever wants to know asks again. Streams are resumed by time and not by a position in
 * the log: a position would count what happens in families that the reader may not open.
 */
export interface Live {
  /** How many listen now. */
  readonly listeners: number;
  /** Tells first what changed after `since`, then what changes from now on, of the families that the reader may open. */
  listen(response: ServerResponse, since: number | null, reader: Reader): void;
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
  /** Where the answers stand, at once and at each change. */
  readonly freshness: Observable<Freshness>;
  readonly now: () => Instant;
}

export const mostListeners = 200;
const heartbeatMs = 15_000;
/** Beyond this many a message says "all" instead of naming families. */
const mostFamilies = 1000;
/** Changes that are remembered for who comes back. */
const mostRemembered = 5000;

/** A change with a mark of its own: later than every page that was made before it. */
interface Marked {
  readonly mark: number;
  readonly families: readonly FamilyId[];
  readonly cause: Change['cause'];
}

export function live({ changes, freshness, now }: LiveOptions): Live {
  const streams = new Set<{ end: () => void }>();
  const startedAt = now();
  const marked = new Subject<Marked>();
  let last: number = startedAt;
  let remembered: Marked[] = [];
  let forgottenUntil: number = startedAt;
  const memory = changes.subscribe(({ families, cause }) => {
    last = Math.max(now() + 1, last + 1);
    const change = { mark: last, families, cause };
    remembered.push(change);
    if (remembered.length > 2 * mostRemembered) {
      remembered = remembered.slice(-mostRemembered);
      forgottenUntil = remembered[0]?.mark ?? last;
    }
    marked.next(change);
  });

  /** What changed after a mark; what changed before this start is in no memory. */
  function catchUp(news: News, since: number, mayHear: MayHear): void {
    if (since < startedAt || since < forgottenUntil || since > Math.max(now() + 1, last)) news.all = true;
    for (const change of remembered) if (change.mark > since) hear(news, change, mayHear);
  }

  function listen(response: ServerResponse, since: number | null, reader: Reader): void {
    const { mayHear, signs } = reader;
    const news = nothing();
    let ready = false;
    /** Empty: told already. */
    let fresh = '';
    response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
    response.setHeader('X-Accel-Buffering', 'no');
    response.flushHeaders();

    /** A client that does not read gets one message with everything, once it reads again. */
    const tell = () => {
      if (!ready || response.writableNeedDrain || response.writableEnded) return;
      if (fresh !== '') response.write(fresh);
      fresh = '';
      if (!news.all && news.families.size === 0) return;
      response.write(message(news, Math.max(now(), news.mark), now(), signs));
      Object.assign(news, nothing());
    };
    const following = marked.subscribe((change) => {
      if (hear(news, change, mayHear)) tell();
    });
    const watching = freshness.subscribe((found) => {
      fresh = freshnessMessage(found);
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
      watching.unsubscribe();
      heart.unsubscribe();
      streams.delete(stream);
    }

    // Lets a client resume that is cut off before anything changes.
    if (since === null) response.write(`id: ${now()}\nevent: listening\ndata: {}\n\n`);
    else catchUp(news, since, mayHear);
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
  /** Of the latest change in it. */
  mark: number;
  families: Set<FamilyId>;
  /** Anything may have changed. */
  all: boolean;
  cause: Change['cause'];
}

const nothing = (): News => ({ mark: 0, families: new Set(), all: false, cause: 'time' });

/** True if the reader may hear of it. */
function hear(news: News, { mark, families, cause }: Marked, mayHear: MayHear): boolean {
  const own = families.filter(mayHear);
  if (own.length === 0) return false;
  if (cause === 'recorded' || news.families.size === 0) news.cause = cause;
  news.mark = mark;
  addTo(news, own);
  return true;
}

function addTo(news: News, families: readonly FamilyId[]): void {
  for (const family of families)
    if (news.families.size < mostFamilies) news.families.add(family);
    else news.all ||= !news.families.has(family);
}

/** How far the answers go, about no family: the same for every reader. It has no id, so that nothing is resumed from it. */
function freshnessMessage(found: Freshness): string {
  const data =
    found.kind === 'live'
      ? { kind: 'live' }
      : { kind: 'behind', since: formatInstant(found.since), clock: clockOf(found.since).slice(-5) };
  return `event: freshness\ndata: ${JSON.stringify(data)}\n\n`;
}

function message({ families, all, cause }: News, mark: number, at: Instant, signs: Reader['signs']): string {
  const named = [...families].sort();
  const data = {
    at: formatInstant(at),
    cause,
    families: named,
    all,
    ...(signs && { signs: signs(all ? null : named) }),
  };
  return `id: ${mark}\nevent: change\ndata: ${JSON.stringify(data)}\n\n`;
}
