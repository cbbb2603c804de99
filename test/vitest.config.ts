import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.{ts,tsx}'],
    // As far from Amsterdam as a zone can be: a hidden assumption about local time fails at once.
    env: { TZ: 'Pacific/Kiritimati' },
    testTimeout: 30_000,
    reporters: ['dot', join(import.meta.dirname, 'support/closing-line.ts')],
  },
});
