import { frame } from '../words/screens.ts';
import type { Screen } from './screen.ts';

/** Whom to call, whatever this page is about. */
export function HelpLines({ screen: { say } }: { readonly screen: Screen }) {
  return (
    <p class="band danger">
      <span class="wide">
        <strong>{say(frame.danger)}</strong> <a href="tel:112">112</a>. {say(frame.veiligThuis)}{' '}
        <a href="tel:08002000">0800-2000</a>, {say(frame.dayAndNight)}
      </span>
    </p>
  );
}
