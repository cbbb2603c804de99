import type { EmergencyOpening } from '../../access/emergency.ts';
import { outcomes } from '../../access/journal.ts';
import type { Verified } from '../../access/journal.ts';
import type { AuditQuery } from '../audit-filter.ts';
import { accessWords, emergencyReasonNames, outcomeNames } from '../words/access.ts';
import { auditWords } from '../words/office.ts';
import { EmptyState } from './empty-state.tsx';
import type { Screen } from './screen.ts';
import { When } from './small.tsx';

interface EmergenciesProps {
  readonly screen: Screen;
  readonly openings: readonly EmergencyOpening[];
  readonly most: number;
  /** The one whose explanation was asked for. */
  readonly read: { readonly relation: number; readonly note: string | undefined } | undefined;
}

/** Families that were opened without a working relation; the explanation is read one by one. */
export function Emergencies({ screen, openings, most, read }: EmergenciesProps) {
  const { say, link } = screen;
  return (
    <section aria-labelledby="emergencies">
      <h2 id="emergencies">{say(auditWords.emergencies)}</h2>
      {openings.length === 0 ? (
        <EmptyState text={say(auditWords.noEmergencies)} />
      ) : (
        <>
          <p>
            {openings.length === most && say(auditWords.latest(most))} {say(auditWords.noteLogged)}
          </p>
          <ul>
            {openings.map(({ relation, family, name, account, since, until, reason }) => (
              <li id={`opening-${relation}`}>
                <strong>{family}</strong>: {name} ({account}), <When at={since} screen={screen} />{' '}
                {say(accessWords.until)} <When at={until} screen={screen} />.{' '}
                {say(emergencyReasonNames[reason])}.{' '}
                {read?.relation === relation ? (
                  <q>{read.note ?? say(accessWords.noteGone)}</q>
                ) : (
                  <a href={link('audit', { opening: relation }, `opening-${relation}`)}>
                    {say(auditWords.note)}
                    <span class="unseen">
                      {' '}
                      {family}, <When at={since} screen={screen} />
                    </span>
                  </a>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface ChainProps {
  readonly screen: Screen;
  readonly verified: Verified;
  /** Copies of the chains of other nodes. */
  readonly others: readonly (Verified & { readonly node: string })[];
}

/** Whether a row was changed or taken away. */
export function Chain({ screen, verified, others }: ChainProps) {
  const { say } = screen;
  const broken = others.filter((chain) => chain.kind === 'broken');
  return (
    <section aria-labelledby="chain">
      <h2 id="chain">{say(auditWords.chain)}</h2>
      {verified.kind === 'broken' ? (
        <p class="note">
          <strong>{say(auditWords.broken(verified.at))}</strong>
        </p>
      ) : (
        <>
          <p>{say(auditWords.whole(verified.rows))}</p>
          <p>
            {say(auditWords.last)} <code>{verified.last}</code>
          </p>
          <p>{say(auditWords.keep)}</p>
        </>
      )}
      {others.length > 0 && broken.length === 0 && <p>{say(auditWords.othersWhole(others.length))}</p>}
      {broken.map(({ node, at }) => (
        <p class="note">
          <strong>{say(auditWords.otherBroken(node, at))}</strong>
        </p>
      ))}
    </section>
  );
}

const fields = ['person', 'family', 'from', 'until'] as const;

export function AuditFilters({ screen, query }: { readonly screen: Screen; readonly query: AuditQuery }) {
  const { say, link, lang } = screen;
  return (
    <form
      class="filters"
      role="search"
      aria-label={say(auditWords.filter)}
      action={link('audit').split('?')[0]}
      method="get"
    >
      {lang !== 'nl' && <input type="hidden" name="lang" value={lang} />}
      {fields.map((name) => (
        <p>
          <label for={name}>{say(auditWords[name])}</label>
          <input id={name} name={name} value={query[name] ?? ''} maxLength={64} autocomplete="off" />
        </p>
      ))}
      <p>
        <label for="outcome">{say(auditWords.outcome)}</label>
        <select id="outcome" name="outcome">
          <option value="">{say(auditWords.any)}</option>
          {outcomes.map((outcome) => (
            <option value={outcome} selected={query.outcome === outcome}>
              {say(outcomeNames[outcome])}
            </option>
          ))}
        </select>
      </p>
      <p>
        <input
          id="emergency"
          name="emergency"
          type="checkbox"
          value="yes"
          checked={query.emergency === 'yes'}
        />{' '}
        <label for="emergency">{say(auditWords.emergencyOnly)}</label>
      </p>
      <p class="send">
        <button class="utrecht-button utrecht-button--primary-action" type="submit">
          {say(auditWords.go)}
        </button>{' '}
        <a href={link('audit')}>{say(auditWords.clear)}</a>
      </p>
    </form>
  );
}
