import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { withoutSecrets } from '../../src/log/address.ts';
import { UsageError } from '../commands/input.ts';

/** What a person may name as the place of events. */
export type Named =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly folder: string; readonly address: undefined }
  | { readonly kind: 'server'; readonly address: string };

export function placeNamed(text: string): Named {
  const scheme = /^([a-z][a-z0-9+.-]*):[/][/]/i.exec(text)?.[1];
  if (scheme !== undefined) {
    if (/^(kurrentdb|kurrent|esdb)([+]discover)?$/i.test(scheme)) return { kind: 'server', address: text };
    throw new UsageError(
      `an address that begins with ${scheme}:// is no server of events; write it like kurrentdb://user:password@host:2113?tls=true`,
    );
  }
  const isFolder = text !== '-' && statSync(text, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? { kind: 'folder', folder: text, address: undefined } : { kind: 'file', path: text };
}

/** For messages: never user and password. */
export function inWords(place: { readonly address?: string | undefined; readonly folder?: string }): string {
  return place.address === undefined ? (place.folder ?? '') : withoutSecrets(place.address);
}

export function isSamePlace(
  one: { readonly address: string | undefined; readonly folder: string },
  other: { readonly address: string | undefined; readonly folder: string },
): boolean {
  if (one.address !== undefined || other.address !== undefined) return one.address === other.address;
  return resolve(one.folder) === resolve(other.folder);
}
