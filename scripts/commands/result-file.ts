import { renameSync } from 'node:fs';
import { fileOutput } from './output.ts';
import { say } from './progress.ts';

/** A file that is there is whole: it gets its name when everything is in it. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const out = fileOutput(`${path}.part`, 'w');
  await out.write(text);
  await out.close();
  renameSync(`${path}.part`, path);
  say(`${path} is written`);
}
