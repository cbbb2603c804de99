import type { PlanEvent } from '../domain/event.ts';

/**
 * By what kind somebody who knows an event of a family would look for it: the type, and of what a monitor saw the kind
 * of monitor, because who watched knows that.
 */
export function kindOf(event: PlanEvent, partyKind: (party: string) => string): string {
  return event.type === 'MonitorCheckedIn' ? `${event.type}/${partyKind(event.data.party)}` : event.type;
}
