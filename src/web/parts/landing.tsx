import { landing } from '../words/office.ts';
import type { Text } from '../words/lang.ts';
import type { Screen } from './screen.ts';

interface Props {
  readonly screen: Screen;
  readonly may: readonly Text[];
  readonly never: readonly Text[];
}

/** What a role may do here, and what it will never see. */
export function Landing({ screen: { say }, may, never }: Props) {
  const list = (texts: readonly Text[]) => (
    <ul>
      {texts.map((each) => (
        <li>{say(each)}</li>
      ))}
    </ul>
  );
  return (
    <>
      <section aria-labelledby="may">
        <h2 id="may">{say(landing.may)}</h2>
        {list(may)}
      </section>
      <section aria-labelledby="never">
        <h2 id="never">{say(landing.never)}</h2>
        {list(never)}
        <p>{say(landing.questions)}</p>
      </section>
    </>
  );
}
