import type { FamilyDetail } from '../../read/views.ts';
import { relapsePage } from '../words/relapse.ts';
import { rules } from '../words/rules.ts';
import { spokenDay, spokenList } from '../words/speech.ts';
import { DataList } from './data-list.tsx';
import { EmptyState } from './empty-state.tsx';
import { recordLink } from './record-link.ts';
import type { Screen } from './screen.ts';

interface Props {
  readonly family: string;
  readonly detail: FamilyDetail;
  readonly screen: Screen;
  readonly isLive: boolean;
}

/** Whom each parent and partner agreed to turn to, and which signs somebody watches for. */
export function RelapsePlans({ family, detail, screen, isLive }: Props) {
  const { say, name } = screen;
  return (
    <section aria-labelledby="relapse-plans">
      <h2 id="relapse-plans">{say(relapsePage.plans)}</h2>
      {detail.relapsePlans.length === 0 && <EmptyState text={say(relapsePage.noPlans)} />}
      {detail.relapsePlans.map((plan) => {
        const form = isLive
          ? recordLink(screen, family, 'relapse-plan-set', { person: plan.person, back: 'family' })
          : null;
        return (
          <article>
            <h3>{say(relapsePage.planOf(name(plan.person)))}</h3>
            <DataList items={itemsOf(plan, screen)} />
            {form !== null && (
              <p>
                <a href={form}>
                  {say(relapsePage.make)}{' '}
                  <span class="visually-hidden">({say(relapsePage.planOf(name(plan.person)))})</span>
                </a>
              </p>
            )}
          </article>
        );
      })}
    </section>
  );
}

function itemsOf(
  { helpers, signals, rehearsedAt, missing }: FamilyDetail['relapsePlans'][number],
  { say, name, lang }: Screen,
) {
  const list = (ids: readonly string[]) => spokenList(ids.map(name), lang);
  const lack = missing === null ? relapsePage.nothing : (rules.U9.missing?.[missing] ?? rules.U9.notMet);
  return [
    { term: say(relapsePage.missing), value: missing === null ? say(lack) : <strong>{say(lack)}</strong> },
    {
      term: say(relapsePage.helpers),
      value: helpers.length === 0 ? say(relapsePage.nobody) : list(helpers),
    },
    {
      term: say(relapsePage.signals),
      value: (
        <ul class="plain">
          {signals.map(({ signal, observers }) => (
            <li>
              {signal.replaceAll(/[_-]/g, ' ')} (
              {observers.length === 0
                ? say(relapsePage.noObserver)
                : say(relapsePage.observers(list(observers)))}
              )
            </li>
          ))}
        </ul>
      ),
    },
    {
      term: say(relapsePage.rehearsed),
      value: rehearsedAt === null ? say(relapsePage.never) : spokenDay(rehearsedAt, lang),
    },
  ];
}
