import { parseInstant } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import type { Accounts } from './accounts.ts';
import { demoPassword, demoPeople } from './demo-people.ts';
import { fits, fitsNobody } from './passwords.ts';
import { followUsers } from './users-file.ts';
import type { LocalPerson } from './users-file.ts';
import type { Account } from './visitor.ts';

/** Everybody who may use this installation, from wherever it knows them. */
export interface People {
  /** As things stand now; nobody if the account is gone, or its password was changed after `since`. */
  find(id: string, since: Instant): Account | undefined;
  /** The account if the password fits, else null; an account that does not exist costs the same time. */
  recognise(id: string, password: string): Promise<Account | null>;
  /** Those who sign in with one click. */
  demo(): readonly Account[];
  /** Everybody, with the last sign-in where an organisation told of it. */
  all(): readonly KnownAccount[];
  /** Whether accounts with a password exist. */
  hasLocal(): boolean;
}

export interface KnownAccount {
  readonly account: Account;
  readonly from: 'organisation' | 'local' | 'invented';
  readonly lastSignIn?: Instant;
}

interface Sources {
  /** The data folder. */
  readonly folder: string;
  readonly accounts: Accounts;
  /** Local people are for one machine; where an identity provider knows who somebody is they are refused. */
  readonly allowsLocal: boolean;
  readonly isInvented: () => boolean;
}

/** @throws LogUnavailable if `users.json` cannot be understood. */
export function peopleOf({ folder, accounts, allowsLocal, isInvented }: Sources): People {
  const users = allowsLocal ? followUsers(folder) : () => new Map<string, LocalPerson>();
  const demo = (): readonly Account[] => (allowsLocal && isInvented() ? demoPeople : []);

  return {
    find(id, since) {
      if (id.startsWith('oidc-')) return accounts.find(id);
      const local = users().get(id);
      if (local === undefined) return demo().find((person) => person.id === id);
      const changedAt = parseInstant(local.changedAt);
      return changedAt !== null && changedAt <= since ? accountOf(local) : undefined;
    },
    async recognise(id, password) {
      const invented = demo().find((person) => person.id === id);
      if (invented) return password === demoPassword ? invented : null;
      const local = users().get(id);
      if (local === undefined) return await fitsNobody(password);
      return (await fits(password, local.password)) ? accountOf(local) : null;
    },
    demo,
    all: () => [
      ...[...users().values()].map((person) => ({ account: accountOf(person), from: 'local' as const })),
      ...demo().map((account) => ({ account, from: 'invented' as const })),
      ...accounts
        .all()
        .map(({ account, at }) => ({ account, from: 'organisation' as const, lastSignIn: at })),
    ],
    hasLocal: () => users().size > 0,
  };
}

const accountOf = ({ id, name, roles, team }: LocalPerson): Account => ({
  id,
  name,
  roles,
  ...(team !== undefined && { team }),
});
