import { hash } from 'node:crypto';
import type { FamilyId } from '../../domain/ids.ts';

/** How streams are called on the server. A prefix of its own keeps several installations apart on one server. */
export interface StreamNames {
  readonly familyPrefix: string;
  readonly keyPrefix: string;
  readonly workPrefix: string;
  readonly claimPrefix: string;
  readonly officePrefix: string;
  family(family: FamilyId): string;
  familyIn(stream: string): FamilyId | null;
}

export function streamNames(prefix = ''): StreamNames {
  const familyPrefix = `${prefix}family-`;
  return {
    familyPrefix,
    keyPrefix: `${prefix}key-`,
    workPrefix: `${prefix}work-`,
    claimPrefix: `${prefix}claim-`,
    officePrefix: `${prefix}office-`,
    family: (family) => `${familyPrefix}${family}`,
    familyIn: (stream) =>
      stream.startsWith(familyPrefix) ? (stream.slice(familyPrefix.length) as FamilyId) : null,
  };
}

/** The server wants a UUID for each event; made from our id, so that the same event always has the same (RFC 9562, version 8). */
export function uuidOf(id: string): string {
  const digest = hash('sha256', id, 'hex');
  const variant = ((parseInt(digest.charAt(16), 16) & 3) | 8).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}

/**
 * Several installations on one server keep apart by `streamPrefix` in their addresses: kurrentdb://host:2113?streamPrefix=north-.
 * It is ours; the client is never shown it.
 */
export function prefixIn(address: string): string {
  return /[?&]streamPrefix=([^&]*)/i.exec(address)?.[1] ?? '';
}

export function withoutPrefix(address: string): string {
  const [place = '', options = ''] = address.split('?', 2);
  const others = options.split('&').filter((option) => option !== '' && !/^streamPrefix=/i.test(option));
  return others.length > 0 ? `${place}?${others.join('&')}` : place;
}
