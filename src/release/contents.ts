import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { piecesOf } from './lines.ts';
import { Manifest, eventsName, manifestName } from './manifest.ts';
import { ReleaseRefused } from './refused.ts';

/** What stands in a release folder, held against its manifest: each named file as it was, and nothing else. */

/** How many bytes of all that must be read have been read. */
export type OnProgress = (done: number, total: number) => void;

/** No manifest is larger; a larger file is not even read. */
const largestManifest = 16 << 20;

export function readManifest(folder: string): Manifest {
  refuseOther(folder);
  const path = join(folder, manifestName);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found?.isFile())
    throw new ReleaseRefused(
      folder,
      `has no ${manifestName}, so this is no whole release`,
      'give the folder that `waakvlam release` made',
    );
  if (found.size > largestManifest) throw new ReleaseRefused(manifestName, 'is far too large');
  return parsed(readFileSync(path, 'utf8'));
}

/** A folder that is not there, or not finished, is told apart from one that is damaged. */
function refuseOther(folder: string): void {
  const name = basename(folder);
  if (name.endsWith('.part'))
    throw new ReleaseRefused(
      folder,
      'is a release that is still being written',
      'let `waakvlam release` finish first; run it again if it was interrupted',
    );
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  if (existsSync(`${folder.replace(/\/+$/, '')}.part`))
    throw new ReleaseRefused(
      folder,
      `is not there yet: ${name}.part is still being written`,
      'let `waakvlam release` finish first; run it again if it was interrupted',
    );
  throw new ReleaseRefused(folder, 'is no folder', 'check the path');
}

function parsed(text: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ReleaseRefused(manifestName, 'holds no JSON');
  }
  const { format, version } = Object(value) as { readonly format?: unknown; readonly version?: unknown };
  if (format !== 'waakvlam-release')
    throw new ReleaseRefused(manifestName, '"format" does not say "waakvlam-release"');
  if (version !== 1)
    throw new ReleaseRefused(
      manifestName,
      `"version" is ${typeof version === 'number' ? version : 'not a number'}, and only version 1 is known here`,
      'use the Waakvlam that the release was made with, or a newer one',
    );
  const reading = Manifest.safeParse(value);
  const issue = reading.error?.issues[0];
  if (issue) throw new ReleaseRefused(manifestName, `${field(issue.path)} is wrong (${issue.message})`);
  const manifest = Manifest.parse(value);
  refusePaths(manifest);
  return manifest;
}

const field = (path: readonly PropertyKey[]) =>
  path.length === 0 ? 'the whole' : `"${path.map(String).join('.')}"`;

function refusePaths({ files }: Manifest): void {
  files.forEach(({ path }, index) => {
    const before = files[index - 1];
    if (path.split('/').some((part) => part === '' || part === '.' || part === '..'))
      throw new ReleaseRefused(manifestName, `"files.${index}.path" leaves the folder`);
    if (path === manifestName)
      throw new ReleaseRefused(manifestName, `"files.${index}.path" names the manifest itself`);
    if (before && before.path >= path)
      throw new ReleaseRefused(manifestName, `"files.${index}.path" is not in order, or there twice`);
  });
  if (!files.some(({ path }) => path === eventsName))
    throw new ReleaseRefused(manifestName, `"files" does not name ${eventsName}`);
}

/** Refuses what is missing, changed, linked or beside what the manifest names; reads `hashed` alone to their end. */
export function checkContents(
  folder: string,
  { files }: Manifest,
  hashed: (path: string) => boolean,
  onProgress: OnProgress,
): void {
  const present = new Map(walk(folder, ''));
  for (const { path, bytes } of files) {
    const size = present.get(path);
    if (size === undefined) throw new ReleaseRefused(path, 'is missing');
    if (size !== bytes)
      throw new ReleaseRefused(path, `has ${size} bytes where ${manifestName} says ${bytes}`);
    present.delete(path);
  }
  present.delete(manifestName);
  const [extra] = present.keys();
  if (extra !== undefined)
    throw new ReleaseRefused(
      extra,
      `is in the folder, but ${manifestName} does not name it`,
      'take it out of the folder if you put it there, else fetch the release again',
    );
  const chosen = files.filter(({ path }) => hashed(path));
  const total = chosen.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const { path, sha256 } of chosen) {
    const hash = createHash('sha256');
    for (const piece of piecesOf(join(folder, path))) {
      hash.update(piece);
      onProgress((done += piece.length), total);
    }
    if (hash.digest('hex') !== sha256) throw changed(path);
  }
}

export const changed = (path: string): ReleaseRefused =>
  new ReleaseRefused(path, `was changed after it was made: its SHA-256 is not that of ${manifestName}`);

/** Every file under a folder and its size, by path inside the folder. */
function* walk(folder: string, inside: string): Generator<readonly [string, number]> {
  for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(folder, path);
    else if (entry.isFile()) yield [path, lstatSync(join(folder, path)).size];
    else
      throw new ReleaseRefused(
        path,
        'is a link or no ordinary file',
        'a release holds files alone; fetch it again',
      );
  }
}
