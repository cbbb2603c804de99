import type { AskedPerson } from '../../read/views.ts';
import type { Text } from '../words/lang.ts';
import { personLabels } from '../words/watcher.ts';

/** How somebody is told apart without a name: by age among the children, by number else. */
export function labelOf({ role, place, of, isByAge }: AskedPerson): Text {
  const kind = role === 'child' || role === 'unborn_child' || role === 'unrecorded' ? role : 'adult';
  if (of === 1) return personLabels.one[kind];
  if (kind !== 'child' || !isByAge) return personLabels.numbered[kind](place);
  if (place === 1) return personLabels.oldest;
  return place === of ? personLabels.youngest : personLabels.nth(place);
}
