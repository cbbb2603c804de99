import type { Request } from 'express';
import { to } from '../paths.ts';
import type { Site } from '../site.ts';

/** The whole address of a personal link, as it goes to a telephone. */
export function addressOf({ publicUrl }: Pick<Site, 'publicUrl'>, request: Request, secret: string): string {
  const base = publicUrl ?? `http://${request.headers.host ?? ''}`;
  return `${base.replace(/\/$/, '')}${to('watcher', { secret })}`;
}
