import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { appendOutcomes } from '../log/meter.ts';
import type { LogMeter } from '../log/meter.ts';
import { bandOf } from './band.ts';

/** What a node is asked for when its figures are read. */
export interface Standing {
  /** Seconds since the answers were last known to be complete; null while they are live. */
  behind(): number | null;
  openBreaches(): number;
  familiesNeedingHelp(): number;
}

/** The figures of one node, for Prometheus. None of them has a family, a person or an address in it. */
export interface Measures {
  readonly log: LogMeter;
  /** A subscription to the log was lost. */
  dropped(): void;
  judged(seconds: number): void;
  replayed(seconds: number): void;
  answered(request: Answered): void;
  /** From here on the figures of the answers are told too. */
  watch(standing: Standing): void;
  /** All of it as Prometheus reads it. */
  text(): Promise<string>;
  readonly contentType: string;
}

export interface Answered {
  /** The name of the route in the route table; never its address. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

const quick = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Each has a line in docs/operations.md, with when to act and how. */
export function measures(): Measures {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  let standing: Standing | undefined;

  const append = new Histogram({
    name: 'waakvlam_append_seconds',
    help: 'How long the log took to take in the events of one command, by outcome.',
    labelNames: ['outcome'],
    buckets: quick,
    registers,
  });
  for (const outcome of appendOutcomes) append.zero({ outcome });
  const followed = new Counter({
    name: 'waakvlam_events_followed_total',
    help: 'Events that came in from the log after the start.',
    registers,
  });
  const dropped = new Counter({
    name: 'waakvlam_subscription_drops_total',
    help: 'How often a subscription to the log was lost; it is made again by itself.',
    registers,
  });
  const judging = new Histogram({
    name: 'waakvlam_judging_seconds',
    help: 'How long it took to judge the families of which something came in or a term ended.',
    buckets: quick,
    registers,
  });
  const replay = new Gauge({
    name: 'waakvlam_replay_seconds',
    help: 'How long it took at the start until all that was recorded was in the answers.',
    registers,
  });
  const http = new Histogram({
    name: 'waakvlam_http_request_seconds',
    help: 'How long answers took, by the name of the route.',
    labelNames: ['route', 'method', 'status'],
    buckets: quick,
    registers,
  });

  const figure = (name: string, help: string, of: (known: Standing) => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(standing ? of(standing) : NaN);
      },
    });
  /** What is not known for certain is no number: a node that is behind must not tell of a quiet region. */
  const known = (of: (from: Standing) => number) => (from: Standing) =>
    from.behind() === null ? bandOf(of(from)) : NaN;
  figure('waakvlam_log_live', '1 if the answers hold all that was recorded, 0 if they are behind.', (from) =>
    from.behind() === null ? 1 : 0,
  );
  figure(
    'waakvlam_log_behind_seconds',
    'Seconds since the answers were last known to be complete; 0 while live.',
    (from) => from.behind() ?? 0,
  );
  figure(
    'waakvlam_open_breaches',
    'Breaches of the guarantee that are open, over all families; 1 to 4 are told as 4, NaN while behind.',
    known((from) => from.openBreaches()),
  );
  figure(
    'waakvlam_families_needing_help',
    'Families that need relapse help now; 1 to 4 are told as 4, NaN while behind.',
    known((from) => from.familiesNeedingHelp()),
  );

  return {
    log: {
      appended(outcome, seconds) {
        append.observe({ outcome }, seconds);
      },
      followed() {
        followed.inc();
      },
    },
    dropped() {
      dropped.inc();
    },
    judged(seconds) {
      judging.observe(seconds);
    },
    replayed(seconds) {
      replay.set(seconds);
    },
    answered({ route, method, status, seconds }) {
      http.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, seconds);
    },
    watch(found) {
      standing = found;
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
