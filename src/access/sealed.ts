import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

export const secretFor = (masterKey: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', masterKey, '', `waakvlam ${purpose}`, 32));

export function seal(secret: Uint8Array, place: string, text: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const sealing = createCipheriv(cipher, secret, nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, sealing.update(text), sealing.final(), sealing.getAuthTag()]);
}

/** Null if it was changed, belongs elsewhere, or was sealed with another key. */
export function open(secret: Uint8Array, place: string, bytes: Uint8Array): string | null {
  if (bytes.length < nonceLength + tagLength) return null;
  const end = bytes.length - tagLength;
  try {
    const opening = createDecipheriv(cipher, secret, bytes.subarray(0, nonceLength))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(end));
    return Buffer.concat([opening.update(bytes.subarray(nonceLength, end)), opening.final()]).toString();
  } catch {
    return null;
  }
}
