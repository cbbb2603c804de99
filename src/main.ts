import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { defer, startWith } from 'rxjs';
import { accountsIn, accountsSchema } from './access/accounts.ts';
import { giveDemoRelations } from './access/demo-relations.ts';
import { emergencies, emergencySchema } from './access/emergency.ts';
import { journal, journalSchema } from './access/journal.ts';
import { linksIn, linksSchema } from './access/links.ts';
import { draftsIn, draftsSchema } from './access/drafts.ts';
import { meetingsIn, meetingsSchema } from './access/meetings.ts';
import { openOffice } from './access/office.ts';
import { peopleOf } from './access/people.ts';
import { workingRelations } from './access/relations.ts';
import { sessionsIn, sessionsSchema } from './access/sessions.ts';
import { secretFor } from './access/sealed.ts';
import { shareOffice } from './access/sharing/share.ts';
import { savedViewsIn, savedViewsSchema } from './access/saved-views.ts';
import { fingerprintOf } from './fingerprint.ts';
import { readConfig } from './config.ts';
import { shownSettings } from './shown-settings.ts';
import type { Config } from './config.ts';
import { addDays, dayOf } from './domain/calendar.ts';
import type { Day } from './domain/calendar.ts';
import { EventId, PartyId } from './domain/ids.ts';
import type { Instant } from './domain/instant.ts';
import { LogUnavailable } from './log/log.ts';
import type { EventLog } from './log/log.ts';
import { openEngine } from './log/engine.ts';
import { metered } from './log/meter.ts';
import { openStartCache } from './log/start-cache.ts';
import { masterKey } from './log/vault.ts';
import type { Vault } from './log/vault.ts';
import { startHost } from './read/host.ts';
import type { Views } from './read/views.ts';
import { measures } from './measure/measures.ts';
import type { Measures, Standing } from './measure/measures.ts';
import { watchBreaches } from './watch/breaches.ts';
import { informing } from './web/conflict.ts';
import { inventedRegion, readMark } from './web/invented.ts';
import type { Invented } from './web/invented.ts';
import './web/jsx-loader.ts';
import { live } from './web/live.ts';
import { resultsIn } from './web/results/folder.ts';
import { providerAt } from './web/provider.ts';
import type { Provider } from './web/provider.ts';
import { paths } from './web/paths.ts';
import { cookieOf } from './web/session.ts';
import { handler } from './write/handle.ts';

/** Tells the person at the terminal. */
type Say = (line: string) => void;

export interface Running {
  readonly address: string;
  /** How far the answers go in the log. Never told to visitors: it counts what happens in families that are not theirs. */
  position(): number;
  /** Ends the streams, the requests, the answers and the log, in that order. */
  close(): Promise<void>;
}

