import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The colours of the theme against the grounds they are read on (WCAG 2.2: 1.4.3 and 1.4.11). */

const theme = readFileSync(new URL('../../src/web/assets/theme.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...theme.matchAll(/^ {2}(--[\w-]+): (#[0-9a-f]{6});/gm)].map(([, name, colour]) => [name, colour]),
);

const statuses = ['unsafe', 'unknown', 'direct', 'durable'] as const;
const marks = [...tokens.keys()].filter((name) => /^--(mark|signal)-/.test(name ?? '')) as string[];
const grounds = ['--paper', '--tint'];
const lanes = ['--lane-ground', '--lane-ground-other'];
const statusGrounds = statuses.map((status) => `--status-${status}-ground`);

const each = (colours: readonly string[], on: readonly string[]) =>
  colours.flatMap((colour) => on.map((ground) => [colour, ground] as const));

/** Read as text: at least 4.5. */
const texts = [
  ...each(['--ink', '--soft', '--brand', '--brand-dark', '--status-unsafe'], grounds),
  ...each(['--ink', '--soft', '--brand-dark'], statusGrounds),
  ...statuses.map((status) => [`--status-${status}`, `--status-${status}-ground`] as const),
  ...statuses.map((status) => [`--status-${status}`, '--paper'] as const),
  ...each(['--on-brand'], ['--brand', '--brand-dark', '--exit', '--exit-dark', '--status-unsafe']),
  ...each(['--ink', '--brand', '--notice'], ['--notice-ground', '--target-ground']),
  ...each(['--late'], ['--late-ground', '--paper']),
  ...each(['--chart-line'], [...lanes, ...statusGrounds]),
  ...each(marks, lanes),
];

/** Seen as a shape, an edge or a focus ring: at least 3. */
const shapes = [
  ...each(['--edge', '--focus', '--brand'], grounds),
  ...each(['--focus'], [...statusGrounds, '--notice-ground']),
  ...each(['--focus-on-dark'], ['--brand-dark', '--exit']),
  ...each(['--notice-edge'], ['--notice-ground', '--paper', '--tint']),
  ...each(['--gap-line'], lanes),
  // A band, a mark or a gap may lie on or beside the band of any status.
  ...each([...marks, '--gap-line', ...statuses.map((status) => `--status-${status}`)], statusGrounds),
];

describe('of the theme', () => {
  it.each(texts)('%s can be read on %s', (colour, ground) => {
    expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('%s can be seen on %s', (colour, ground) => {
    expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
  });

  it('has every status, and enough marks, to mean something', () => {
    expect(marks.length).toBeGreaterThanOrEqual(10);
    expect(new Set(statuses.map((status) => tokens.get(`--status-${status}`))).size).toBe(4);
  });

  it('names every colour once: nothing but the theme holds a colour', () => {
    const folder = new URL('../../src/web/assets/', import.meta.url);
    const styles = readdirSync(folder).filter((name) => name.endsWith('.css') && name !== 'theme.css');
    expect(styles.length).toBeGreaterThan(6);
    for (const file of styles) {
      const style = readFileSync(new URL(file, folder), 'utf8');
      expect(style.match(/#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(/gi) ?? [], file).toEqual([]);
    }
  });
});

it('knows black from white', () => {
  expect(ratio(luminance('#000000'), luminance('#ffffff'))).toBe(21);
  expect(ratio(luminance('#777777'), luminance('#ffffff'))).toBeCloseTo(4.48, 2);
});

function contrast(one: string, other: string): number {
  const [first, second] = [tokens.get(one), tokens.get(other)];
  if (first === undefined || second === undefined) throw new Error(`the theme has no ${first ? other : one}`);
  return ratio(luminance(first), luminance(second));
}

function ratio(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Relative luminance, as WCAG defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
