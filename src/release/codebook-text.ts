import type { Codebook } from './codebook.ts';
import type { FieldText } from './codebook-fields.ts';

/** The codebook as Markdown. */
export function codebookText(book: Codebook): string {
  return [
    '# Codebook',
    `Observed until ${book.until}. Times are told: ${book.times}. How far fields were generalised (0 is as recorded): ${
      Object.entries(book.levels)
        .map(([name, level]) => `${name} ${String(level)}`)
        .join(', ') || 'nothing'
    }.`,
    '## Reading it',
    book.conventions.map((line) => `- ${line}`).join('\n'),
    '## Files',
    grid(
      ['File', 'What it is'],
      book.files.map(({ path, meaning }) => [path, meaning]),
    ),
    '## Rules that can give another answer than the source',
    'Rules are those of domain.md. Every other rule gives the same answer at the moved instant.',
    grid(
      ['Rules', 'Field', 'Why'],
      book.rules.map(({ rules, field, because }) => [rules.join(', '), field, because]),
    ),
    '## Tables',
    ...book.tables.flatMap(({ name, meaning, columns }) => [
      `### ${name}`,
      meaning,
      grid(
        ['Column', 'Type', 'Can be empty', 'Meaning', 'Values'],
        columns.map((column) => [
          column.name,
          column.type,
          column.isNullable ? 'yes' : 'no',
          column.meaning,
          (column.values ?? []).join(', '),
        ]),
      ),
    ]),
    '## Events',
    '### Around every event',
    fields(book.envelope),
    ...book.events.flatMap((event) => [
      `### ${event.type}`,
      event.mainCode === null ? 'No main_code.' : `main_code: \`${event.mainCode}\`.`,
      fields(event.fields),
    ]),
    '## OCEL',
    `Object types: ${book.ocel.objectTypes
      .map(({ name, attributes }) => (attributes.length > 0 ? `${name} (${attributes.join(', ')})` : name))
      .join('; ')}.`,
    `Qualifiers: ${book.ocel.qualifiers.join(', ')}.`,
    '',
  ].join('\n\n');
}

const fields = (list: readonly FieldText[]): string =>
  grid(
    ['Field', 'Type', 'Can be absent', 'What was done', 'Values'],
    list.map(({ path, type, isOptional, how, says, values }) => [
      path,
      type,
      isOptional ? 'yes' : 'no',
      `${how}: ${says}`,
      (values ?? []).join(', '),
    ]),
  );

function grid(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const cell = (text: string): string =>
  text.replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('\n', ' ');
