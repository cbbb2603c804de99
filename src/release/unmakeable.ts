/**
 * A release that may not be made, with the next step and no value of the source: `privacy` if its parameters cannot be
 * met (exit code 3), `source` if what it is made from or what was asked is wrong (exit code 2).
 */
export class Unmakeable extends Error {
  override readonly name = 'Unmakeable';
  readonly because: 'privacy' | 'source';

  constructor(because: 'privacy' | 'source', message: string) {
    super(message);
    this.because = because;
  }
}
