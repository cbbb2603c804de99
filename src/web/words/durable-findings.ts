import type { Finding, Voice } from './findings.ts';
import { rules } from './rules.ts';

/** The rules of durable safety in sentences: those of the catalogue, with whom and what is concerned. */
export function durableSentence(finding: Finding, v: Voice): string {
  const { rule, met, missing } = finding;
  const words = rules[rule];
  const general = met
    ? words.met
    : ((missing === undefined ? undefined : words.missing?.[missing]) ?? words.notMet);
  const sentence = general[v.lang];
  const more = met ? null : concerned(finding, v);
  return more === null ? sentence : `${sentence} ${more}`;
}

/** Who or what keeps a rule from being met; null if the sentence says it already. */
function concerned(finding: Finding, v: Voice): string | null {
  const { about, events, rule } = finding;
  const { nl, names, list, day, facts, factor } = v;
  const code: string = rule;
  switch (code) {
    case 'U1':
      return calm(finding, v);
    case 'U2':
      return about.items.length === 0
        ? null
        : nl
          ? `Het gaat om voorwaarde ${list(about.items)}.`
          : `It concerns condition ${list(about.items)}.`;
    case 'U3':
      return events.length === 0 ? null : nl ? `Laatst: ${facts(events)}.` : `Last: ${facts(events)}.`;
    case 'U5':
      return about.items.length === 0
        ? null
        : nl
          ? `Het gaat om ${list(about.items.map(factor))}${about.persons.length > 0 ? ` (${names(about.persons)})` : ''}.`
          : `It concerns ${list(about.items.map(factor))}${about.persons.length > 0 ? ` (${names(about.persons)})` : ''}.`;
    case 'U6':
      return nl ? `Het gaat om stap ${list(about.items)}.` : `It concerns step ${list(about.items)}.`;
    case 'U4':
    case 'U9':
    case 'U11':
      return about.persons.length === 0
        ? null
        : nl
          ? `Het gaat om ${names(about.persons)}.`
          : `It concerns ${names(about.persons)}.`;
    default:
      return about.turns === null ? null : day(about.turns);
  }
}

function calm({ missing, about }: Finding, { nl, day, who }: Voice): string {
  const days = about.needed ?? 0;
  if (missing === 'sight')
    return nl
      ? `Nodig is ${days} dagen lang zicht op ${who} zonder gat.`
      : `Sight of ${who} for ${days} days without a gap is needed.`;
  if (about.turns === null)
    return nl ? `Een besluit moet ${days} dagen gelden.` : `A decision must stand for ${days} days.`;
  return nl
    ? `Als het besluit blijft gelden, telt het vanaf ${day(about.turns)}.`
    : `If the decision keeps standing, it counts from ${day(about.turns)}.`;
}
