import type { Asker, Told } from '../server.ts';

/** Sends a form as a browser does. */
export const send = (
  path: string,
  values: Readonly<Record<string, string | readonly string[]>>,
  asker: Asker,
): Promise<Told> =>
  asker.ask('POST', path, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Object.entries(values)
      .flatMap(([name, value]) =>
        [value].flat().map((each) => `${encodeURIComponent(name)}=${encodeURIComponent(each)}`),
      )
      .join('&'),
  });

/** What a browser sends back of a form that was opened and left as it is. */
export function opened({ text }: Pick<Told, 'text'>): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  const add = (name: string, value: string) => (values[name] ??= []).push(value);
  for (const [tag] of text.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const isOff = /type="(radio|checkbox)"/.test(tag) && !tag.includes(' checked');
    if (name !== undefined && !isOff) add(name, /value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name = '', options = ''] of text.matchAll(
    /<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  ))
    add(name, /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '');
  for (const [, name = '', content = ''] of text.matchAll(
    /<textarea[^>]*name="([^"]*)"[^>]*>(.*?)<\/textarea>/gs,
  ))
    add(name, content);
  return values;
}
