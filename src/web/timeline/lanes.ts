import type { Role } from '../../domain/family.ts';
import type { Recorded } from '../../domain/event.ts';
import { isPerson } from '../../domain/ids.ts';
import type { TimelineFact } from './facts.ts';
import { wholeFamily } from './subjects.ts';

/** A lane for the family, for every person and for every party that the known facts are about. */
export interface Lane {
  readonly id: string;
  readonly kind: 'family' | 'person' | 'party';
  readonly role?: Role;
}

const roleOrder: readonly (Role | undefined)[] = [
  'child',
  'unborn_child',
  'parent',
  'partner',
  'ex_partner',
  'other_adult',
  undefined,
];

/** The family, then children, then adults, then parties. */
export function lanesIn(facts: readonly TimelineFact[]): readonly Lane[] {
  const roles = rolesIn(facts.map(({ record }) => record));
  const ids = new Set<string>([wholeFamily]);
  for (const { lanes } of facts) for (const id of lanes) ids.add(id);
  return [...ids].map((id) => laneOf(id, roles.get(id))).sort(inOrder);
}

function laneOf(id: string, role: Role | undefined): Lane {
  if (id === wholeFamily) return { id, kind: 'family' };
  return isPerson(id) ? { id, kind: 'person', ...(role && { role }) } : { id, kind: 'party' };
}

function rolesIn(records: readonly Recorded[]): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  for (const record of records)
    if (record.type === 'PersonJoined') roles.set(record.data.person, record.data.role);
  return roles;
}

const kindOrder = ['family', 'person', 'party'];

const inOrder = (a: Lane, b: Lane): number =>
  kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
  roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role) ||
  (a.id < b.id ? -1 : 1);
