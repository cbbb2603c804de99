import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { measures } from '../src/measure/measures.ts';

/** What the documents promise is there. */

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const screens = readdirSync(join(root, 'docs/screens'));

const linksIn = (file: string) =>
  [...read(file).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, to = '']) => to);

/** As a reader of Markdown makes an anchor of a heading. */
const anchorsIn = (file: string) =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

const settingsIn = (text: string) => [...new Set(text.match(/WAAKVLAM_[A-Z_]+[A-Z]/g))].sort();

describe('documents', () => {
  it.each(documents)('%s leads to files and headings that exist', (file) => {
    const lost = linksIn(file).filter((to) => {
      const [path = '', anchor] = decodeURIComponent(to).split('#');
      const target = path === '' ? file : join(dirname(file), path);
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsIn(target).includes(anchor);
    });
    expect(lost).toEqual([]);
    expect(documents.length).toBeGreaterThan(2);
  });

  it('shows every picture of the guide, each small', () => {
    const shown = documents.flatMap(linksIn).join('\n');
    expect(screens.filter((name) => !shown.includes(`screens/${name}`))).toEqual([]);
    expect(screens.filter((name) => statSync(join(root, 'docs/screens', name)).size > 80 * 1024)).toEqual([]);
    expect(screens.length).toBeGreaterThan(10);
  });

  it('explains every setting, and none that does not exist', () => {
    const settings = settingsIn(
      `${read('src/config.ts')}${read('src/sign-in-settings.ts')}`.replace(/'.*?'/g, ''),
    );
    expect(settings.length).toBeGreaterThan(15);
    expect(settingsIn(read('.env.example'))).toEqual(settings);
    expect(settingsIn(read('docs/operations.md'))).toEqual(settings);
  });

  const compose = 'docs/compose/compose.yaml';

  it('explains every figure, and none that does not exist', async () => {
    const told = [...(await measures().text()).matchAll(/^# HELP (waakvlam_\w+)/gm)].map(([, name]) => name);
    const explained = [...read('docs/operations.md').matchAll(/^\| `(waakvlam_\w+)`/gm)].map(
      ([, name]) => name,
    );
    expect(explained.sort()).toEqual(told.sort());
    expect(told.length).toBeGreaterThan(8);
  });

  it('names commands and options that the programs have', () => {
    const programs = read('scripts/commands/program.ts') + read('scripts/bench/bench.ts');
    const lines = documents.flatMap(
      (file) => read(file).match(/npm run (-s )?(waakvlam|bench) -- [^\n`|]*/g) ?? [],
    );
    const words = lines.flatMap((line) => {
      const [command = '', ...rest] = line.replace(/^.*? -- /, '').split(/\s+/);
      return [
        ...(command.startsWith('--') ? [command] : [`('${command}'`]),
        ...rest.filter((word) => /^--[a-z-]+$/.test(word)),
      ];
    });
    const lost = words.filter((word) => !programs.includes(word));
    expect([...new Set(lost)]).toEqual([]);
    expect(lines.length).toBeGreaterThan(15);
  });

  it('has an example of a cluster that can be parsed, with settings that Waakvlam takes and files that are there', async () => {
    const text = read(compose);
    await expect(format(text, { parser: 'yaml' })).resolves.toContain('services:');
    const given = Object.fromEntries(
      [...text.matchAll(/^ +(WAAKVLAM_[A-Z_]+|NODE_ENV): (.*)$/gm)].map(([, name = '', value = '']) => [
        name,
        value
          .replace(/\$\{WAAKVLAM_OIDC_ISSUER[^}]*\}/, 'https://login.example.nl')
          .replace(/\$\{[^}]*\}/, '0'.repeat(64)),
      ]),
    );
    expect(readConfig(given)).toMatchObject({ config: { data: '/data' } });
    expect(Object.keys(given).length).toBeGreaterThan(9);
    expect(settingsIn(text).filter((name) => !settingsIn(read('.env.example')).includes(name))).toEqual([
      'WAAKVLAM_LOG_PASSWORD',
    ]);
    const secrets = [...text.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name);
    const filled = [...read('docs/cluster.md').matchAll(/^ {4}([A-Z_]+)=$/gm)].map(([, name]) => name);
    expect(filled.sort()).toEqual([...new Set(secrets)].sort());
    expect(existsSync(join(root, 'docs/compose/nginx.conf'))).toBe(true);
  });
});