/** Builds log, vault, answers, commands and pages, and listens. The engine may be another than the configured one. */
export async function start(
  config: Config,
  say: Say,
  open: typeof openEngine = openEngine,
): Promise<Running> {
  const now = (): Instant => Date.now() as Instant;
  const logger = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }));
  const figures = measures();
  const engine = await open({
    address: config.log,
    folder: config.data,
    now,
    masterKey: config.masterKey,
    dropped: figures.dropped,
    trouble: (error) => {
      logger.error({ err: error }, 'the log cannot be followed; pages say how old they are');
    },
  });
  const { vault, work } = engine;
  const log = metered(engine.log, figures.log, seconds);
  const undo: (() => Promise<void> | void)[] = [() => engine.close()];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const secret = masterKey(config.data, config.masterKey);
    const office = openOffice(config.data, [
      accountsSchema,
      draftsSchema,
      journalSchema,
      linksSchema,
      meetingsSchema,
      savedViewsSchema,
      emergencySchema,
      sessionsSchema,
    ]);
    undo.push(() => {
      office.close();
    });
    const { exchange } = engine;
    const sharing =
      exchange &&
      (await shareOffice({
        office,
        exchange,
        masterKey: secret,
        now,
        failed: (error) => {
          logger.error({ err: error }, 'sharing the office with other nodes failed; it goes on by itself');
        },
      }));
    if (sharing) undo.push(() => sharing.close());
    const progress = (replayed: number) => {
      say(`Reading the log: ${replayed} events`);
    };
    const began = seconds();
    const kept = openStartCache({
      folder: config.data,
      fingerprint: fingerprintOf(config.policy),
      trouble(line) {
        logger.warn(line);
      },
    });
    undo.push(() => {
      kept.close();
    });
    const { views, ...host } = await startHost({
      log,
      policy: config.policy,
      now,
      open: (event) => vault.open(event),
      destructions: () => vault.destructions(),
      ahead: true,
      timed(judge) {
        const from = seconds();
        judge();
        figures.judged(seconds() - from);
      },
      kept,
      progress,
    });
    figures.replayed(seconds() - began);
    figures.watch(standingOf(views, now));
    undo.push(() => {
      host.close();
    });
    const relations = workingRelations(office, now);
    const loaded = () => {
      if (relations.isEmpty()) giveDemoRelations(relations, inventedFamilies(views, now()));
    };
    const invented = inventedIn(config.data, { log, vault, views, now, logger, say, loaded });
    undo.push(() => invented.stop());
    if (invented.isInvented && invented.progress().state === 'idle') loaded();
    const watch = watchBreaches({
      views,
      work,
      freshness: log.freshness,
      now,
      isInvented: () => invented.isInvented,
      warn(line) {
        logger.warn(line, 'the guarantee is broken');
      },
      trouble(error) {
        logger.error({ err: error }, 'telling of breaches failed; it is tried again');
      },
    });
    undo.push(() => watch.stop());
    const { site } = config;
    const accounts = accountsIn(office);
    const people = peopleOf({
      folder: config.data,
      accounts,
      allowsLocal: site.allowsLocalPeople,
      isInvented: () => invented.isInvented,
    });
    const sessions = sessionsIn({
      office,
      now,
      cookie: cookieOf(site),
      ...config.sessions,
      ...(exchange && { secret: secretFor(secret, 'sessions').toString('base64url') }),
    });
    const stream = live({
      changes: views.changes,
      freshness: defer(() => views.freshnessChanges.pipe(startWith(views.freshness()))),
      now,
    });
    const handle = informing(handler({ log, now, seal: (event) => vault.seal(event) }), views);
    // Pages are compiled while they are loaded, so only once the loader stands.
    const { app } = await import('./web/app.ts');
    const server = createServer(
      app({
        views,
        handle,
        now,
        newKey: () => randomBytes(12).toString('base64url'),
        invented,
        live: stream,
        results: resultsIn(config.results ?? join(config.data, 'results')),
        logger,
        frame: config,
        links: linksIn(office, sharing?.isCutOff),
        linkDays: config.linkDays,
        meetings: meetingsIn(office),
        drafts: draftsIn(office, secret),
        office,
        accounts,
        provider: providerOf(config),
        people,
        sessions,
        operator: operatorOf(config, figures),
        answered: figures.answered,
        settings: shownSettings(config),
        site,
        relations,
        journal: journal(office),
        saved: savedViewsIn(office),
        emergencies: emergencies(office, relations, now),
        notes: {
          seal: (family, id, text) => vault.sealNote({ family, id: EventId.parse(id) }, text),
          open: ({ family, noteId, note }) => vault.openNote({ family, id: EventId.parse(noteId) }, note),
        },
      }),
    );
    server.requestTimeout = 30_000;
    // Longer than clients and proxies keep a connection that does nothing: who closes first loses no request.
    server.keepAliveTimeout = 75_000;
    await listening(server, config);
    undo.push(
      () => closed(server),
      () => {
        stream.close();
      },
    );
    const { port } = server.address() as AddressInfo;
    say(`Waakvlam listens on http://${config.host}:${port}`);
    if (config.invented === 'load') invented.load();
    const isLoading = invented.progress().state === 'loading';
    if (views.position() === 0 && !isLoading)
      say(
        'The store is empty. Open the address and choose "Laad de verzonnen regio", or start with: npm start -- --invented',
      );
    return { address: `http://${config.host}:${port}`, position: views.position, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A clock that never goes back. */
const seconds = (): number => performance.now() / 1000;

const standingOf = (views: Views, now: () => Instant): Standing => ({
  behind() {
    const freshness = views.freshness();
    return freshness.kind === 'live' ? null : Math.max(0, (now() - freshness.since) / 1000);
  },
  openBreaches: () => views.breaches().filter(({ isOpen }) => isOpen).length,
  familiesNeedingHelp: () => new Set(views.queue().rows.map(({ family }) => family)).size,
});

function operatorOf({ metricsToken: token }: Config, { text, contentType }: Measures) {
  return token === undefined ? undefined : { token, figures: text, contentType };
}

function providerOf({ oidc, site: { publicUrl } }: Config): Provider | undefined {
  if (oidc === undefined || publicUrl === undefined) return undefined;
  return providerAt({ ...oidc, callback: `${publicUrl}${paths.fromOrganisation}` });
}

/** Families that need help now come first. */
function inventedFamilies(views: Views, at: Instant): Parameters<typeof giveDemoRelations>[1] {
  const team = PartyId.parse('party:team');
  const pressing = views.queue().rows.map(({ family }) => family);
  const inTurn = views.families().filter((family) => !pressing.includes(family));
  const mixed = inTurn.flatMap((family, index) => [
    ...(index % 2 === 0 ? pressing.slice(index / 2, index / 2 + 1) : []),
    family,
  ]);
  return {
    families: [...new Set([...mixed, ...pressing])],
    team,
    longTermProfessional(family) {
      const professional = views.status(family, { at, knownAt: at })?.continuity.professional ?? team;
      const party = PartyId.parse(professional);
      return views.tiedParties(family).has(party) ? team : party;
    },
  };
}

interface InventedNeeds {
  readonly log: EventLog;
  readonly vault: Vault;
  readonly views: Views;
  readonly now: () => Instant;
  readonly logger: Logger;
  readonly say: Say;
  /** All of it is in the answers. */
  readonly loaded: () => void;
}

/** How long the answers may take to include the end of the invented region. */
const longestFollowing = 30_000;
const inventedCount = 100;
const inventedDays = 540;

/** The mark `invented.json` in the data folder says that the store is invented, and from what it was made. */
function inventedIn(data: string, { log, vault, views, now, logger, say, loaded }: InventedNeeds): Invented {
  const file = join(data, 'invented.json');
  let last = 0;
  return inventedRegion({
    isEmpty: () => views.position() === 0,
    readMark: () => (existsSync(file) ? readMark(readFileSync(file, 'utf8')) : null),
    writeMark(mark) {
      writeFileSync(`${file}.new`, `${JSON.stringify(mark)}\n`);
      renameSync(`${file}.new`, file);
    },
    newRecipe: () => ({
      families: inventedCount,
      seed: 1,
      from: dayOf(addDays(now(), -inventedDays)),
      until: dayOf(now()),
    }),
    async region({ families, seed, from, until }) {
      const { region } = await import('../scripts/region/region.ts');
      const { named } = await import('../scripts/region/naming.ts');
      return named(region({ families, seed, from: from as Day, until: until as Day }));
    },
    async record(family, events) {
      const result = await log.append(
        family,
        'any',
        await Promise.all(events.map((event) => vault.seal(event))),
      );
      if (result.kind !== 'appended') throw new Error(`the invented region was refused: ${result.kind}`);
      last = result.receipt.position;
    },
    report({ state, done, total }) {
      if (state === 'idle') {
        // Whoever reads this finds all of it: it has arrived in the answers, and people work with its families.
        void views.reached(last, longestFollowing).then(() => {
          loaded();
          say('The invented region has been loaded.');
        });
      } else if (state === 'loading' && done % 10 === 0)
        say(`Loading the invented region: ${done} of ${total} families`);
    },
    failed(error) {
      logger.error({ err: error }, 'loading the invented region failed');
    },
  });
}

function listening(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Requests may end; who does not end in time is cut off. */
const longestEnding = 3000;

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => {
      server.closeAllConnections();
    }, longestEnding);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
  });
}

