/** Why the log cannot do its work. Nothing is acknowledged then, and nothing that was acknowledged is lost. */
export type Trouble =
  | 'in-use'
  | 'disk-full'
  | 'input-output'
  | 'read-only'
  | 'missing'
  | 'damaged'
  | 'newer-format'
  | 'wrong-key'
  | 'closed'
  /** An engine elsewhere does not answer, or has nobody who may write. */
  | 'unreachable'
  | 'denied'
  | 'too-large';

/** The message says what happened and what to do next; it names folders, so it is for operators, not for pages. */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';
  readonly trouble: Trouble;
  readonly nextStep: string;

  constructor(trouble: Trouble, what: string, nextStep: string, cause?: unknown) {
    super(`${what} ${nextStep}`, { cause });
    this.trouble = trouble;
    this.nextStep = nextStep;
  }
}

/** Errors of SQLite and of the file system that say something about the place, not about our code. */
export function unavailable(error: unknown, place: string): Error {
  if (error instanceof LogUnavailable) return error;
  const trouble = troubleOf(error);
  if (trouble !== null)
    return new LogUnavailable(trouble, `${place} ${words[trouble][0]}`, words[trouble][1], error);
  return error instanceof Error ? error : new Error(String(error));
}

const words = {
  'disk-full': ['has no space left; nothing was written.', 'Free some space and try again.'],
  'input-output': ['could not be read or written.', 'Check the disk, then try again.'],
  'read-only': ['cannot be written.', 'Make the folder writable for this user, or choose another one.'],
  'in-use': ['is locked by another program.', 'Stop that program and try again.'],
  damaged: ['holds a damaged file.', 'Run `waakvlam verify` and put back a backup.'],
} as const satisfies Partial<Record<Trouble, readonly [string, string]>>;

/** Primary result codes: https://sqlite.org/rescode.html */
const sqliteTrouble: Readonly<Record<number, keyof typeof words>> = {
  5: 'in-use',
  8: 'read-only',
  10: 'input-output',
  11: 'damaged',
  13: 'disk-full',
  14: 'read-only',
  26: 'damaged',
};

const fileTrouble: Readonly<Record<string, keyof typeof words>> = {
  EACCES: 'read-only',
  EEXIST: 'read-only',
  EIO: 'input-output',
  ENOENT: 'read-only',
  ENOSPC: 'disk-full',
  ENOTDIR: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
};

function troubleOf(error: unknown): keyof typeof words | null {
  if (!(error instanceof Error)) return null;
  if ('errcode' in error && typeof error.errcode === 'number')
    return sqliteTrouble[error.errcode & 0xff] ?? null;
  return 'code' in error && typeof error.code === 'string' ? (fileTrouble[error.code] ?? null) : null;
}
