import type { FamilyId, PartyId } from '../domain/ids.ts';
import type { DemoId } from './demo-people.ts';
import type { HeldRelation, WorkingRelations } from './relations.ts';

/** What the working relations of invented people rest on. */
interface InventedFamilies {
  /** The first ones are the most telling. */
  readonly families: readonly FamilyId[];
  /** The party that stays with the family; the team where nobody does. */
  readonly longTermProfessional: (family: FamilyId) => PartyId;
  readonly team: PartyId;
}

const ofFirstMonitor = 12;
const ofSecondMonitor = 10;
const ofNorth = 60;

/** Lets the invented people work with invented families. */
export function giveDemoRelations(relations: WorkingRelations, told: InventedFamilies): void {
  const { families, longTermProfessional, team } = told;
  const give = (ground: HeldRelation['ground'], holder: string, family: FamilyId, party: PartyId) =>
    relations.give({ ground, holder, family, party, givenBy: 'waakvlam', why: 'invented' });
  const monitors: readonly [DemoId, readonly FamilyId[]][] = [
    ['demo-monitor-1', families.slice(0, ofFirstMonitor)],
    ['demo-monitor-2', families.slice(ofFirstMonitor, ofFirstMonitor + ofSecondMonitor)],
  ];
  for (const [account, own] of monitors)
    for (const family of own) give('own', account, family, longTermProfessional(family));
  for (const [index, family] of families.entries())
    give('team', index < ofNorth ? 'noord' : 'zuid', family, team);
}
