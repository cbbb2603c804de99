import type { PersonId } from '../src/domain/ids.ts';
import { history, latest, question } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';
import { violentFacts } from './violence.ts';

/** P4, P5: who uses violence, and whether it is control. Unknown counts as yes, because victims mostly keep silent about it (Q27). */

const profiles = history(['AnalysisCompleted', 'ProfileRevised'], () => ['family']);

/** What was last found about the profile of the family and about control. */
export const findingsOnProfile = question(
  (known: Known, now: Moment) => latest(now, profiles.of(known, 'family'))?.data,
);

/** P5: nobody looked, or what was found does not rule it out. */
export function hasIntimidation(known: Known, now: Moment): boolean {
  const found = findingsOnProfile(known, now);
  if (!found) return true;
  return (
    found.profile === 2 ||
    found.profile === 5 ||
    found.profile === 'unknown' ||
    found.coerciveControl !== 'no'
  );
}

/** P5: control was found; higher demands apply (Q28). */
export function hasControl(known: Known, now: Moment): boolean {
  const found = findingsOnProfile(known, now);
  return found !== undefined && (found.profile === 2 || found.coerciveControl === 'yes');
}

/** P4: everyone who used violence in a fact that holds. A role in events, never an attribute of a person. */
export const users = question((known: Known, now: Moment): ReadonlySet<PersonId> => {
  const found = new Set<PersonId>();
  for (const fact of violentFacts(known))
    if (now.reached(fact.from)) {
      if (fact.type === 'AgreementBroken') found.add(fact.data.by);
      else for (const person of fact.data.by) found.add(person);
    }
  return found;
});
