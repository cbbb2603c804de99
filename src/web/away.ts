import type { Ask } from './route.ts';
import { signOut } from './session.ts';
import type { Web } from './web.ts';

/**
 * The quick way out: whoever presses it must be gone at once, also from the history of this tab and the stores of the
 * browser. Works as a link, so without scripts too.
 */
export const away =
  (web: Pick<Web, 'frame' | 'site'>): Ask =>
  async (request, response) => {
    await signOut(web, request, response);
    return {
      kind: 'redirect',
      to: web.frame.quickExit,
      headers: { 'Clear-Site-Data': '"cache", "cookies", "storage"' },
    };
  };
