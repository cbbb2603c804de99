import { createCipheriv, createHash } from 'node:crypto';

/**
 * How often each family is drawn when families are drawn again: the bootstrap with the family as unit, because what
 * happens within a family hangs together (A. C. Davison and D. V. Hinkley, Bootstrap Methods and their Application,
 * Cambridge 1997, ch. 2 and 3.8; C. A. Field and A. H. Welsh, JRSS B 69, 2007, for clusters). A family's number of times
 * in a draw is Poisson with mean 1, independent of all others, instead of multinomial: the two agree for many families,
 * and families can then pass one by one, in any order, while only sums are kept (J. A. Hanley and B. MacGibbon,
 * "Creating non-parametric bootstrap samples using Poisson frequencies", Computer Methods and Programs in Biomedicine 83,
 * 2006).
 */
export interface Drawing {
  readonly draws: number;
  readonly seed: number;
}

/**
 * For each draw how often the family is in it. They follow from the seed and the family's pseudonym alone, not from its
 * place, the policies or the number of threads; more draws leave the earlier ones as they are.
 */
export function timesDrawn(family: string, { draws, seed }: Drawing): Uint8Array {
  const random = uniform(`${seed} ${family}`, draws);
  return Uint8Array.from({ length: draws }, (_, draw) => poisson(random.readUInt32LE(4 * draw)));
}

/** The key stream of AES in counter mode: evenly spread, and the same on every machine. */
function uniform(name: string, numbers: number): Buffer {
  const key = createHash('sha256').update(name).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(4 * numbers));
}

/** Below which 32-bit numbers a Poisson number with mean 1 is at most 0, 1, 2 ... */
const thresholds = ((): readonly number[] => {
  const found: number[] = [];
  let chance = Math.exp(-1);
  for (let times = 0, upTo = 0; times < 12; times++) {
    upTo += chance;
    found.push(Math.floor(upTo * 2 ** 32));
    chance /= times + 1;
  }
  return found;
})();

function poisson(number: number): number {
  const times = thresholds.findIndex((threshold) => number < threshold);
  return times === -1 ? thresholds.length : times;
}
