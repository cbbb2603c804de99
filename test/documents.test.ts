import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

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
});
