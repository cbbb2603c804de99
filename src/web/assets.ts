import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { to } from './paths.ts';
import { isProblem, problem } from './problem.ts';
import { readQuery } from './query.ts';
import type { Ask } from './route.ts';
import type { FrameSettings } from './web.ts';

/** NL Design System components of which the classes are used; they take their looks from theme.css. */
const components = [
  'alert',
  'badge-status',
  'breadcrumb-nav',
  'button',
  'checkbox',
  'data-list',
  'form-field',
  'form-field-description',
  'form-field-error-message',
  'form-fieldset',
  'form-label',
  'link',
  'page-footer',
  'page-header',
  'radio-button',
  'select',
  'skip-link',
  'textarea',
  'textbox',
] as const;

/** Our own styles; later ones may overrule earlier ones. All of them go out as one file. */
const styles = [
  'theme.css',
  'base.css',
  'frame.css',
  'parts.css',
  'status.css',
  'tables.css',
  'forms.css',
  'meeting.css',
  'watcher.css',
  'lists.css',
  'record.css',
  'print.css',
] as const;

const own = [
  'frame.js',
  'cover.js',
  'session.js',
  'live.js',
  'timeline.js',
  'timeline.css',
  'results.css',
  'icon.svg',
] as const;

const fonts = {
  'noto-sans-latin.woff2': '@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2',
  'noto-sans-latin-ext.woff2': '@fontsource-variable/noto-sans/files/noto-sans-latin-ext-wght-normal.woff2',
} as const;

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

export type AssetName = (typeof own)[number] | keyof typeof fonts | 'pages.css';

interface Asset {
  readonly body: Buffer;
  readonly type: string;
  /** Its name with a mark of its content: what has this name never changes. */
  readonly address: string;
}

// Read once at start; no other file can be asked for.
const files = new Map<AssetName, Asset>();
for (const name of own) files.set(name, asset(name, readOwn(name)));
for (const [name, place] of Object.entries(fonts) as [AssetName, string][])
  files.set(name, asset(name, readFileSync(new URL(import.meta.resolve(place)))));
files.set('pages.css', asset('pages.css', Buffer.from(allStyles())));
const byAddress = new Map([...files.values()].map((file) => [file.address, file]));

/** The address at which a file of the pages stands for ever. */
export const assetLink = (name: AssetName): string => to('asset', { file: files.get(name)?.address });

const forEver = { 'Cache-Control': 'public, max-age=31536000, immutable' };

type Told = Pick<FrameSettings, 'privacySeconds' | 'sessions'>;

/** What the scripts must know of the settings; it may change at a restart and is asked for again. */
const settings = ({ privacySeconds, sessions }: Told): Asset => ({
  body: Buffer.from(
    `export const privacySeconds = ${privacySeconds};\nexport const idleSeconds = ${sessions.idleMs / 1000};\n`,
  ),
  type: types['js'] ?? '',
  address: 'settings.js',
});

export function assets(config: Told): Ask {
  const told = settings(config);
  return (request) => {
    const query = readQuery(request, []);
    if (isProblem(query)) return query;
    const file = String(request.params['file']);
    if (file === told.address) return { kind: 'file', body: told.body, type: told.type };
    const found = byAddress.get(file);
    return found
      ? { kind: 'file', body: found.body, type: found.type, headers: forEver }
      : problem('not-found');
  };
}

function asset(name: string, body: Buffer): Asset {
  const mark = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const [stem = '', ending = ''] = name.split('.');
  return { body, type: types[ending] ?? '', address: `${stem}.${mark}.${ending}` };
}

function readOwn(name: string): Buffer {
  return readFileSync(new URL(`./assets/${name}`, import.meta.url));
}

function allStyles(): string {
  const theirs = components.map((name) =>
    readFileSync(new URL(import.meta.resolve(`@utrecht/${name}-css/dist/index.min.css`)), 'utf8'),
  );
  const ours = styles.map((name) => readOwn(name).toString());
  const licence = `/*! ${components.map((name) => `@utrecht/${name}-css`).join(', ')}: EUPL-1.2, Gemeente Utrecht and Frameless B.V. */`;
  return [licence, ...theirs, ...ours].join('\n').replaceAll(/url\('([^']+)'\)/g, (_, name: string) => {
    const found = files.get(name as AssetName);
    if (!found) throw new Error(`No style may use the file ${name}: it is not served.`);
    return `url('${found.address}')`;
  });
}
