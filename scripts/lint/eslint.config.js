import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** No clock, zone, randomness or input/output where the domain is decided. */
const purity = {
  files: ['src/domain/**/*.ts', 'projections/**/*.ts'],
  linterOptions: { noInlineConfig: true },
  rules: {
    'no-restricted-globals': [
      'error',
      ...[
        'Date',
        'performance',
        'globalThis',
        'process',
        'crypto',
        'fetch',
        'console',
        'Intl',
        'Temporal',
        'global',
      ],
      ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'require', 'Buffer'],
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random' },
      ...['now', 'local', 'utc'].map((property) => ({ object: 'DateTime', property })),
    ],
    'no-restricted-imports': [
      'error',
      { patterns: ['node:*', 'fs', 'fs/*', 'crypto', 'os', 'timers', 'timers/*'] },
    ],
    'no-restricted-syntax': ['error', { selector: 'ImportExpression', message: 'imports stand at the top' }],
  },
};

export default defineConfig(
  { ignores: ['**/node_modules/', 'data/', 'coverage/', 'scripts/bench/peer/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: new URL('../..', import.meta.url).pathname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Objects here are made of functions that close over what they need; none of them reads `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Where an index is known to be in range, `as` says so; a `!` is overlooked too easily.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
    },
  },
  purity,
);
