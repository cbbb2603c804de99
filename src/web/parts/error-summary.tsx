import { partWords } from '../words/parts.ts';
import type { Text } from '../words/lang.ts';
import { Alert } from './alert.tsx';
import type { Screen } from './screen.ts';

/**
 * Above a form that was not accepted: `<ErrorSummary screen={screen} errors={[{ id: 'from', text: ... }]} />`. Each
 * line leads to its field (the id of the field, which is its name unless you chose another). Nothing without errors.
 * Give the Page `title` the same start as the summary, so that the tab says it too.
 */
interface Props {
  readonly screen: Screen;
  /** Without id: about the whole form. */
  readonly errors: readonly { readonly id?: string; readonly text: Text }[];
}

export function ErrorSummary({ screen: { say }, errors }: Props) {
  if (errors.length === 0) return null;
  return (
    <Alert kind="error" announce title={say(partWords.errorSummary(errors.length))}>
      <p>{say(partWords.errorSummaryNext)}</p>
      <ul>
        {errors.map(({ id, text }) => (
          <li>{id === undefined ? say(text) : <a href={`#${id}`}>{say(text)}</a>}</li>
        ))}
      </ul>
    </Alert>
  );
}
