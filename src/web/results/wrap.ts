/** Words over lines of at most so many signs; what does not fit on the last one is cut, and the cut is shown. */
export function wrapped(text: string, signs: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((each) => pieces(each, signs))) {
    if (line !== '' && line.length + 1 + word.length > signs) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? '';
  return [...lines.slice(0, most - 1), `${last.slice(0, signs - 1)}…`];
}

/** A word that is longer than a line is broken. */
const pieces = (word: string, signs: number): readonly string[] =>
  word.length <= signs ? [word] : (word.match(new RegExp(`.{1,${signs}}`, 'gu')) ?? []);
