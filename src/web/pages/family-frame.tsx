import type { ComponentChildren } from 'preact';
import type { FamilyStatus } from '../../read/views.ts';
import type { AssetName } from '../assets.ts';
import { FamilyHead } from '../parts/family-head.tsx';
import type { Screen } from '../parts/screen.ts';
import { ViewpointBanner, ViewpointForm } from '../parts/viewpoint.tsx';
import { isPath } from '../paths.ts';
import type { PathName } from '../paths.ts';
import type { Standpoint } from '../query.ts';
import { familyFrame } from '../words/family-frame.ts';
import { familyWords } from '../words/family.ts';
import { Page, inLanguages } from './layout.tsx';

export type FamilyTab = keyof typeof familyFrame.tab;

interface Props {
  readonly screen: Screen;
  readonly standpoint: Standpoint;
  readonly status: FamilyStatus;
  /** The position that the page shows; absent where it looks at the past: what came later must not show. */
  readonly seen?: number | undefined;
  readonly tab: FamilyTab;
  /** The page, if it is not the first one of its tab. */
  readonly page?: PathName;
  /** What is shown besides the tab: stands in the title. */
  readonly title?: string;
  /** What the address of this page holds besides family, viewpoint and language. */
  readonly values?: Readonly<Record<string, string | number | undefined>>;
  /** False where news would disturb what somebody is filling in. */
  readonly isLive?: boolean;
  readonly confirmation?: ComponentChildren;
  /** True if the page lets the reader choose the viewpoint in its own way. */
  readonly hasOwnViewpoint?: boolean;
  /** What this page needs besides what every page has. */
  readonly scripts?: readonly AssetName[];
  readonly styles?: readonly AssetName[];
  readonly children: ComponentChildren;
}

/** The frame of every page about one family: who it is, how it stands, what hurts most, and where to go. */
export function FamilyFrame(props: Props) {
  const { screen, standpoint, status, seen, tab, title, values = {}, isLive = true, children } = props;
  const { hasOwnViewpoint = false, scripts = [], styles = [] } = props;
  const { say } = screen;
  const page = props.page ?? (isPath(tab) ? tab : 'family');
  const { family } = status;
  const { at, 'known-at': knownAt } = standpoint.given;
  const name = say(familyWords.title(family));
  const fromNow = screen.link(page, { family, ...values, at: undefined, 'known-at': undefined });
  return (
    <Page
      screen={screen}
      title={`${title ?? say(familyFrame.tab[tab])} - ${name}`}
      here={inLanguages(page, { family, at, 'known-at': knownAt, ...values })}
      part="families"
      liveFor={standpoint.isLive && isLive ? family : undefined}
      {...(standpoint.isLive && seen !== undefined && { seen })}
      {...{ scripts, styles }}
    >
      <h1>
        {name}
        <span class="part">: {(title ?? say(familyFrame.tab[tab])).toLowerCase()}</span>
      </h1>
      <ViewpointBanner standpoint={standpoint} screen={screen} page={fromNow} />
      {props.confirmation}
      <FamilyHead status={status} screen={screen} />
      <Tabs family={family} tab={tab} screen={screen} />
      {children}
      {!hasOwnViewpoint && <ViewpointForm standpoint={standpoint} screen={screen} page={fromNow} />}
    </Page>
  );
}

const tabs = Object.keys(familyFrame.tab) as readonly FamilyTab[];

function Tabs({ family, tab, screen }: Pick<Props, 'tab' | 'screen'> & { readonly family: string }) {
  const { say, link } = screen;
  return (
    <nav class="tabs" aria-label={say(familyFrame.tabs)}>
      <ul>
        {tabs.map(
          (each) =>
            isPath(each) && (
              <li>
                <a href={link(each, { family })} aria-current={each === tab ? 'page' : undefined}>
                  {say(familyFrame.tab[each])}
                </a>
              </li>
            ),
        )}
      </ul>
    </nav>
  );
}
