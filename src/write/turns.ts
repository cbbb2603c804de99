import type { FamilyId } from '../domain/ids.ts';

/** Longer than a few writes take: one that hangs must not keep the others from trying for themselves. */
const longestTurn = 2000;

/** Work on one family waits for the work before it: of commands that are decided at once, all but one are decided in vain. */
export function takingTurns(): <T>(family: FamilyId, work: () => Promise<T>) => Promise<T> {
  const last = new Map<FamilyId, Promise<void>>();
  return (family, work) => {
    const before = last.get(family);
    const own = before ? atMost(longestTurn, before).then(work) : work();
    const over = () => {
      if (last.get(family) === settled) last.delete(family);
    };
    const settled: Promise<void> = own.then(over, over);
    last.set(family, settled);
    return own;
  };
}

function atMost(ms: number, awaited: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void awaited.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
