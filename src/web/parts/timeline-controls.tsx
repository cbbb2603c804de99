import type { Instant } from '../../domain/instant.ts';
import { groups } from '../timeline/kinds.ts';
import type { Group } from '../timeline/kinds.ts';
import type { Lane } from '../timeline/lanes.ts';
import type { Window } from '../timeline/scale.ts';
import { beside, closer, presetWindow, presets, wider, windowValues } from '../timeline/window.ts';
import type { Preset } from '../timeline/window.ts';
import { controlWords, groupNames, keyWords, legendWords, presetNames } from '../words/timeline.ts';
import { laneName } from './fact-words.ts';
import type { Screen } from './screen.ts';

/** Links that show another part of the same timeline; they hold everything else as it is. */
export interface Address {
  readonly with: (values: Readonly<Record<string, string | undefined>>, anchor?: string) => string;
}

interface TimeProps {
  readonly screen: Screen;
  readonly address: Address;
  readonly window: Window;
  readonly extent: Window;
  readonly at: Instant;
  readonly isTable: boolean;
}

export function TimeControls({ screen, address, window, extent, at, isTable }: TimeProps) {
  const { say } = screen;
  const step = (id: string, to: Window | null, text: (typeof controlWords)['closer']) =>
    to === null ? (
      <span class="off">{say(text)}</span>
    ) : (
      <a id={id} href={address.with(windowValues(to))}>
        {say(text)}
      </a>
    );
  return (
    <nav class="time-controls" aria-label={say(controlWords.time)}>
      <ul>
        {(Object.keys(presets) as Preset[]).map((preset) => {
          const to = presetWindow(preset, at);
          const isHere = (to ?? extent).from === window.from && (to ?? extent).until === window.until;
          return (
            <li>
              <a href={address.with(windowValues(to))} aria-current={isHere ? 'true' : undefined}>
                {say(presetNames[preset])}
              </a>
            </li>
          );
        })}
      </ul>
      <ul>
        <li>{step('earlier', beside(window, extent, -1), controlWords.earlier)}</li>
        <li>{step('later', beside(window, extent, 1), controlWords.later)}</li>
        <li>{step('zoom-in', closer(window), controlWords.closer)}</li>
        <li>{step('zoom-out', wider(window, extent), controlWords.wider)}</li>
        <li>
          {isTable ? (
            <a href={address.with({ view: undefined })}>{say(controlWords.drawing)}</a>
          ) : (
            <a id="to-table" href={address.with({ view: 'table' })}>
              {say(controlWords.table)}
            </a>
          )}
        </li>
      </ul>
    </nav>
  );
}

interface FilterProps {
  readonly screen: Screen;
  readonly address: Address;
  readonly lanes: readonly Lane[];
  readonly hidden: ReadonlySet<string>;
  readonly without: ReadonlySet<Group>;
}

/** What fits into an address. */
const longestList = 200;

export function Filters({ screen, address, lanes, hidden, without }: FilterProps) {
  const { say } = screen;
  const toggle = (name: 'hide' | 'without', set: ReadonlySet<string>, id: string, text: string) => {
    const next = new Set(set);
    if (!next.delete(id)) next.add(id);
    const list = [...next].join(',');
    const isShown = !set.has(id);
    if (list.length > longestList) return <li>{text}</li>;
    return (
      <li>
        <a
          class={isShown ? 'filter' : 'filter filter-off'}
          href={address.with({ [name]: list || undefined }, 'filters')}
        >
          <span aria-hidden="true">{isShown ? '☑' : '☐'}</span> {text}
          <span class="said"> ({say(isShown ? controlWords.shown : controlWords.hidden)})</span>
        </a>
      </li>
    );
  };
  return (
    <details class="filters" id="filters" open={hidden.size + without.size > 0}>
      <summary>{say(controlWords.filters)}</summary>
      <h2 class="small">{say(controlWords.lanes)}</h2>
      <ul>{lanes.map(({ id }) => toggle('hide', hidden, id, laneName(id, screen)))}</ul>
      <h2 class="small">{say(controlWords.kinds)}</h2>
      <ul>{groups.map((group) => toggle('without', without, group, say(groupNames[group])))}</ul>
      {hidden.size + without.size > 0 && (
        <p>
          <a href={address.with({ hide: undefined, without: undefined }, 'filters')}>
            {say(controlWords.all)}
          </a>
        </p>
      )}
    </details>
  );
}

/** What the signs mean and which keys there are. */
export function Legend({ screen }: { readonly screen: Screen }) {
  const { say } = screen;
  return (
    <div class="explained">
      <details id="legend">
        <summary>{say(controlWords.legend)}</summary>
        <ul class="legend">
          {Object.entries(legendWords).map(([sign, text]) => (
            <li>
              <svg
                class={`mark shape-${sign}`}
                viewBox="-12 -12 24 24"
                width="22"
                height="22"
                aria-hidden="true"
              >
                <LegendSign sign={sign} />
              </svg>{' '}
              {say(text)}
            </li>
          ))}
        </ul>
      </details>
      <details id="keys">
        <summary>{say(controlWords.keys)}</summary>
        <dl>
          {keyWords.map(([key, text]) => (
            <>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{say(text)}</dd>
            </>
          ))}
        </dl>
      </details>
    </div>
  );
}

function LegendSign({ sign }: { readonly sign: string }) {
  switch (sign) {
    case 'digit':
      return (
        <text class="legend-text" y="5" text-anchor="middle">
          3
        </text>
      );
    case 'line':
      return (
        <>
          <use href="#shape-circle" />
          <path class="struck" d="M-11,0h22" />
        </>
      );
    case 'late':
      return <path class="late-sign" d="M0,-6a6,6 0 1 1 -0.1,0zm0,2v4h3" />;
    case 'whisker':
      return <path class="whisker" d="M-10,2v-4v2H10v-2v4" />;
    case 'cluster':
      return (
        <>
          <rect class="legend-box" x="-11" y="-10" width="22" height="20" rx="5" />
          <text class="legend-text" y="5" text-anchor="middle">
            9
          </text>
        </>
      );
    default:
      return (
        <>
          <use href={`#shape-${sign}`} />
          {sign === 'half' && <path class="filled" d="M0,-7.8A7.8,7.8 0 0 1 0,7.8Z" />}
        </>
      );
  }
}
