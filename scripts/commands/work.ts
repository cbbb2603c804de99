import { checkKind } from '../../src/log/work.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import { openWorkDesk } from '../../src/log/engine.ts';
import { UsageError } from './input.ts';
import type { Clock, Printed } from './on-a-file.ts';

export interface WorkOptions {
  readonly data: string;
  readonly log?: string;
  readonly json?: boolean;
}

/** What nobody tries any more, one task a line: when it was parked, its name, the reason. */
export function listParked(kind: string, { json, ...place }: WorkOptions, clock: Clock): Promise<Printed> {
  return atDesk(kind, place, clock, async (desk) => {
    const parked = (await desk.parked(kind)).map(({ parkedAt, ...task }) => ({
      ...task,
      parkedAt: formatInstant(parkedAt),
    }));
    if (json === true) return JSON.stringify(parked);
    if (parked.length === 0) return `Nothing of kind ${kind} is parked.`;
    return parked.map(({ parkedAt, name, reason }) => `${parkedAt} ${name}  ${reason}`).join('\n');
  });
}

export function retryParked(kind: string, { json, ...place }: WorkOptions, clock: Clock): Promise<Printed> {
  return atDesk(kind, place, clock, async (desk) => {
    const replayed = await desk.replayParked(kind);
    return json === true
      ? JSON.stringify({ replayed })
      : `${replayed} ${replayed === 1 ? 'task' : 'tasks'} will be tried again.`;
  });
}

async function atDesk(
  kind: string,
  { data, log }: WorkOptions,
  clock: Clock,
  ask: (desk: Awaited<ReturnType<typeof openWorkDesk>>) => Promise<string>,
): Promise<Printed> {
  try {
    checkKind(kind);
  } catch {
    throw new UsageError(
      `${kind} is no kind of work: a kind is a word of lower-case letters, such as breach`,
    );
  }
  const desk = await openWorkDesk({ address: log, folder: data, now: clock });
  try {
    return { text: await ask(desk), exit: 0 };
  } finally {
    await desk.close();
  }
}
