import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * AES-256-GCM in two uses. A key is wrapped with a random nonce. A text is sealed with a nonce that follows, keyed, from
 * key, place and text: the same submission twice gives the same sealed text and is recognised, other texts or places never
 * share a nonce, and without the key nobody can test a guess.
 */
export interface DataKey {
  /** Names this key in the texts it sealed: a later key of the same name does not fit them. */
  readonly id: string;
  readonly secret: Uint8Array;
}

const cipher = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

export function newDataKey(): DataKey {
  return { id: randomBytes(8).toString('hex'), secret: randomBytes(32) };
}

export function sealText(key: DataKey, place: string, text: string): string {
  const nonce = createHmac('sha256', nonceKey(key))
    .update(`${place}\n${text}`)
    .digest()
    .subarray(0, nonceLength);
  return `sealed1.${key.id}.${encrypt(key.secret, nonce, place, Buffer.from(text)).toString('base64url')}`;
}

/** Which key sealed a text; null if it is no sealed text. */
export function keyIdOf(sealed: string): string | null {
  return /^sealed1\.([0-9a-f]{16})\.[A-Za-z0-9_-]+$/.exec(sealed)?.[1] ?? null;
}

/** Throws if the text was changed or comes from another place. */
export function openText(key: DataKey, place: string, sealed: string): string {
  const bytes = Buffer.from(sealed.split('.')[2] ?? '', 'base64url');
  return decrypt(key.secret, place, bytes).toString();
}

export function wrap(master: Uint8Array, name: string, key: DataKey): Buffer {
  return encrypt(master, randomBytes(nonceLength), `${name}\n${key.id}`, key.secret);
}

/** Throws if this master key did not wrap it. */
export function unwrap(master: Uint8Array, name: string, id: string, wrapped: Uint8Array): DataKey {
  return { id, secret: decrypt(master, `${name}\n${id}`, wrapped) };
}

const nonceKey = ({ secret }: DataKey) => Buffer.from(hkdfSync('sha256', secret, '', 'waakvlam nonce', 32));

function encrypt(secret: Uint8Array, nonce: Uint8Array, place: string, text: Uint8Array): Buffer {
  const sealing = createCipheriv(cipher, secret, nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, sealing.update(text), sealing.final(), sealing.getAuthTag()]);
}

function decrypt(secret: Uint8Array, place: string, bytes: Uint8Array): Buffer {
  if (bytes.length < nonceLength + tagLength) throw new Error('too short to be sealed');
  const opening = createDecipheriv(cipher, secret, bytes.subarray(0, nonceLength))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(bytes.length - tagLength));
  return Buffer.concat([
    opening.update(bytes.subarray(nonceLength, bytes.length - tagLength)),
    opening.final(),
  ]);
}
