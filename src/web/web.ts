import type { Logger } from 'pino';
import type { Drafts } from '../access/drafts.ts';
import type { Meetings } from '../access/meetings.ts';
import type { Accounts } from '../access/accounts.ts';
import type { Office } from '../access/office.ts';
import type { People } from '../access/people.ts';
import type { Sessions } from '../access/sessions.ts';
import type { Links } from '../access/links.ts';
import type { Emergencies, EmergencyOpening } from '../access/emergency.ts';
import type { Journal } from '../access/journal.ts';
import type { WorkingRelations } from '../access/relations.ts';
import type { SavedViews } from '../access/saved-views.ts';
import type { FamilyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Views } from '../read/views.ts';
import type { Handle } from '../write/handle.ts';
import type { Invented } from './invented.ts';
import type { Live } from './live.ts';
import type { Results } from './results/folder.ts';
import type { PathName } from './paths.ts';
import type { Provider } from './provider.ts';
import type { Site } from './site.ts';

/** Everything that routes may use. */
export interface Web {
  readonly views: Views;
  readonly handle: Handle;
  readonly relations: WorkingRelations;
  readonly journal: Journal;
  readonly links: Links;
  /** How long a personal link lasts, in days. */
  readonly linkDays: number;
  readonly emergencies: Emergencies;
  /** Seals and opens what was written beside an emergency opening. */
  readonly notes: Notes;
  readonly now: () => Instant;
  readonly invented: Invented;
  readonly live: Live;
  readonly results: Results;
  readonly meetings: Meetings;
  readonly drafts: Drafts;
  readonly saved: SavedViews;
  /** A name that was never given before, for what a form or a page makes. */
  readonly newKey: () => string;
  readonly logger: Logger;
  readonly frame: FrameSettings;
  readonly office: Office;
  readonly accounts: Accounts;
  readonly people: People;
  /** Absent: nobody signs in through an organisation. */
  readonly provider: Provider | undefined;
  readonly sessions: Sessions;
  /** Who may read the figures of this node, and what they read; absent: nobody. */
  readonly operator: Operator | undefined;
  /** Told of every answer. */
  readonly answered: (request: {
    /** The name of the route, never its address. */
    readonly route: PathName | 'none';
    readonly method: string;
    readonly status: number;
    readonly seconds: number;
  }) => void;
  /** What the server was told, as the administrator may see it. */
  readonly settings: readonly Setting[];
  readonly site: Site;
}

interface Operator {
  readonly token: string;
  figures(): Promise<string>;
  readonly contentType: string;
}

export interface Setting {
  readonly name: string;
  /** Absent: it is not set. What is secret is never here. */
  readonly value?: string;
  readonly isSecret?: boolean;
}

interface Notes {
  seal(family: FamilyId, id: string, text: string): Promise<string>;
  /** Undefined if its key was destroyed. */
  open(opening: EmergencyOpening): string | undefined;
}

/** What may differ around the pages of an organisation. */
export interface FrameSettings {
  /** Where the quick way out leads. */
  readonly quickExit: string;
  /** After how many seconds untouched a page is covered. */
  readonly privacySeconds: number;
  readonly sessions: { readonly idleMs: number };
}
