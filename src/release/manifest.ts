import { z } from 'zod';
import { InstantText } from '../domain/vocabulary.ts';
import { ReleaseParameters, timeGrains } from './parameters.ts';

/** `manifest.json`: what a release is made of. It names every other file with its SHA-256, so an edited one shows. */
export const Manifest = z.strictObject({
  format: z.literal('waakvlam-release'),
  version: z.literal(1),
  /** Names this release; the same source, position, parameters and key give the same name and the same bytes. */
  release: z.string().regex(/^release-[0-9a-f]{16}$/),
  /** Of the software, as in package.json. */
  software: z.string(),
  source: z.strictObject({
    kind: z.enum(['log', 'file']),
    /** The last position of the log that was read; of a file the number of its events. */
    position: z.int().min(0),
    /** Says whether the software can make the pseudonyms again. */
    key: z.enum(['destroyed', 'kept']),
  }),
  parameters: ReleaseParameters,
  /** The policy under which the tables of statuses were worked out. */
  policy: z.strictObject({ name: z.string(), parameters: z.record(z.string(), z.int()) }),
  /** How far fields were generalised in the end: 0 is as recorded. */
  levels: z.record(z.string(), z.int().min(0)),
  times: z.enum(timeGrains),
  /** Everything is as known at this instant of the moved calendar. */
  until: InstantText,
  counts: z.strictObject({ families: z.int(), persons: z.int(), events: z.int() }),
  /** By path inside the folder, in code-point order. */
  files: z.array(
    z.strictObject({
      path: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]*$/),
      bytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestName = 'manifest.json';
export const eventsName = 'events.jsonl';
