import { isIPv4 } from 'node:net';
import type { Request } from 'express';
import type { Access } from '../access/journal.ts';
import { professionals } from '../access/visitor.ts';
import type { Person, Relation, Role } from '../access/visitor.ts';
import { FamilyId } from '../domain/ids.ts';
import type { Answer, Showing } from './answer.ts';
import type { PathName } from './paths.ts';
import type { Purpose, Visit } from './route.ts';
import type { Web } from './web.ts';

export interface Opened {
  readonly family: FamilyId;
  readonly relation: Relation;
}

export interface AccessLogger {
  opened(purpose: Purpose, families: readonly Opened[], event?: Access['event']): void;
  /** By somebody who opens no families, in that role: about one family, or about none. */
  noted(role: Role, purpose: Purpose, family?: FamilyId): void;
  refused(purpose?: Purpose, family?: FamilyId): void;
  /** It was let in, and then it went wrong: what was sent is not certain. */
  failed(purpose: Purpose, opened: Opened): void;
}

/** Writes down what one visitor does with one request. */
export function logger(
  { journal, now }: Pick<Web, 'journal' | 'now'>,
  request: Request,
  route: PathName,
  { account, session = '' }: Person,
): AccessLogger {
  const event = request.method === 'POST' ? 'write' : 'read';
  const row = (purpose: Purpose | '', outcome: Access['outcome'], opened?: Partial<Opened>): Access => ({
    at: now(),
    event,
    route,
    ...(opened?.family !== undefined && { family: opened.family }),
    user: account.id,
    name: account.name,
    responsible: account.id,
    role: roleIn(account.roles, opened?.relation),
    purpose,
    ground: opened?.relation?.ground ?? '',
    outcome,
    address: networkOf(request.ip),
    session,
  });
  return {
    opened(purpose, families, as = event) {
      journal.write(families.map((opened) => ({ ...row(purpose, 'granted', opened), event: as })));
    },
    noted(role, purpose, family) {
      journal.write([{ ...row(purpose, 'granted', family === undefined ? {} : { family }), role }]);
    },
    refused(purpose, family) {
      journal.write([row(purpose ?? '', 'refused', family === undefined ? {} : { family })]);
    },
    failed(purpose, opened) {
      journal.write([row(purpose, 'failed', opened)]);
    },
  };
}

/** Families of which a list shows something: each is an opening, on disk before the list leaves. */
export function noteShown(
  web: Pick<Web, 'journal' | 'now'>,
  request: Request,
  route: PathName,
  visit: Visit,
  answer: Answer | Showing,
): void {
  if (!('shows' in answer) || visit.visitor.kind !== 'person' || !('relations' in visit)) return;
  const families = [...new Set(answer.shows)].map((shown): Opened => {
    const family = FamilyId.parse(shown);
    const relation = visit.relations.of(family);
    if (!relation) throw new Error('a list shows a family that its reader may not open');
    return { family, relation };
  });
  logger(web, request, route, visit.visitor).opened('care', families, 'list');
}

/** In which of their roles a person opened it. */
function roleIn(roles: readonly Role[], relation: Relation | undefined): Role | '' {
  if (relation?.ground === 'team') return 'team';
  return professionals.find((role) => roles.includes(role)) ?? roles[0] ?? '';
}

/** The network, not the machine: /24 of the fourth version of the protocol, /48 of the sixth. */
export function networkOf(address = ''): string {
  const plain = address.replace(/^::ffff:/, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  const [groups = ''] = plain.split('::');
  return plain === '' ? '' : `${groups.split(':').slice(0, 3).join(':')}::/48`;
}
