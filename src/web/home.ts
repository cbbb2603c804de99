import { professionals } from '../access/visitor.ts';
import type { Role, Visitor } from '../access/visitor.ts';
import type { PathName } from './paths.ts';
import type { Web } from './web.ts';

/** Where those begin who open no families. */
const offices = [
  ['administrator', 'people'],
  ['auditor', 'audit'],
  ['researcher', 'research'],
  ['policy', 'policy'],
] as const satisfies readonly (readonly [Role, PathName])[];

/** Where the day begins, by role; who has two roles begins with the families. */
export function homeOf(
  { relations, emergencies }: Pick<Web, 'relations' | 'emergencies'>,
  visitor: Visitor,
): PathName {
  if (visitor.kind !== 'person') return 'login';
  const { account } = visitor;
  if (!professionals.some((role) => account.roles.includes(role)))
    return offices.find(([role]) => account.roles.includes(role))?.[1] ?? 'help';
  const held = relations.heldBy(account);
  const own = held.families().filter((family) => held.of(family)?.ground !== 'emergency');
  const news = emergencies.unseen(account.id, own);
  return news.length > 0 ? 'notices' : 'queue';
}
