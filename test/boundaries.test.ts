import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import type { IForbiddenRuleType, IReporterOutput, ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** Who may import whom. Write and read meet only in the log; a projection can be read with no other file open. */

const root = join(import.meta.dirname, '..');
const planted = join(root, 'projections/planted-breach');

const own = '^(src|projections|scripts|test)/';

function mayOnly(name: string, from: string, pathNot: string, core: 'core' | 'none'): IForbiddenRuleType {
  const to = core === 'core' ? { pathNot, dependencyTypesNot: ['core' as const] } : { pathNot };
  return { name, severity: 'error', from: { path: from }, to };
}

const forbidden: IForbiddenRuleType[] = [
  mayOnly('domain is pure', '^src/domain/', '^(src/domain/|node_modules/(zod|(@types/)?luxon)/)', 'none'),
  mayOnly('projections read the domain alone', '^projections/', '^(projections/|src/domain/)', 'none'),
  mayOnly(
    'the log knows the domain alone',
    '^src/log/(?!kurrent)',
    '^(src/log/|src/domain/|node_modules/rxjs/)',
    'core',
  ),
  mayOnly(
    'one engine speaks to a server',
    '^src/log/kurrent',
    '^(src/log/(?!sqlite[.]ts)|src/domain/|node_modules/(rxjs|@kurrent/kurrentdb-client)/)',
    'core',
  ),
  mayOnly(
    'writing meets reading in the log',
    '^src/write/',
    '^(src/write/|src/domain/|src/log/log[.]ts$)',
    'none',
  ),
  mayOnly(
    'reading knows no engine',
    '^src/read/',
    '^(src/read/|src/domain/|projections/|src/log/log[.]ts$|node_modules/(rxjs|tinyqueue)/)',
    'none',
  ),
  // Watching stands between what is seen and what must be done about it once: it decides nothing by itself.
  mayOnly(
    'watching asks, and hands in work',
    '^src/watch/',
    '^(src/watch/|src/domain/|src/read/views[.]ts$|src/log/(log|work)[.]ts$|node_modules/rxjs/)',
    'none',
  ),
  // Counting knows what a log does, and nothing of whom.
  mayOnly(
    'figures know no family',
    '^src/measure/',
    '^(src/measure/|src/log/meter[.]ts$|node_modules/prom-client/)',
    'none',
  ),
  mayOnly(
    'the office knows no family',
    '^src/access/',
    '^(src/access/|src/domain/|src/log/(sqlite/database|unavailable|exchange)[.]ts$|node_modules/(zod|(@types/)?express-session)/)',
    'core',
  ),
  // What leaves is made and read here alone. Researchers get answers of the same rules, and no way back to the store.
  mayOnly(
    'a release knows facts and rules, and no store',
    '^src/release/',
    '^(src/release/|src/domain/|projections/|node_modules/(zod|csv-stringify|hyparquet-writer|quickjs-emscripten-core|@jitl/quickjs-[a-z-]+)(/|$)|csv-stringify/sync$)',
    'core',
  ),
  {
    name: 'pages ask and command only',
    severity: 'error',
    from: { path: '^src/web/' },
    to: {
      path: '^(src|projections|scripts|test)/',
      // Of what leaves, pages know the shape of a result alone: they open no release.
      pathNot:
        '^(src/web/|src/domain/|src/access/|src/write/handle[.]ts$|src/read/views[.]ts$|src/release/result[.]ts$)',
    },
  },
  {
    name: 'nobody imports the edges',
    severity: 'error',
    from: { path: '^(src|projections)/', pathNot: '^src/main[.]ts$' },
    to: { path: '^(src/main[.]ts|scripts/|test/)' },
  },
  {
    name: 'no circles',
    severity: 'error',
    from: { path: own },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
];

let result: ICruiseResult;
beforeAll(async () => {
  mkdirSync(planted, { recursive: true });
  writeFileSync(
    join(planted, 'breach.ts'),
    "import { readFileSync } from 'node:fs';\nimport '../../src/log/sqlite.ts';\nreadFileSync('/');\n",
  );
  const output: IReporterOutput = await cruise(
    ['src', 'projections', 'scripts'],
    {
      validate: true,
      ruleSet: { forbidden },
      baseDir: root,
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
    },
    undefined,
    { tsConfig: {} },
  );
  result = output.output as ICruiseResult;
}, 120_000);
afterAll(() => {
  rmSync(planted, { recursive: true, force: true });
});

const isPlanted = ({ from }: { readonly from: string }) => from.startsWith('projections/planted-breach');

it('sees the whole house: a gate that looked at nothing is not a gate', () => {
  const seen = (path: string) => result.modules.filter(({ source }) => source.startsWith(path)).length;
  expect(seen('src/domain/')).toBeGreaterThan(20);
  expect(seen('projections/')).toBeGreaterThan(25);
  expect(seen('src/log/')).toBeGreaterThan(5);
  expect(seen('src/web/')).toBeGreaterThan(5);
});

it('reports a planted breach', () => {
  const found = result.summary.violations.filter(isPlanted).map(({ to, rule }) => `${rule.name}: ${to}`);
  expect(found.sort()).toEqual([
    'projections read the domain alone: fs',
    'projections read the domain alone: src/log/sqlite.ts',
  ]);
});

it('finds no other import across a boundary', () => {
  const found = result.summary.violations.filter((violation) => !isPlanted(violation));
  expect(found.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
});

/** Ways to reach the clock, chance or the outside from where nothing but facts may decide. */
const probes = {
  clock: 'export const now = Date.now();',
  newDate: 'export const now = new Date();',
  performance: 'export const now = performance.now();',
  global: 'export const now: unknown = globalThis;',
  luxon: "import { DateTime } from 'luxon';\nexport const now = DateTime.now();",
  luxonLocal: "import { DateTime } from 'luxon';\nexport const now = DateTime.local();",
  chance: 'export const chance = Math.random();',
  crypto: 'export const chance = crypto.randomUUID();',
  timer: 'setTimeout(() => undefined, 1);',
  environment: 'export const home = process.env;',
  network: "export const page = fetch('http://localhost');",
  file: "import { readFileSync } from 'node:fs';\nexport const text = readFileSync('/');",
  later: "export const later = import('node:fs');",
  excused: '// eslint-disable-next-line no-restricted-globals\nexport const now = Date.now();',
};

it('lint refuses every way to the clock, to chance and to the outside', { timeout: 120_000 }, async () => {
  for (const [name, text] of Object.entries(probes)) writeFileSync(join(planted, `${name}.ts`), text);
  const eslint = new ESLint({ cwd: root, overrideConfigFile: 'scripts/lint/eslint.config.js' });
  const results = await eslint.lintFiles(['projections/planted-breach/*.ts']);
  const refused = results.filter(({ messages }) =>
    messages.some(({ ruleId }) => ruleId?.startsWith('no-restricted-') === true),
  );
  const names = refused.map(({ filePath }) => filePath.replace(/^.*[/](.*)[.]ts$/, '$1'));
  expect(names.sort()).toEqual([...Object.keys(probes), 'breach'].sort());
});
