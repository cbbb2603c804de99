import { parseInstant } from '../../domain/instant.ts';
import { factWords } from '../words/fact.ts';
import { shownInstant } from './screen.ts';
import type { Screen } from './screen.ts';

interface Props {
  readonly data: Readonly<Record<string, unknown>>;
  readonly screen: Screen;
}

/** What was filled in, field by field. */
export function RecordedFields({ data, screen }: Props) {
  return (
    <dl>
      {Object.entries(data).map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{shownValue(value, screen)}</dd>
        </>
      ))}
    </dl>
  );
}

function shownValue(value: unknown, screen: Screen): string {
  const { say, name, lang } = screen;
  if (typeof value === 'boolean') return say(value ? factWords.yes : factWords.no);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (/^(person|party):/.test(value)) return name(value);
    return parseInstant(value) === null ? value : shownInstant(value, lang);
  }
  if (Array.isArray(value))
    return value.length === 0
      ? say(factWords.empty)
      : value.map((each) => shownValue(each, screen)).join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, each]) => `${/^(person|party):/.test(key) ? name(key) : key}: ${shownValue(each, screen)}`)
      .join('; ');
  return '';
}
