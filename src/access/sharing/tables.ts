import type { Lane } from '../../log/exchange.ts';

/**
 * How rows of two nodes become one. Each rule gives the same whichever comes first and however often, and no write here
 * takes back what the rule keeps, so all nodes that have heard the same rows hold the same. For access the narrower one
 * wins: an end, once told, is never undone by a row from before it.
 */
export interface SharedTable {
  readonly name: string;
  readonly lane: Lane;
  readonly key: readonly string[];
  /** What a column becomes, from `mine` and `excluded`; a column that is left out never changes. */
  readonly merge?: Readonly<Record<string, string>>;
  /** Rows of others are kept in this table, under the name of their node; ours are only compared. */
  readonly elsewhere?: string;
  /** Its `id` is a number that nodes draw; these tables refer to it in a column of its name. */
  readonly numbers?: readonly string[];
}

const either = (pick: 'min' | 'max', column: string) =>
  `coalesce(${pick}(mine.${column}, excluded.${column}), mine.${column}, excluded.${column})`;

/** The columns of whichever row is the later one by them, compared from left to right. */
function latest(order: readonly string[], columns: readonly string[]): Readonly<Record<string, string>> {
  const [theirs, mine] = ['excluded', 'mine'].map((row) => order.map((part) => part.replaceAll('$', row)));
  const isLater = `(${theirs?.join(', ') ?? ''}) > (${mine?.join(', ') ?? ''})`;
  return Object.fromEntries(
    columns.map((column) => [column, `iif(${isLater}, excluded.${column}, mine.${column})`]),
  );
}

export const sharedTables: readonly SharedTable[] = [
  {
    name: 'relation',
    lane: 'kept',
    key: ['id'],
    numbers: ['emergency', 'emergency_seen'],
    // The earliest end, and whose it was.
    merge: latest(['-ifnull($.until, 9000000000000000)', "ifnull($.ended_by, '')"], ['until', 'ended_by']),
  },
  { name: 'relation_end', lane: 'kept', key: ['ground', 'holder', 'family', 'at', 'ended_by'] },
  { name: 'emergency', lane: 'kept', key: ['relation'] },
  {
    name: 'emergency_seen',
    lane: 'kept',
    key: ['relation', 'account'],
    merge: { at: either('min', 'at') },
  },
  {
    name: 'link',
    lane: 'links',
    key: ['id'],
    merge: {
      ended_at: either('min', 'ended_at'),
      last_opened_at: either('max', 'last_opened_at'),
      // A right code gives new tries; of what was tried since then, the most counts.
      ...latest(['$.restored', '-$.tries_left'], ['restored', 'tries_left']),
    },
  },
  { name: 'link_end', lane: 'links', key: ['family', 'party', 'at'] },
  { name: 'link_device', lane: 'links', key: ['link', 'proof_hash'] },
  { name: 'journal', lane: 'kept', key: ['n'], elsewhere: 'journal_elsewhere' },
  {
    name: 'accounts',
    lane: 'kept',
    key: ['id'],
    // Told at the same instant, the fewest roles count.
    merge: latest(
      ['$.told_at', '-length($.roles)', '$.roles', '$.name', "ifnull($.team, '')"],
      ['name', 'roles', 'team', 'told_at'],
    ),
  },
  {
    name: 'meetings',
    lane: 'kept',
    key: ['id'],
    merge: {
      closed_at: either('min', 'closed_at'),
      ...latest(['$.changed', '$.participants', '$.agenda'], ['participants', 'agenda', 'changed']),
    },
  },
  {
    name: 'saved_views',
    lane: 'kept',
    key: ['account', 'name'],
    merge: latest(['$.saved_at', '$.query'], ['query', 'saved_at']),
  },
  {
    name: 'saved_view_gone',
    lane: 'kept',
    key: ['account', 'name'],
    merge: { at: either('max', 'at') },
  },
  {
    name: 'sessions',
    lane: 'passing',
    key: ['hash'],
    merge: {
      account: either('max', 'account'),
      began_at: either('min', 'began_at'),
      // What must come back from the identity provider is good for once.
      pending:
        latest(['$.used_at', '$.pending IS NULL', "ifnull($.pending, '')"], ['pending'])['pending'] ?? '',
      used_at: either('max', 'used_at'),
    },
  },
  { name: 'session_end', lane: 'passing', key: ['hash'], merge: { at: either('min', 'at') } },
  { name: 'sessions_end', lane: 'passing', key: ['account'], merge: { at: either('max', 'at') } },
  {
    name: 'drafts',
    lane: 'passing',
    key: ['account', 'key'],
    merge: latest(['$.kept_at', '$.sealed'], ['family', 'sealed', 'kept_at']),
  },
  { name: 'draft_gone', lane: 'passing', key: ['account', 'key'], merge: { at: either('max', 'at') } },
];
