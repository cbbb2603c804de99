import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';

/** A password as it is kept: what argon2id made of it, with the numbers to make it again. */
export type PasswordHash = z.infer<typeof passwordHash>;

const base64 = z.string().regex(/^[A-Za-z0-9+/]{16,}={0,2}$/);
export const passwordHash = z.strictObject({
  method: z.literal('argon2id'),
  /** In KiB. */
  memory: z.int().min(8).max(1_048_576),
  passes: z.int().min(1).max(20),
  parallelism: z.int().min(1).max(16),
  salt: base64,
  hash: base64,
});

/** OWASP's advice of 2025 for argon2id: at least 19 MiB and two passes. */
const cost = { method: 'argon2id', memory: 19_456, passes: 2, parallelism: 1 } as const;
const hashLength = 32;

export const shortestPassword = 12;
export const longestPassword = 200;

const argon2Async = promisify(argon2);

export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16);
  const hash = await derive(password, { ...cost, salt });
  return { ...cost, salt: salt.toString('base64'), hash: hash.toString('base64') };
}

/** Costs the same time whether or not it fits. */
export async function fits(password: string, kept: PasswordHash): Promise<boolean> {
  const hash = await derive(password, { ...kept, salt: Buffer.from(kept.salt, 'base64') });
  const expected = Buffer.from(kept.hash, 'base64');
  return hash.length === expected.length && timingSafeEqual(hash, expected);
}

/** Costs what a check of a real password costs, for an account that does not exist. */
export async function fitsNobody(password: string): Promise<null> {
  await derive(password, { ...cost, salt: randomBytes(16) });
  return null;
}

interface Recipe {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly salt: Buffer;
}

/** The same letters may be typed as different code points: they count as the same. */
const derive = (password: string, { memory, passes, parallelism, salt }: Recipe): Promise<Buffer> =>
  argon2Async('argon2id', {
    message: password.slice(0, longestPassword).normalize('NFC'),
    nonce: salt,
    memory,
    passes,
    parallelism,
    tagLength: hashLength,
  });
