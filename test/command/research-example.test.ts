import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { waakvlam } from '../support/command.ts';

/** The worked example of docs/research.md holds against the command line. */

const page = readFileSync(join(import.meta.dirname, '../../docs/research.md'), 'utf8');
const commands = [...page.matchAll(/^npm run -s waakvlam -- (\S+) ?(.*)$/gm)].map(
  ([, command = '', rest = '']) => ({ command, options: rest.match(/--[a-z-]+/g) ?? [] }),
);

it('goes from simulate to lab', () => {
  const named = new Set(commands.map(({ command }) => command));
  expect([...named]).toEqual(['simulate', 'release', 'replay', 'cohort', 'project', 'lab']);
});

it.each(commands)('$command takes $options', async ({ command, options }) => {
  const { code, stdout } = await waakvlam([command, '--help']);
  expect(code).toBe(0);
  expect(options.filter((option) => !stdout.includes(`${option} `))).toEqual([]);
});
