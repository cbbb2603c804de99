type Cell = string | number | undefined;

/** Rows for a spreadsheet. What would be taken for a formula is marked as text. */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

const cell = (value: Cell = ''): string => {
  const text = String(value);
  const plain = typeof value === 'string' && /^\s*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
};
