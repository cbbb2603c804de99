import { spawn } from 'node:child_process';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What a whole `waakvlam` command cost, starting included. */
export interface CommandRun {
  readonly seconds: number;
  /** Its largest resident set. */
  readonly peakMB: number;
  /** Seconds from where each step was told on standard error until the next one was; in the order of the steps. */
  readonly steps: Readonly<Record<string, number>>;
}

const said = 'waakvlam: ';

/** @throws Error with the command's own words if it does not end with 0. */
export async function runCommand(...words: readonly string[]): Promise<CommandRun> {
  const node = ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url)];
  const started = performance.now();
  const child = spawn(process.execPath, [...node, ...words], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const told: { readonly step: string; readonly at: number }[] = [];
  const lines: string[] = [];
  let peak = '';
  child.stdio[3]?.on('data', (text: Buffer) => {
    peak += text.toString();
  });
  if (child.stderr)
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line);
      if (line.startsWith(said)) told.push({ step: line.slice(said.length), at: performance.now() });
    });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`waakvlam ${words.join(' ')}: ${lines.slice(-5).join('\n')}`);
  const ended = performance.now();
  const steps: Record<string, number> = {};
  told.forEach(({ step, at }, index) => {
    steps[step] = (steps[step] ?? 0) + ((told[index + 1]?.at ?? ended) - at) / 1000;
  });
  return { seconds: (ended - started) / 1000, peakMB: Number(peak) / 1000, steps };
}

/** The child: the command itself, whose largest resident set, in kilobytes, goes to the fourth stream at its end. */
if (import.meta.main) {
  process.once('exit', () => {
    writeSync(3, String(process.resourceUsage().maxRSS));
  });
  await import('../../waakvlam.ts');
}