/** Starts from the environment and ends with the process; what is wrong is said in words, with exit code 1 or 2. */
export async function run(args: readonly string[]): Promise<void> {
  const say: Say = (line) => process.stdout.write(`${line}\n`);
  const stranger = args.find((arg) => arg !== '--invented');
  if (stranger !== undefined) {
    fail(
      [`Unknown option ${stranger}. Known is --invented: fill an empty store with the invented region.`],
      2,
    );
    return;
  }
  if (existsSync('.env')) process.loadEnvFile();
  const read = readConfig({
    ...process.env,
    ...(args.includes('--invented') && { WAAKVLAM_INVENTED: 'load' }),
  });
  if ('problems' in read) {
    fail([...read.problems, 'See .env.example for every setting.'], 2);
    return;
  }
  try {
    const running = await start(read.config, say);
    endOn(['SIGINT', 'SIGTERM'], async () => {
      say('Waakvlam stops.');
      await running.close();
    });
  } catch (error) {
    const words = troubleIn(error, read.config);
    if (words === null) throw error;
    fail([words], 1);
  }
}

function fail(lines: readonly string[], code: number): void {
  for (const line of lines) process.stderr.write(`waakvlam: ${line}\n`);
  process.exitCode = code;
}

/** The first signal ends in order, the second one at once. */
function endOn(signals: readonly NodeJS.Signals[], end: () => Promise<void>): void {
  let isEnding = false;
  for (const signal of signals)
    process.on(signal, () => {
      if (isEnding) process.exit(1);
      isEnding = true;
      end().catch((error: unknown) => {
        process.stderr.write(`waakvlam: ${String(error)}\n`);
        process.exitCode = 1;
      });
    });
}

function troubleIn(error: unknown, { host, port }: Config): string | null {
  if (error instanceof LogUnavailable) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return null;
  if (error.code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use. Stop the other program, or choose another port with WAAKVLAM_PORT.`;
  if (error.code === 'EACCES')
    return `Port ${port} may not be used. Choose one above 1023 with WAAKVLAM_PORT.`;
  return null;
}

if (import.meta.main) await run(process.argv.slice(2));
