import { Status, Urgency } from '../../domain/vocabulary.ts';
import { sorts } from '../family-filter.ts';
import type { ListQuery } from '../family-list.ts';
import { alarmRules, alarmText } from '../words/alarms.ts';
import { familiesWords } from '../words/families.ts';
import { statusNames, urgencyNames } from '../words/states.ts';
import type { Text } from '../words/lang.ts';
import type { Screen } from './screen.ts';

interface Props {
  readonly query: ListQuery;
  readonly hasFilter: boolean;
  readonly screen: Screen;
}

interface Choice {
  readonly name: Exclude<keyof ListQuery, 'q' | 'cursor'>;
  readonly label: Text;
  readonly options: readonly (readonly [value: string, label: Text])[];
}

const inDays = [7, 14, 30].map((count) => [String(count), familiesWords.inDays(count)] as const);

const choices: readonly Choice[] = [
  {
    name: 'status',
    label: familiesWords.status,
    options: Status.options.map((status) => [status, statusNames[status]]),
  },
  {
    name: 'urgency',
    label: familiesWords.urgency,
    options: Urgency.options.map((urgency) => [urgency, urgencyNames[urgency]]),
  },
  { name: 'alarm', label: familiesWords.rule, options: alarmRules.map((rule) => [rule, alarmText(rule)]) },
  {
    name: 'quiet',
    label: familiesWords.quietFilter,
    options: [
      ['any', familiesWords.quietAny],
      ['silent', familiesWords.silent],
      ['overdue', familiesWords.overdue],
    ],
  },
  {
    name: 'help',
    label: familiesWords.helpFilter,
    options: [
      ['open', familiesWords.helpOpen],
      ['breach', familiesWords.helpBreach],
      ['not-guaranteed', familiesWords.notGuaranteed],
      ['raise', familiesWords.helpRaise],
    ],
  },
  { name: 'contact', label: familiesWords.contact, options: [['late', familiesWords.late], ...inDays] },
  { name: 'changed', label: familiesWords.changedIn, options: inDays },
  { name: 'soon', label: familiesWords.soonIn, options: inDays },
  {
    name: 'whose',
    label: familiesWords.whose,
    options: [
      ['own', familiesWords.own],
      ['team', familiesWords.team],
      ['emergency', familiesWords.emergency],
    ],
  },
];

/** A form that only changes the address, so that every choice can be kept and sent as a link. */
export function FamilyFilters({ query, hasFilter, screen }: Props) {
  const { say, link, lang } = screen;
  return (
    <section aria-labelledby="choose">
      <h2 id="choose">{say(familiesWords.filter)}</h2>
      <form class="filters" role="search" action={link('families').split('?')[0]} method="get">
        {lang !== 'nl' && <input type="hidden" name="lang" value={lang} />}
        <p>
          <label for="q">{say(familiesWords.search)}</label>
          <input id="q" name="q" value={query.q ?? ''} maxLength={64} autocomplete="off" />
        </p>
        {choices.map(({ name, label, options }) => (
          <p>
            <label for={name}>{say(label)}</label>
            <select id={name} name={name}>
              <option value="">{say(familiesWords.any)}</option>
              {withOther(options, query[name]).map(([value, words]) => (
                <option value={value} selected={query[name] === value}>
                  {say(words)}
                </option>
              ))}
            </select>
          </p>
        ))}
        <p>
          <label for="sort">{say(familiesWords.sort)}</label>
          <select id="sort" name="sort">
            {sorts.map((sort) => (
              <option value={sort} selected={(query.sort ?? 'urgency') === sort}>
                {say(familiesWords.sorts[sort])}
              </option>
            ))}
          </select>
        </p>
        <p class="send">
          <button class="utrecht-button utrecht-button--primary-action" type="submit">
            {say(familiesWords.go)}
          </button>{' '}
          {hasFilter && <a href={link('families')}>{say(familiesWords.clear)}</a>}
        </p>
      </form>
    </section>
  );
}

/** A number of days that stands in the address but not in the list. */
function withOther(options: Choice['options'], value: string | undefined): Choice['options'] {
  if (value === undefined || options.some(([known]) => known === value)) return options;
  return [...options, [value, familiesWords.inDays(Number(value))]];
}
