import type { Relations } from '../../access/visitor.ts';
import { Status } from '../../domain/vocabulary.ts';
import type { FilterName } from '../family-filter.ts';
import { countOf } from '../family-list.ts';
import type { FamilyList } from '../family-list.ts';
import type { Query } from '../query.ts';
import { alarmRules, alarmText } from '../words/alarms.ts';
import { familiesWords } from '../words/families.ts';
import { statusNames } from '../words/states.ts';
import type { Text } from '../words/lang.ts';
import type { Screen } from './screen.ts';

interface Props {
  readonly list: FamilyList;
  readonly relations: Relations;
  readonly whose: string | undefined;
  readonly screen: Screen;
}

interface Total {
  readonly choice: Query<FilterName>;
  readonly words: Text;
}

const totals: readonly Total[] = [
  ...Status.options.map((status) => ({ choice: { status }, words: lower(statusNames[status]) })),
  { choice: { urgency: 'acute' }, words: familiesWords.acute },
  { choice: { urgency: 'urgent' }, words: familiesWords.urgent },
  { choice: { help: 'open' }, words: familiesWords.help },
  { choice: { help: 'breach' }, words: familiesWords.breach },
  { choice: { quiet: 'any' }, words: familiesWords.quiet },
  { choice: { contact: 'late' }, words: familiesWords.contactLate },
  { choice: { contact: '7' }, words: familiesWords.contactSoon },
  { choice: { changed: '7' }, words: familiesWords.changed },
  { choice: { soon: '7' }, words: familiesWords.soon },
  { choice: { help: 'raise' }, words: familiesWords.raise },
];

const byRule: readonly Total[] = alarmRules.map((alarm) => ({ choice: { alarm }, words: alarmText(alarm) }));

function lower({ nl, en }: Text): Text {
  return { nl: nl.toLowerCase(), en: en.toLowerCase() };
}

/** Each number is a link to the families that it counts. */
export function FamilyTotals({ list, relations, whose, screen }: Props) {
  const { say, link } = screen;
  const one = ({ choice, words }: Total) => {
    const count = countOf(list, relations, choice);
    const values = { whose, ...choice };
    return (
      <li>
        {count === 0 ? (
          <>
            <span class="count">0</span> {say(words)}
          </>
        ) : (
          <a href={link('families', values)}>
            <span class="count">{count}</span> {say(words)}
          </a>
        )}
      </li>
    );
  };
  const alarming = byRule.filter(({ choice }) => countOf(list, relations, choice) > 0);
  return (
    <section aria-labelledby="totals">
      <h2 id="totals">{say(familiesWords.totals)}</h2>
      <ul class="totals">
        <li>
          <a href={link('families', { whose })}>{say(familiesWords.allOf(list.all.length))}</a>
        </li>
        {totals.map(one)}
      </ul>
      {alarming.length > 0 && (
        <details>
          <summary>{say(familiesWords.byRule)}</summary>
          <ul class="totals">{alarming.map(one)}</ul>
        </details>
      )}
    </section>
  );
}
