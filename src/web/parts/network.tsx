import type { FamilyDetail, FamilyStatus } from '../../read/views.ts';
import { continuityWords } from '../words/family.ts';
import { levelWords, networkWords, supportWords } from '../words/relapse.ts';
import { spokenDay, spokenList } from '../words/speech.ts';
import { DataList } from './data-list.tsx';
import { EmptyState } from './empty-state.tsx';
import { recordLink } from './record-link.ts';
import { RingsDrawing } from './rings.tsx';
import type { Screen } from './screen.ts';
import { Table, When } from './small.tsx';

interface Props {
  readonly status: FamilyStatus;
  readonly detail: FamilyDetail;
  readonly screen: Screen;
  readonly isLive: boolean;
}

/** For each member of the family who stands close, ring by ring, and whether they can carry it. */
export function Network({ status: { family }, detail, screen, isLive }: Props) {
  const { say, name } = screen;
  return (
    <section aria-labelledby="network">
      <h2 id="network">{say(networkWords.title)}</h2>
      {detail.members.map((person) => {
        const own = detail.supporters.filter((each) => each.person === person);
        const form = isLive
          ? recordLink(screen, family, 'support-person-named', { person, back: 'family' })
          : null;
        return (
          <article>
            <h3>{say(networkWords.of(name(person)))}</h3>
            {own.length === 0 ? (
              <EmptyState text={say(networkWords.none(name(person)))} />
            ) : (
              <Rings person={person} supporters={own} screen={screen} />
            )}
            {form !== null && (
              <p>
                <a href={form}>
                  {say(networkWords.name)} {say(networkWords.for(name(person)))}
                </a>
              </p>
            )}
          </article>
        );
      })}
    </section>
  );
}

function Rings({
  person,
  supporters,
  screen,
}: {
  readonly person: string;
  readonly supporters: FamilyDetail['supporters'];
  readonly screen: Screen;
}) {
  const { say, name, lang } = screen;
  const heads = [
    networkWords.supporter,
    networkWords.ring,
    networkWords.level,
    networkWords.support,
    networkWords.load,
    networkWords.review,
  ];
  return (
    <div class="rings-and-list">
      <RingsDrawing person={person} supporters={supporters} screen={screen} />
      <Table caption={say(networkWords.of(name(person)))} heads={heads} screen={screen} cards>
        {supporters.map(({ ring, supporter, level, support, overloaded, reviewFrom }) => (
          <tr>
            <th scope="row">{name(supporter)}</th>
            <td data-label={say(networkWords.ring)}>{say(networkWords.ringValue(ring))}</td>
            <td data-label={say(networkWords.level)}>{say(levelWords[level])}</td>
            <td data-label={say(networkWords.support)}>
              {spokenList(
                support.map((each) => say(supportWords[each])),
                lang,
              )}
            </td>
            <td data-label={say(networkWords.load)}>
              {overloaded === 'yes' ? (
                <strong>{say(networkWords.overloaded.yes)}</strong>
              ) : (
                say(networkWords.overloaded[overloaded])
              )}
            </td>
            <td data-label={say(networkWords.review)}>
              {reviewFrom === null ? say(networkWords.noReview) : <When at={reviewFrom} screen={screen} />}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

/** Who stays with the family for years, and who takes over. */
export function Continuity({ status: { family, continuity }, detail, screen, isLive }: Props) {
  const { say, name, lang } = screen;
  const { professional, deputy, lastContact, contactDue } = continuity;
  const { lastProfessional, leave } = detail;
  const form = isLive
    ? recordLink(screen, family, professional === null ? 'long-term-professional-assigned' : 'contact-held', {
        back: 'family',
      })
    : null;
  const instant = (text: string | null) =>
    text === null ? say(continuityWords.never) : <When at={text} screen={screen} />;
  return (
    <section aria-labelledby="continuity">
      <h2 id="continuity">{say(continuityWords.title)}</h2>
      <DataList
        items={[
          {
            term: say(continuityWords.professional),
            value:
              professional === null ? (
                <>
                  <strong>{say(continuityWords.nobody)}</strong>
                  {lastProfessional !== null && `. ${say(networkWords.was(name(lastProfessional)))}`}
                </>
              ) : (
                name(professional)
              ),
          },
          {
            term: say(continuityWords.deputy),
            value: deputy === null ? <strong>{say(continuityWords.nobody)}</strong> : name(deputy),
          },
          { term: say(continuityWords.last), value: instant(lastContact) },
          {
            term: say(continuityWords.due),
            value: contactDue === null ? '-' : <When at={contactDue} screen={screen} />,
          },
        ]}
      />
      {leave !== null && professional !== null && (
        <p>
          <strong>{say(networkWords.lastDay(spokenDay(leave.lastDay, lang)))}</strong>{' '}
          {say(
            leave.successor === null
              ? networkWords.noSuccessor
              : networkWords.successor(name(leave.successor)),
          )}
        </p>
      )}
      {form !== null && (
        <p>
          <a href={form}>{say(professional === null ? networkWords.assign : networkWords.contact)}</a>
        </p>
      )}
    </section>
  );
}
