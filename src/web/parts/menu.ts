import type { Role, Visitor } from '../../access/visitor.ts';
import type { PathName } from '../paths.ts';
import type { Text } from '../words/lang.ts';
import { officeMenu } from '../words/office.ts';
import { frame } from '../words/screens.ts';

/** A place in the menu; a page says which one it belongs to with its `part`. */
interface Item {
  readonly name: PathName;
  readonly text: Text;
  readonly roles: readonly Role[];
}

const items = [
  { name: 'queue', text: frame.queue, roles: ['monitor', 'team'] },
  { name: 'families', text: frame.families, roles: ['monitor', 'team'] },
  { name: 'meetings', text: frame.meetings, roles: ['team'] },
  { name: 'people', text: officeMenu.people, roles: ['administrator'] },
  { name: 'settings', text: officeMenu.settings, roles: ['administrator'] },
  { name: 'audit', text: officeMenu.audit, roles: ['auditor'] },
  { name: 'research', text: officeMenu.research, roles: ['researcher'] },
  { name: 'policy', text: officeMenu.policy, roles: ['policy'] },
] as const satisfies readonly Item[];

export type Part = (typeof items)[number]['name'] | 'help';

/** What a visitor finds in the menu: only what is for one of its roles. */
export function menuOf(visitor: Visitor): readonly Item[] {
  if (visitor.kind !== 'person') return [];
  const has = (role: Role) => visitor.account.roles.includes(role);
  return items.filter(({ roles }) => roles.some(has));
}
