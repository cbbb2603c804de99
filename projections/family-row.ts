import { parseInstant } from '../src/domain/instant.ts';
import type { Status } from '../src/domain/vocabulary.ts';
import { isContactLate, lastProfessional } from './continuity.ts';
import { familyStatusIn, hasBegun } from './family-status.ts';
import type { FamilyStatus } from './family-status.ts';
import { helpNeeds } from './help-needs.ts';
import type { HelpNeed } from './help-needs.ts';
import type { Known } from './known.ts';
import { Moment, justBefore } from './moment.ts';
import { familyStatus } from './safety.ts';

/** What lists show of a family. Small, so that the rows of a whole region may be kept. */
export interface FamilyRow {
  readonly family: string;
  readonly status: Status;
  /** The facts show more safety than was decided. */
  readonly candidate: boolean;
  readonly since: string | null;
  /** What the status was before; null if it never was another one. */
  readonly before: Status | null;
  readonly nextChange: FamilyStatus['safety']['nextChange'];
  readonly alarms: FamilyStatus['alarms'];
  readonly quiet: readonly QuietMonitor[];
  readonly guaranteed: boolean;
  readonly needs: readonly HelpNeed[];
  readonly professional: string | null;
  readonly deputy: string | null;
  /** Who it was, if there is none now. */
  readonly formerProfessional: string | null;
  readonly contactDue: string | null;
  readonly contactLate: boolean;
}

/** A party that said yes and of which nothing is heard in time. */
export interface QuietMonitor {
  readonly party: string;
  readonly state: 'overdue' | 'silent';
  readonly agreements: readonly string[];
}

export function familyRowIn(known: Known, family: string, now: Moment): FamilyRow {
  const { safety, alarms, coverage, relapse, continuity } = familyStatusIn(known, family, now);
  return {
    family,
    status: safety.status,
    candidate: safety.candidate,
    since: safety.since,
    before: statusBefore(known, safety.since),
    nextChange: safety.nextChange,
    alarms,
    quiet: quietIn(coverage),
    guaranteed: relapse.guaranteed,
    needs: helpNeeds(known, now),
    professional: continuity.professional,
    deputy: continuity.deputy,
    formerProfessional: continuity.professional === null ? lastProfessional(known, now) : null,
    contactDue: continuity.contactDue,
    contactLate: isContactLate(known, now),
  };
}

function statusBefore(known: Known, since: string | null): Status | null {
  const from = since === null ? null : parseInstant(since);
  if (from === null) return null;
  const before = new Moment(justBefore(from));
  return hasBegun(known, before) ? familyStatus(known, before) : null;
}

function quietIn({ agreements }: FamilyStatus['coverage']): readonly QuietMonitor[] {
  const found = new Map<string, { party: string; state: QuietMonitor['state']; agreements: string[] }>();
  for (const { agreement, monitors } of agreements)
    for (const { party, state } of monitors) {
      if (state !== 'overdue' && state !== 'silent') continue;
      const quiet = found.get(party) ?? { party, state, agreements: [] };
      quiet.agreements.push(agreement);
      if (state === 'silent') quiet.state = state;
      found.set(party, quiet);
    }
  return [...found.values()].sort((a, b) => (a.party < b.party ? -1 : 1));
}
