import type { Config } from '../config.ts';
import type { Ask } from './route.ts';

/**
 * The quick way out: whoever presses it must be gone at once, also from the history of this tab and the stores of the
 * browser. Works as a link, so without scripts too.
 */
export const away =
  ({ quickExit }: Pick<Config, 'quickExit'>): Ask =>
  () => ({
    kind: 'redirect',
    to: quickExit,
    headers: { 'Clear-Site-Data': '"cache", "cookies", "storage"' },
  });
