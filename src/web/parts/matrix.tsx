import type { FamilyDetail, FamilyStatus } from '../../read/views.ts';
import { matrixWords, resultWords } from '../words/coverage.ts';
import { coverageWords } from '../words/family.ts';
import type { Text } from '../words/lang.ts';
import { actions } from '../words/record-choices.ts';
import { spokenDay, spokenList } from '../words/speech.ts';
import { coverStates, monitorStates, partyKinds } from '../words/states.ts';
import type { CoverProps } from './coverage.tsx';
import { EmptyState } from './empty-state.tsx';
import type { Screen } from './screen.ts';

type Detail = FamilyDetail['agreements'][number];
type Agreement = FamilyStatus['coverage']['agreements'][number];

/** Agreements by parties; on a narrow screen each agreement is a card with its parties. */
export function Matrix(props: CoverProps) {
  const { status, screen } = props;
  const { say, name } = screen;
  const { agreements } = status.coverage;
  const parties = [
    ...new Set(agreements.flatMap(({ monitors }) => monitors.map(({ party }) => party))),
  ].sort();
  const caption = say(matrixWords.caption);
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">{say(matrixWords.title)}</h2>
      {agreements.length === 0 ? (
        <EmptyState text={say(coverageWords.none)} />
      ) : (
        <div class="scroll cards matrix" role="region" aria-label={caption} tabIndex={0}>
          <table class="utrecht-table utrecht-table--html-table">
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{say(matrixWords.agreement)}</th>
                {parties.map((party) => (
                  <th scope="col">
                    {name(party)} <Kind party={party} agreements={agreements} screen={screen} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {agreements.map((agreement) => (
                <Row agreement={agreement} parties={parties} {...props} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Kind({
  party,
  agreements,
  screen,
}: {
  readonly party: string;
  readonly agreements: readonly Agreement[];
  readonly screen: Screen;
}) {
  const found = agreements.flatMap(({ monitors }) => monitors).find((each) => each.party === party);
  return found ? <span class="role">({screen.say(partyKinds[found.kind])})</span> : null;
}

function Row({
  agreement,
  parties,
  ...props
}: CoverProps & { readonly agreement: Agreement; readonly parties: readonly string[] }) {
  const { detail, screen } = props;
  const { say, name } = screen;
  const more = detail.agreements.find((each) => each.agreement === agreement.agreement);
  return (
    <tr>
      <th scope="row">
        <a href={`#agreement-${agreement.agreement}`}>{agreement.agreement}</a>
        {more && `: ${agreementText(more, props.reasonsOf, screen)}`}
        <br />
        <span class={`cover-${agreement.state}`}>{say(coverStates[agreement.state])}</span>
        {agreement.critical && `, ${say(coverageWords.critical)}`}
      </th>
      {parties.map((party) => (
        <td data-label={name(party)}>
          <Cell agreement={agreement} detail={more} party={party} screen={screen} />
        </td>
      ))}
    </tr>
  );
}

/** In the words of those who made it; else what was chosen when it was recorded. */
export function agreementText(
  { event, action }: Detail,
  reasonsOf: (event: string) => string | undefined,
  { say }: Screen,
): string {
  const known = (actions as Readonly<Record<string, Text>>)[action];
  return reasonsOf(event) ?? (known ? say(known) : action.replaceAll(/[_-]/g, ' '));
}

interface CellProps {
  readonly agreement: Agreement;
  readonly detail: Detail | undefined;
  readonly party: string;
  readonly screen: Screen;
}

/** What one party does for one agreement: its state, whom it saw last and when, and when it is expected. */
function Cell({ agreement, detail, party, screen }: CellProps) {
  const { say, lang } = screen;
  const monitor = agreement.monitors.find((each) => each.party === party);
  if (!monitor) return <span class="hint">{say(matrixWords.notAskedHere)}</span>;
  const more = detail?.monitors.find((each) => each.party === party);
  return (
    <div class={`monitor monitor-${monitor.state}`}>
      <strong>{say(monitorStates[monitor.state])}</strong>
      <ul class="plain">
        {more?.standIn != null && <li>{say(matrixWords.standIn(screen.name(more.standIn)))}</li>}
        <li>{more?.last ? <Seen last={more.last} screen={screen} /> : say(matrixWords.never)}</li>
        {monitor.due !== null && <li>{say(matrixWords.due(spokenDay(monitor.due, lang)))}</li>}
        {!monitor.independent && <li>{say(matrixWords.notIndependent)}</li>}
      </ul>
    </div>
  );
}

/** `laatst op 7 januari 2025: afspraak nagekomen, zag Sam, kind alleen gezien`. */
function Seen({
  last,
  screen,
}: {
  readonly last: NonNullable<Detail['monitors'][number]['last']>;
  readonly screen: Screen;
}) {
  const { say, name, lang } = screen;
  const parts = [
    resultWords[last.result],
    last.personsSeen.length === 0
      ? matrixWords.sawNobody
      : matrixWords.saw(spokenList(last.personsSeen.map(name), lang)),
    ...(last.childAlone ? [matrixWords.childAlone] : []),
    ...(last.joint ? [matrixWords.joint] : []),
  ];
  return (
    <>
      {say(matrixWords.last(spokenDay(last.at, lang)))}: {parts.map(say).join(', ')}
    </>
  );
}
