import { askedOf } from '../../projections/asked.ts';
import { paperFor } from '../../projections/for-person.ts';
import { knownAt } from '../../projections/known.ts';
import { Moment } from '../../projections/moment.ts';
import { tie, visibleTo } from '../../projections/visibility.ts';
import type { Ties } from '../../projections/visibility.ts';
import type { FamilyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Policy } from '../domain/parameters.ts';
import type { Stored } from '../log/log.ts';
import { namesIn } from './names.ts';
import type { Opening } from './names.ts';
import type { Views } from './views.ts';

interface Sources {
  readonly recordsOf: (family: FamilyId) => readonly Stored[];
  readonly policy: Policy;
  readonly opening: Opening;
}

/** Answers for who may not know everything. Nothing is kept of them: what was made for one is never shown to another. */
export function seenBy({
  recordsOf,
  policy,
  opening,
}: Sources): Pick<Views, 'ties' | 'asked' | 'paperFor' | 'namesFor'> {
  const ties = tiesIn(recordsOf);
  /** What was known at an instant to somebody who is shown no more than each of these persons. */
  const known = (family: FamilyId, persons: readonly string[], instant: Instant) => {
    const records = recordsOf(family).map(({ record }) => record);
    const recorded = records.filter(({ recordedAt }) => recordedAt <= instant);
    return knownAt(visibleTo(persons, recorded), instant, policy.parameters);
  };
  return {
    ties,
    asked: (family, party, at) => askedOf(known(family, ties(family, party), at), new Moment(at), party),
    paperFor: (family, person, at) => paperFor(known(family, [person], at), new Moment(at), person),
    namesFor: (family, person, at) => namesIn(known(family, [person], at), opening),
  };
}

/** With whom parties live or are linked, gathered per family as far as its records were looked at. */
function tiesIn(recordsOf: Sources['recordsOf']): Views['ties'] {
  const gathered = new Map<FamilyId, { ties: Ties; looked: number }>();
  return (family, party) => {
    const records = recordsOf(family);
    const own = gathered.get(family) ?? { ties: new Map<string, Set<string>>(), looked: 0 };
    for (; own.looked < records.length; own.looked++) {
      const record = records[own.looked]?.record;
      if (record?.type === 'PartyInvolved') tie(own.ties, record);
    }
    gathered.set(family, own);
    return [...(own.ties.get(party) ?? [])];
  };
}
