import type { Finding, Voice } from './findings.ts';

type Sentence = (finding: Finding, voice: Voice) => string;

/** The rules of direct safety for one person, in sentences. */
export const directSentences: Readonly<Partial<Record<Finding['rule'], Sentence>>> = {
  L1: unsafe,
  D1: agreements,
  D2: quiet,
  D3: open,
  D4: (finding, voice) => (finding.met ? seenLately(finding, voice) : notSeen(finding, voice)),
  D5: assessed,
  D6: cover,
};

function unsafe({ met, events }: Finding, { nl, who, facts }: Voice): string {
  if (met)
    return nl
      ? `Er staat geen bekend geweld of gevaar open dat ${who} raakt.`
      : `No known violence or danger that affects ${who} is open.`;
  return nl
    ? `Er staat nog geweld of gevaar open dat ${who} raakt: ${facts(events)}.`
    : `Violence or danger that affects ${who} is still open: ${facts(events)}.`;
}

function agreements({ met, missing, about }: Finding, { nl, who, list, names, intimidation }: Voice): string {
  const named = list(about.agreements);
  if (met)
    return nl
      ? `De afspraken voor ${who} zijn compleet: wie moet instemmen deed dat, en de belroute klopt.`
      : `The agreements for ${who} are complete: those who must consent did so, and the bell path is in order.`;
  switch (missing ?? '') {
    case 'condition':
      return nl
        ? `Het is nog niet vastgelegd wat er minstens moet kloppen om ${who} hier en nu te beschermen.`
        : `It has not been recorded what must at least be true to protect ${who} here and now.`;
    case 'agreement':
      return nl
        ? `Bij voorwaarde ${list(about.items)} is geen afspraak van kracht.`
        : `Condition ${list(about.items)} has no agreement in force.`;
    case 'path':
      return nl
        ? `De belroute van afspraak ${named} is niet compleet. Nodig zijn minstens twee onafhankelijke partijen die ja zeiden. De laatste moet dag en nacht bereikbaar zijn.`
        : `The bell path of agreement ${named} is not complete. At least two independent parties that accepted are needed. The last one must be reachable day and night.`;
    default:
      return consent(named, names(about.persons), about.persons.length, nl, intimidation);
  }
}

function consent(agreement: string, people: string, count: number, nl: boolean, alone: boolean): string {
  if (nl)
    return `${people} ${count === 1 ? 'moet' : 'moeten'} nog instemmen met afspraak ${agreement}${alone ? ', zonder dat de ander erbij is' : ''}.`;
  return `${people} still ${count === 1 ? 'has' : 'have'} to consent to agreement ${agreement}${alone ? ', without the other being there' : ''}.`;
}

function quiet({ met, events, about }: Finding, { nl, facts, day }: Voice): string {
  if (!met) {
    const end = day(about.turns ?? '');
    return nl
      ? `Na ${facts(events)} loopt de rusttijd nog tot ${end}.`
      : `After ${facts(events)} the quiet time runs until ${end}.`;
  }
  if (about.turns === null)
    return nl
      ? 'Er is geen geweld vastgelegd. Dat bewijst niet dat er geen geweld was.'
      : 'No violence was recorded. That does not prove that there was none.';
  return nl
    ? `De rusttijd na het laatste bekende geweld is om sinds ${day(about.turns)}.`
    : `The quiet time after the last known violence has been over since ${day(about.turns)}.`;
}

function open({ met, missing, events }: Finding, { nl, facts }: Voice): string {
  if (met)
    return nl
      ? 'Er staat geen gebroken afspraak, afgelopen maatregel of rood signaal open.'
      : 'No broken agreement, ended measure or red signal is open.';
  const named = facts(events);
  switch (missing ?? '') {
    case 'L2':
      return nl
        ? `Een belangrijke afspraak is gebroken en dat staat nog open: ${named}.`
        : `An important agreement was broken and that is still open: ${named}.`;
    case 'L4':
      return nl
        ? `Een beschermende maatregel liep af en er kwam niets voor in de plaats: ${named}.`
        : `A protective measure ended and nothing took its place: ${named}.`;
    default:
      return nl
        ? `Een rood signaal of een acute bel staat nog open: ${named}.`
        : `A red signal or an acute bell is still open: ${named}.`;
  }
}

type Seen = Finding['about']['seen'];

/** `school op 7 januari 2025 en tante op 8 januari 2025`. */
const seenBy = (seen: Seen, { nl, name, day, list }: Voice): string =>
  list(seen.map(({ party, at }) => `${name(party)} ${nl ? 'op' : 'on'} ${day(at)}`));

const saw = (seen: Seen, { nl }: Voice): string => (nl ? (seen.length === 1 ? 'zag' : 'zagen') : 'saw');

