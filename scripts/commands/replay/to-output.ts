import type { ReplayOrder } from '../../../src/release/replay-order.ts';
import type { Output } from '../output.ts';
import { longPauseMs, pause, pauseInWords } from './pace.ts';
import type { Pace } from './pace.ts';

/** Written at once where no event must be waited for. */
const blockLength = 65_536;

/**
 * Writes the lines of a replay at its pace until the end or the signal; how many it wrote. A reader who is slower
 * holds the replay up; it catches up without pauses when he is back. Only whole lines are written.
 */
export async function replayTo(
  out: Output,
  order: ReplayOrder,
  { pace, say, signal }: { pace: Pace; say: (text: string) => void; signal: AbortSignal },
): Promise<number> {
  let block = '';
  const flush = async () => {
    const text = block;
    block = '';
    if (text !== '') await out.write(text);
  };
  for (let place = 0; place < order.count; place += 1) {
    const delay = pace.delay(order.at(place));
    if (delay > 0 || block.length > blockLength) await flush();
    if (delay >= longPauseMs) say(pauseInWords(delay));
    if (delay > 0) await pause(delay, signal);
    if (signal.aborted) {
      await flush();
      return place;
    }
    block += `${order.line(place)}\n`;
  }
  await flush();
  return order.count;
}
