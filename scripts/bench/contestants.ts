import type { Contestant, Figures } from './measure.ts';

/** Where a contestant works, and with how much. */
export interface Setting {
  /** An empty folder of its own, or the one that another has filled. */
  readonly folder: string;
  /** How many events, or families, it prepares. */
  readonly size: number;
  /** Preparing stops after this long, with fewer. */
  readonly withinMs?: number;
  /** Of the server, for those who use one. */
  readonly address?: string;
  readonly writers?: number;
  readonly eventsEach?: number;
}

export interface Entrant extends Contestant {
  readonly ready: Figures;
  close(): Promise<void>;
}

/** Everybody who runs in a process of its own; each loads only its own code. */
export const contestants = {
  'append: ours': async (setting: Setting): Promise<Entrant> =>
    (await import('./append-ours.ts')).appendOurs(setting),
  'append: raw': async (setting: Setting): Promise<Entrant> =>
    (await import('./append-raw.ts')).appendRaw(setting),
  'append: emmett': async (setting: Setting): Promise<Entrant> =>
    (await import('./append-emmett.ts')).appendEmmett(setting),
  'replay: ours': async (setting: Setting): Promise<Entrant> =>
    (await import('./replay-ours.ts')).replayOurs(setting),
  'replay: parse': async (setting: Setting): Promise<Entrant> =>
    (await import('./replay-parse.ts')).replayParse(setting),
  'replay: emmett': async (setting: Setting): Promise<Entrant> =>
    (await import('./replay-emmett.ts')).replayEmmett(setting),
  status: async (setting: Setting): Promise<Entrant> =>
    (await import('./status.ts')).statusOfLongFamilies(setting),
  queue: async (setting: Setting): Promise<Entrant> =>
    (await import('./queue.ts')).queueOfManyFamilies(setting),
  restart: async (setting: Setting): Promise<Entrant> => (await import('./restart.ts')).restarting(setting),
  timeline: async (setting: Setting): Promise<Entrant> => {
    await import('../../src/web/jsx-loader.ts');
    return (await import('./timeline.ts')).timelineOfLongFamily(setting);
  },
  'kurrent append: ours': async (setting: Setting): Promise<Entrant> =>
    (await import('./kurrent/ours.ts')).appendOnKurrent(setting),
  'kurrent append: bare': async (setting: Setting): Promise<Entrant> =>
    (await import('./kurrent/bare.ts')).appendBare(setting),
  'kurrent catch-up: ours': async (setting: Setting): Promise<Entrant> =>
    (await import('./kurrent/ours.ts')).catchUpOnKurrent(setting),
  'kurrent catch-up: bare': async (setting: Setting): Promise<Entrant> =>
    (await import('./kurrent/bare.ts')).catchUpBare(setting),
  'kurrent follow: ours': async (setting: Setting): Promise<Entrant> =>
    (await import('./kurrent/ours.ts')).followOnKurrent(setting),
  'kurrent follow: bare': async (setting: Setting): Promise<Entrant> =>
    (await import('./kurrent/bare.ts')).followBare(setting),
} as const;

export type ContestantName = keyof typeof contestants;
