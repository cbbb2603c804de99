import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { unavailable } from './unavailable.ts';

/** The key that wraps all others. Without it the sealed texts are lost: keep a copy away from the data folder. */
export type MasterKey = Uint8Array & { readonly masterKey: unique symbol };

/**
 * The text of WAAKVLAM_MASTER_KEY if there is one. Else the file `master.key` of the data folder, made when it is absent:
 * good enough to start with, but who copies the folder then has the key as well.
 */
export function masterKey(folder: string, fromEnvironment?: string): MasterKey {
  if (fromEnvironment !== undefined && fromEnvironment.trim() !== '')
    return parsed(fromEnvironment, 'WAAKVLAM_MASTER_KEY');
  const path = join(folder, 'master.key');
  try {
    if (!existsSync(path)) writeNew(folder, path);
    return parsed(readFileSync(path, 'utf8'), path);
  } catch (error) {
    throw unavailable(error, folder);
  }
}

/** The one that was made in this folder, if there is one; makes none. */
export function keptMasterKey(folder: string): MasterKey | null {
  const path = join(folder, 'master.key');
  try {
    return existsSync(path) ? parsed(readFileSync(path, 'utf8'), path) : null;
  } catch (error) {
    throw unavailable(error, folder);
  }
}

const length = 32;
const hexadecimal = /^[0-9a-f]{64}$/i;
const base64 = /^[A-Za-z0-9+/_-]{43}=?$/;

/** The message never holds the text: it may be a key with one wrong character. */
function parsed(text: string, where: string): MasterKey {
  const trimmed = text.trim();
  if (hexadecimal.test(trimmed)) return Uint8Array.from(Buffer.from(trimmed, 'hex')) as MasterKey;
  if (base64.test(trimmed)) return Uint8Array.from(Buffer.from(trimmed, 'base64')) as MasterKey;
  throw new TypeError(
    `${where} is not a master key: it must be ${length} bytes as 64 hexadecimal or 44 base64 characters. Make one with: openssl rand -base64 ${length}`,
  );
}

function writeNew(folder: string, path: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = openSync(path, 'wx', 0o600);
  writeSync(file, `${randomBytes(length).toString('base64')}\n`);
  fsyncSync(file);
  closeSync(file);
}
