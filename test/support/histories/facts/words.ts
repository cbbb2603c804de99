import { dayOf } from '../../../../src/domain/calendar.ts';
import type { Instant } from '../../../../src/domain/instant.ts';
import { father, mother } from '../cast.ts';
import type { Chance } from '../chance.ts';
import { term, when } from '../times.ts';

/** Words that facts of several kinds share. */

export type Data = Record<string, unknown>;
export interface Scene {
  readonly chance: Chance;
  readonly at: Instant;
  /** What was written before, to refer to. */
  readonly events: readonly { readonly id: string; readonly type: string }[];
}
export type Say = (scene: Scene) => Data;

export const tri = (chance: Chance) => chance.pick(['yes', 'no', 'unknown']);
export const mostlyNo = (chance: Chance) => chance.pick(['no', 'no', 'no', 'no', 'yes', 'unknown']);
export const optional = (chance: Chance, fields: Data, probability = 0.5): Data =>
  chance.happens(probability) ? fields : {};
export const soon = (scene: Scene) => term(scene.chance)(scene.at);
export const soonWhen = (scene: Scene) => when(scene.chance, soon(scene));
export const soonDay = (scene: Scene) => dayOf(soon(scene));
export const answers = (chance: Chance) => ({
  stillSafe: chance.pick(['yes', 'yes', 'no', 'unknown']),
  basicConditions: chance.pick(['yes', 'yes', 'no', 'unknown']),
  helpNeeded: chance.pick(['no', 'no', 'yes', 'unknown']),
});
export const urgency = (chance: Chance) => chance.pick(['acute', 'urgent', 'urgent', 'early']);
export const judges = (chance: Chance) =>
  chance.pick([['party:team', 'party:vt'], ['party:team'], ['party:vt', 'party:jgz', 'party:team']]);
export const factor = (chance: Chance) =>
  chance.pick([
    { factor: 'addiction', person: father },
    { factor: 'debt' },
    { factor: 'debt', person: mother },
  ]);
export const idOf = (scene: Scene, wanted: (type: string) => boolean) => {
  const found = scene.events.filter(({ type }) => wanted(type));
  return found.length === 0 || scene.chance.happens(0.05)
    ? 'nobody-knows'
    : scene.chance.pick(found.slice(-6)).id;
};
const triggering = new Set([
  'IncidentRecorded',
  'ViolencePatternRecorded',
  'RelapseSignalObserved',
  'BellRung',
  'AgreementBroken',
  'ContactHeld',
  'FamilyVoiceRecorded',
  'FactorReassessed',
  'FamilyReported',
  'StressorRecorded',
]);

/** What may become a candidate. */
export const isTriggering = (type: string): boolean => triggering.has(type);
