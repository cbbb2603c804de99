import { Button } from '../parts/button.tsx';
import { Alert } from '../parts/alert.tsx';
import { Radios } from '../parts/choices.tsx';
import { TextArea } from '../parts/field.tsx';
import type { Text } from '../words/lang.ts';
import { watcherWords } from '../words/watcher.ts';
import { Hidden } from './check-in.tsx';
import type { FormProps } from './check-in.tsx';

/** Something is wrong or threatens to go wrong. */
export function BellForm({ screen, link, asked, filled, errors, action }: FormProps) {
  const { say } = screen;
  const words = watcherWords;
  return (
    <form action={action} method="post" class="watch">
      <Alert kind="error" title={say(words.bellFirst)} />
      <Hidden asked={asked} link={link} what="bell" round={asked.rings} />
      <Radios
        screen={screen}
        name="urgency"
        label={words.urgency}
        options={options(words.urgencies, say)}
        value={filled.urgency}
        error={errors.urgency}
      />
      <TextArea
        screen={screen}
        name="text"
        label={words.what}
        hint={words.moreHint}
        value={filled.text}
        error={errors.text}
        rows={3}
        optional
      />
      <Button>{say(words.ring)}</Button>
    </form>
  );
}

/** Not now, or not any more: without a reason, and without blame. */
export function StopForm({ screen, link, asked, filled, errors, action }: FormProps) {
  const { say } = screen;
  const words = watcherWords;
  return (
    <form action={action} method="post" class="watch">
      <p>{say(words.stopWhy)}</p>
      <Hidden asked={asked} link={link} what="stop" round={asked.reports} />
      <Radios
        screen={screen}
        name="howLong"
        label={words.howLong}
        options={options(words.stops, say)}
        value={filled.howLong}
        error={errors.howLong}
      />
      <TextArea
        screen={screen}
        name="text"
        label={words.more}
        hint={words.moreHint}
        value={filled.text}
        error={errors.text}
        rows={2}
        optional
      />
      <Button>{say(words.tellUs)}</Button>
    </form>
  );
}

const options = (texts: Readonly<Record<string, Text>>, say: (text: Text) => string) =>
  Object.entries(texts).map(([value, text]) => ({ value, label: say(text) }));
