import encodeQR from 'qr';
import type { Holder } from '../pages/links.tsx';
import { Alert } from '../parts/alert.tsx';
import { Button } from '../parts/button.tsx';
import { Checkbox } from '../parts/choices.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import type { Screen } from '../parts/screen.ts';
import { Table, When } from '../parts/small.tsx';
import { linkWords } from '../words/links.ts';
import { watcherWords } from '../words/watcher.ts';

interface Props {
  readonly family: string;
  readonly holders: readonly Holder[];
  readonly mayChange: boolean;
  readonly screen: Screen;
}

export function LinksTable({ family, holders, mayChange, screen }: Props) {
  const { say, name, link: to } = screen;
  if (holders.length === 0) return <EmptyState text={say(linkWords.none)} />;
  return (
    <Table
      caption={say(linkWords.caption)}
      heads={[linkWords.party, linkWords.words, linkWords.state, linkWords.actions]}
      screen={screen}
      cards
    >
      {holders.map((holder) => (
        <tr>
          <th scope="row">
            {name(holder.party)}
            {holder.isTied && <p class="hint">{say(linkWords.tied)}</p>}
          </th>
          <td data-label={say(linkWords.words)}>{holder.words ?? say(watcherWords.neutral)}</td>
          <td data-label={say(linkWords.state)}>
            <State link={holder.link} screen={screen} />
          </td>
          <td data-label={say(linkWords.actions)}>
            {mayChange && <Actions holder={holder} action={to('links', { family })} screen={screen} />}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function State({ link, screen }: Pick<Holder, 'link'> & Pick<Props, 'screen'>) {
  const { say } = screen;
  if (link === undefined) return <>{say(linkWords.noLink)}</>;
  return (
    <ul class="plain-list">
      <li>
        {link.lastOpenedAt === null ? (
          say(linkWords.neverOpened)
        ) : (
          <>
            {say(linkWords.opened)} <When at={link.lastOpenedAt} screen={screen} />
          </>
        )}
      </li>
      <li>
        {say(linkWords.expires)} <When at={link.expiresAt} screen={screen} />
      </li>
      {link.asksCode && <li>{say(linkWords.withCode)}</li>}
    </ul>
  );
}

interface ActionsProps {
  readonly holder: Holder;
  readonly action: string;
  readonly screen: Screen;
}

function Actions({ holder: { party, link, asked }, action, screen }: ActionsProps) {
  const { say, name } = screen;
  return (
    <form action={action} method="post">
      <input type="hidden" name="party" value={party} />
      {asked.length > 0 && (
        <>
          <Button look="secondary" name="do" value="make">
            {say(link === undefined ? linkWords.make : linkWords.renew)}{' '}
            <span class="unseen">{name(party)}</span>
          </Button>
          <Checkbox
            screen={screen}
            name="code"
            id={`code-${party.replace(':', '-')}`}
            label={linkWords.bare}
            hint={linkWords.bareHint}
            value="no"
          />
        </>
      )}
      {link !== undefined && (
        <>
          {asked.length > 0 && <p class="hint">{say(linkWords.renewMore)}</p>}
          <Button look="subtle" name="do" value="end">
            {say(linkWords.end)} <span class="unseen">{name(party)}</span>
          </Button>
        </>
      )}
    </form>
  );
}

interface NewProps {
  readonly title: string;
  readonly address: string;
  readonly code: string | null;
  readonly screen: Screen;
}

/** Shown once: what is kept of a link cannot be turned back into it. */
export function NewLink({ title, address, code, screen }: NewProps) {
  const { say } = screen;
  return (
    <Alert kind="ok" announce title={title}>
      <p>{say(linkWords.once)}</p>
      <dl class="new-link">
        <dt>{say(linkWords.address)}</dt>
        <dd>
          <code>{address}</code>
        </dd>
        {code !== null && (
          <>
            <dt>{say(linkWords.code)}</dt>
            <dd>
              <strong class="code">{code}</strong> <span class="hint">{say(linkWords.codeHint)}</span>
            </dd>
          </>
        )}
      </dl>
      <QrCode text={address} label={say(linkWords.scan)} />
    </Alert>
  );
}

/** Drawn as one path of squares, with the quiet zone around it. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const squares = encodeQR(text, 'raw', { border: 4 });
  const path = squares
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  const size = squares.length;
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect class="qr-ground" width={size} height={size} />
      <path class="qr-squares" d={path} />
    </svg>
  );
}
