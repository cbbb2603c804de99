import { createHash } from 'node:crypto';
import { openEngine } from '../../../src/log/engine.ts';
import { LogUnavailable } from '../../../src/log/log.ts';
import { defaultPolicy } from '../../../src/domain/parameters.ts';
import type { FamilyId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { startHost } from '../../../src/read/host.ts';
import { handler } from '../../../src/write/handle.ts';
import type { Command } from '../../../src/write/handle.ts';

/** A node without its pages: engine, keys, answers and commands, as `src/main.ts` composes them, driven by its parent. */
export type Order =
  | { readonly kind: 'record'; readonly command: Command }
  | { readonly kind: 'settle'; readonly position: number; readonly at: number }
  | { readonly kind: 'end' };

export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'recorded'; readonly id: string; readonly position: number; readonly version: number }
  /** Refused for a reason: nothing was written. */
  | { readonly kind: 'refused'; readonly id: string; readonly why: string }
  /** Nobody knows: it must be sent again. */
  | { readonly kind: 'unknown'; readonly id: string; readonly why: string }
  | { readonly kind: 'broken'; readonly what: string }
  | { readonly kind: 'settled'; readonly digest: string; readonly families: number; readonly behind: number };

const [address = '', folder = '', masterKey = ''] = process.argv.slice(2);
const now = () => Date.now() as Instant;
const say = (report: Report) => process.send?.(report);

const engine = await openEngine({ address, folder, now, masterKey });
const { views } = await startHost({
  log: engine.log,
  policy: defaultPolicy,
  now,
  open: (event) => engine.vault.open(event),
});
const handle = handler({ log: engine.log, now, seal: (event) => engine.vault.seal(event) });
let behind = 0;
engine.log.freshness.subscribe(({ kind }) => {
  if (kind === 'behind') behind += 1;
});

const versions = new Map<FamilyId, number>();
setInterval(read, 50);

/** A reader looks at everything again and again: a family that has fewer events than before would be a loss. */
function read(): void {
  views.queue();
  for (const family of views.families()) {
    const version = views.version(family);
    if (version < (versions.get(family) ?? 0))
      say({ kind: 'broken', what: `${family} went back to ${version}` });
    versions.set(family, version);
  }
}

async function record(command: Command): Promise<void> {
  const id = String((command.events[0] as { id?: unknown } | undefined)?.id);
  try {
    const outcome = await handle(command);
    if (outcome.kind === 'recorded')
      say({ kind: 'recorded', id, position: outcome.receipt.position, version: outcome.receipt.version });
    else say({ kind: 'refused', id, why: outcome.kind });
  } catch (error) {
    if (error instanceof LogUnavailable) say({ kind: 'unknown', id, why: error.trouble });
    else
      say({ kind: 'broken', what: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

async function settle(position: number, at: number): Promise<void> {
  if (!(await views.reached(position, 120_000))) {
    say({ kind: 'broken', what: `the answers did not reach position ${position}` });
    return;
  }
  const instant = at as Instant;
  const digest = createHash('sha256');
  for (const family of views.families()) {
    digest.update(JSON.stringify(views.status(family, { at: instant, knownAt: instant })));
    digest.update(JSON.stringify([...views.names(family, instant)]));
    digest.update(
      views
        .records(family)
        .map(({ version, record: { id } }) => `${version} ${id}`)
        .join(),
    );
  }
  say({ kind: 'settled', digest: digest.digest('hex'), families: views.families().length, behind });
}

process.on('message', (order: Order) => {
  if (order.kind === 'record') void record(order.command);
  else if (order.kind === 'settle') void settle(order.position, order.at);
  else process.exit(0);
});
process.once('disconnect', () => process.exit(0));
say({ kind: 'ready' });
