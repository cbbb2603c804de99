import type { RecordOf, Recorded } from '../../domain/event.ts';
import { rightsWords } from '../words/rights.ts';
import type { Facts } from './cited.tsx';
import { recordLink } from './record-link.ts';
import type { Screen } from './screen.ts';
import { When } from './small.tsx';

type AboutResearch = RecordOf<'ResearchObjectionRecorded' | 'ResearchDisclosureRecorded'>;

interface Props {
  readonly facts: Facts;
  /** Everything recorded about the family. */
  readonly records: readonly Recorded[];
  readonly screen: Screen;
  /** Only who looks at now can take something back. */
  readonly isLive: boolean;
}

/** Who objects to research, and what was shared for it; nothing if neither was known at the viewpoint. */
export function Research({ facts, records, screen, isLive }: Props) {
  const { say, name, link } = screen;
  const { family } = facts;
  const inEffect = new Set(facts.entries.filter(({ state }) => state === 'in_effect').map(({ id }) => id));
  const found = records.filter(
    (record): record is AboutResearch => isAboutResearch(record) && inEffect.has(record.id),
  );
  if (found.length === 0) return null;
  const objections = found.filter(({ type }) => type === 'ResearchObjectionRecorded');
  return (
    <section aria-labelledby="research">
      <h2 id="research">{say(rightsWords.title)}</h2>
      <p>{say(objections.length === 0 ? rightsWords.noObjection : rightsWords.objected)}</p>
      <ul>
        {found.map((record) => (
          <li>
            <a href={link('fact', { family, id: record.id })}>
              {say(
                record.type === 'ResearchObjectionRecorded'
                  ? rightsWords.objects(name(record.data.person))
                  : rightsWords.shared(record.data.recipient, record.data.purpose),
              )}
            </a>
            , <When at={record.from} screen={screen} />
            {isLive && record.type === 'ResearchObjectionRecorded' && (
              <>
                {' '}
                <a href={link('retract', { family, id: record.id })}>
                  {say(rightsWords.takeBack(name(record.data.person)))}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      {found.length > objections.length && <p>{say(rightsWords.sharedMeans)}</p>}
      {isLive && (
        <p>
          <a href={recordLink(screen, family, 'research-objection-recorded')}>{say(rightsWords.object)}</a>
        </p>
      )}
    </section>
  );
}

const isAboutResearch = ({ type }: Recorded): boolean =>
  type === 'ResearchObjectionRecorded' || type === 'ResearchDisclosureRecorded';
