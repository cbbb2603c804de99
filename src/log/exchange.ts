/**
 * What nodes that share a log tell each other beside it. Entries of a lane stand in one order that is the same for
 * everybody. What was published may come more than once, so whoever listens must bear repetition.
 */
export interface Exchange {
  /** Durable when it resolves; if it rejects, it may have been published or not. */
  publish(lane: Lane, entries: readonly Entry[]): Promise<void>;
  /** Everything after a place (0 = from the start), then what comes. Gives how to stop listening. */
  listen(lane: Lane, after: number, ear: Ear): () => void;
}

/** By how long an entry says anything: what is past that leaves the lane by itself. */
export const lanes = ['kept', 'links', 'passing'] as const;
export type Lane = (typeof lanes)[number];

export interface Entry {
  readonly id: string;
  /** Who published it. */
  readonly node: string;
  /** Nobody without the master key reads or makes it. */
  readonly sealed: string;
}

export interface Heard extends Entry {
  /** Increases along the lane. */
  readonly place: number;
}

export interface Ear {
  /** If it throws, the same entries come again later. */
  heard(entries: readonly Heard[]): void;
  /** All that was published before this moment has been heard. */
  complete(): void;
  /** Listening goes on by itself. */
  failed(error: unknown): void;
}
