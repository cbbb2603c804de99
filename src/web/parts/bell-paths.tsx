import type { FamilyDetail } from '../../read/views.ts';
import { absenceReasons, matrixWords } from '../words/coverage.ts';
import { familyWords } from '../words/family.ts';
import type { Text } from '../words/lang.ts';
import { spokenList } from '../words/speech.ts';
import { coverStates } from '../words/states.ts';
import type { CoverProps } from './coverage.tsx';
import { EmptyState } from './empty-state.tsx';
import { agreementText } from './matrix.tsx';
import { recordLink } from './record-link.ts';
import type { Screen } from './screen.ts';
import { Table, When } from './small.tsx';

type Detail = FamilyDetail['agreements'][number];

/** Each agreement by itself: what it says, who rings whom, and what can be recorded. */
export function BellPaths(props: CoverProps) {
  const { detail, screen } = props;
  if (detail.agreements.length === 0) return null;
  return (
    <section aria-labelledby="paths">
      <h2 id="paths">{screen.say(matrixWords.paths)}</h2>
      {detail.agreements.map((agreement) => (
        <One agreement={agreement} {...props} />
      ))}
    </section>
  );
}

function One({ agreement, status, screen, isLive, reasonsOf }: CoverProps & { readonly agreement: Detail }) {
  const { say, name, lang } = screen;
  const names = (ids: readonly string[]) => spokenList(ids.map(name), lang);
  return (
    <article id={`agreement-${agreement.agreement}`}>
      <h3>
        {say(matrixWords.agreement)} {agreement.agreement}: {agreementText(agreement, reasonsOf, screen)}
      </h3>
      <p>
        {say(matrixWords.who(name(agreement.actor)))} {say(matrixWords.protects(names(agreement.protects)))}{' '}
        {say(matrixWords.needed(agreement.needed))}
      </p>
      {agreement.consentsLacking.length > 0 && (
        <p>
          <strong>{say(matrixWords.consentsLacking(names(agreement.consentsLacking)))}</strong>
        </p>
      )}
      <Path agreement={agreement} screen={screen} />
      {isLive && <Acts family={status.family} agreement={agreement.agreement} screen={screen} />}
    </article>
  );
}

function Path({ agreement, screen }: { readonly agreement: Detail; readonly screen: Screen }) {
  const { say, name } = screen;
  const { rungs, pathLacks } = agreement;
  const why = lackingIn(agreement, screen);
  const heads = [
    matrixWords.rung,
    matrixWords.rings,
    matrixWords.minutes,
    matrixWords.hours,
    matrixWords.accepted,
  ];
  return (
    <>
      {rungs.length > 0 && (
        <Table
          caption={say(matrixWords.pathCaption(agreement.agreement))}
          heads={heads}
          screen={screen}
          cards
        >
          {rungs.map((rung, index) => (
            <tr>
              <td data-label={say(matrixWords.rung)}>{index + 1}</td>
              <th scope="row">{name(rung.to)}</th>
              <td data-label={say(matrixWords.minutes)}>{say(matrixWords.minutesValue(rung.ackMinutes))}</td>
              <td data-label={say(matrixWords.hours)}>
                {say(rung.hours === '24x7' ? matrixWords.always : matrixWords.office)}
              </td>
              <td data-label={say(matrixWords.accepted)}>
                {say(rung.accepted ? familyWords.yes : familyWords.no)}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {pathLacks.length === 0 ? (
        <p>{say(matrixWords.complete)}</p>
      ) : (
        <p>
          <strong>{say(matrixWords.incomplete)}</strong> {why.map(say).join(' ')}
        </p>
      )}
    </>
  );
}

/** Each lack in a sentence that names the parties it is about. */
function lackingIn({ rungs, pathLacks }: Detail, { name, lang }: Screen): readonly Text[] {
  const named = (isMeant: (rung: Detail['rungs'][number]) => boolean) =>
    spokenList(
      rungs.filter(isMeant).map(({ to }) => name(to)),
      lang,
    );
  const words: Readonly<Record<Detail['pathLacks'][number], Text>> = {
    no_path: matrixWords.noPath,
    one_rung: matrixWords.oneRung,
    last_not_always: matrixWords.lastNotAlways,
    not_accepted: matrixWords.notAccepted(named(({ accepted }) => !accepted)),
    not_independent: matrixWords.tied(named(({ independent }) => !independent)),
  };
  return pathLacks.map((lack) => words[lack]);
}

function Acts({
  family,
  agreement,
  screen,
}: {
  readonly family: string;
  readonly agreement: string;
  readonly screen: Screen;
}) {
  const { say } = screen;
  const acts = [
    [
      matrixWords.act.invite,
      recordLink(screen, family, 'monitor-invited', { agreements: agreement, back: 'coverage' }),
    ],
    [
      matrixWords.act.checkIn,
      recordLink(screen, family, 'monitor-checked-in', { agreement, back: 'coverage' }),
    ],
    [
      matrixWords.act.pause,
      recordLink(screen, family, 'monitor-paused', { agreements: agreement, back: 'coverage' }),
    ],
    [
      matrixWords.act.path,
      recordLink(screen, family, 'escalation-path-set', { agreement, back: 'coverage' }),
    ],
  ] as const;
  return (
    <nav class="actions" aria-label={say(matrixWords.acts(agreement))}>
      <ul>
        {acts.map(([label, href]) => (
          <li>
            <a href={href}>{say(label)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Announced absences, with what they will do to the cover of each agreement. */
export function Absences({ detail, screen }: CoverProps) {
  const { say, name } = screen;
  const heads = [
    matrixWords.away,
    matrixWords.agreement,
    matrixWords.from,
    matrixWords.until,
    matrixWords.why,
    matrixWords.instead,
    matrixWords.then,
  ];
  return (
    <section>
      <h2>{say(matrixWords.absences)}</h2>
      {detail.absences.length === 0 ? (
        <EmptyState text={say(matrixWords.noAbsences)} />
      ) : (
        <>
          <p>{say(matrixWords.absencesLead)}</p>
          <Table caption={say(matrixWords.absences)} heads={heads} screen={screen} cards>
            {detail.absences.map((absence) => (
              <tr>
                <th scope="row">{name(absence.party)}</th>
                <td data-label={say(matrixWords.agreement)}>{absence.agreement}</td>
                <td data-label={say(matrixWords.from)}>
                  <When at={absence.from} screen={screen} />
                </td>
                <td data-label={say(matrixWords.until)}>
                  <When at={absence.to} screen={screen} />
                </td>
                <td data-label={say(matrixWords.why)}>{say(absenceReasons[absence.reason])}</td>
                <td data-label={say(matrixWords.instead)}>
                  {absence.standIn === null ? (
                    <strong>{say(matrixWords.nobodyInstead)}</strong>
                  ) : (
                    name(absence.standIn)
                  )}
                </td>
                <td data-label={say(matrixWords.then)}>{say(coverStates[absence.cover])}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </section>
  );
}