function seenLately({ events, about }: Finding, v: Voice): string {
  const lately = about.seen.filter(({ event }) => events.some((each) => each === event));
  const names = v.names(lately.map(({ party }) => party));
  return v.nl
    ? `${names} ${saw(lately, v)} ${v.who} kort geleden: ${seenBy(lately, v)}.`
    : `${names} saw ${v.who} recently: ${seenBy(lately, v)}.`;
}

function notSeen(finding: Finding, v: Voice): string {
  const { nl, who } = v;
  switch (finding.missing ?? '') {
    case 'child_seen':
      return nl
        ? `${who} is niet kort geleden zelf gezien door iemand die onafhankelijk is.`
        : `${who} was not seen recently by anybody independent.`;
    case 'child_alone':
      return nl
        ? `${who} is niet kort geleden alleen gezien of gesproken. Een kind vertelt meer als er niemand bij is.`
        : `${who} was not seen or spoken to alone recently. A child tells more when nobody else is there.`;
    default:
      return tooFew(finding, v);
  }
}

function tooFew({ events, about }: Finding, v: Voice): string {
  const { nl, who } = v;
  const isFresh = ({ event }: Seen[number]) => events.some((each) => each === event);
  const fresh = about.seen.filter(isFresh);
  const past = about.seen.filter((each) => !isFresh(each));
  const need = nl
    ? `Nodig zijn ${about.needed ?? 0} verschillende onafhankelijke partijen.`
    : `${about.needed ?? 0} different independent parties are needed.`;
  if (about.seen.length === 0)
    return nl
      ? `Niemand die onafhankelijk is heeft ${who} gezien. ${need}`
      : `Nobody independent has seen ${who}. ${need}`;
  const before =
    past.length === 0
      ? ''
      : nl
        ? `${seenLast(past, v)}; daarna is er geen zicht. `
        : `${seenLast(past, v)}; there has been no sight since. `;
  const now =
    fresh.length === 0
      ? ''
      : nl
        ? `Kort geleden ${saw(fresh, v)} alleen ${v.names(fresh.map(({ party }) => party))} ${who}. `
        : `Recently only ${v.names(fresh.map(({ party }) => party))} saw ${who}. `;
  return `${now}${before}${need}`;
}

/** `School zag Sam voor het laatst op 3 maart 2025 en tante op 4 maart 2025`. */
function seenLast(seen: Seen, v: Voice): string {
  const [first, ...rest] = seen;
  if (!first) return '';
  const start = v.nl
    ? `${v.name(first.party)} zag ${v.who} voor het laatst op ${v.day(first.at)}`
    : `${v.name(first.party)} last saw ${v.who} on ${v.day(first.at)}`;
  const others = rest.map(({ party, at }) => `${v.name(party)} ${v.nl ? 'op' : 'on'} ${v.day(at)}`);
  const sentence = v.list([start, ...others]);
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

function assessed({ met, missing, events, about }: Finding, { nl, who, facts, day }: Voice): string {
  const last = facts(events);
  const until = about.turns === null ? '' : day(about.turns);
  if (met)
    return nl
      ? `Er is beoordeeld dat er voor ${who} geen acuut gevaar is (${last}). Dat telt tot ${until}.`
      : `It was assessed that there is no acute danger for ${who} (${last}). That counts until ${until}.`;
  switch (missing ?? '') {
    case 'none':
      return nl
        ? `Het is nog niet beoordeeld of er voor ${who} acuut gevaar is.`
        : `It has not been assessed whether there is acute danger for ${who}.`;
    case 'danger':
      return nl
        ? `De laatste beoordeling sluit acuut gevaar voor ${who} niet uit: ${last}.`
        : `The latest assessment does not rule out acute danger for ${who}: ${last}.`;
    case 'basis':
      return nl
        ? `De laatste beoordeling telt niet, omdat niemand alleen is gezien: ${last}.`
        : `The latest assessment does not count, because nobody was seen alone: ${last}.`;
    default:
      return nl
        ? `De laatste beoordeling is te oud: ${last}. Zij telde tot ${until}.`
        : `The latest assessment is too old: ${last}. It counted until ${until}.`;
  }
}

function cover({ met, missing, about }: Finding, { nl, who, list }: Voice): string {
  if (met)
    return nl
      ? `De cruciale afspraken worden echt gemonitord, en minstens één daarvan beschermt ${who}.`
      : `The critical agreements are really monitored, and at least one of them protects ${who}.`;
  if (missing === 'critical_agreement')
    return nl ? `Geen cruciale afspraak beschermt ${who}.` : `No critical agreement protects ${who}.`;
  const many = about.agreements.length > 1;
  return nl
    ? `Cruciale ${many ? 'afspraken' : 'afspraak'} ${list(about.agreements)} ${many ? 'worden' : 'wordt'} niet door genoeg partijen gemonitord.`
    : `Critical ${many ? 'agreements' : 'agreement'} ${list(about.agreements)} ${many ? 'are' : 'is'} not monitored by enough parties.`;
}
