import type { RecordOf } from '../../domain/event.ts';
import type { HelpNeed, HelpStep } from '../../read/views.ts';
import type { Text } from './lang.ts';

/** What set a possible relapse off, and what people did about it. */

const text = (nl: string, en: string): Text => ({ nl, en });

type Pattern = RecordOf<'RelapseSignalObserved'>['data']['pattern'];

export const patternNames: Readonly<Record<Pattern, Text>> = {
  violence: text('geweld', 'violence'),
  control: text('controle en dwang', 'control and coercion'),
  addiction: text('verslaving', 'addiction'),
  psychiatric: text('psychische klachten', 'psychiatric problems'),
  debt_housing: text('schulden of wonen', 'debt or housing'),
  school_absence: text('wegblijven van school', 'staying away from school'),
  child_residual: text(
    'het kind heeft nog last van wat er was',
    'the child still suffers from what happened',
  ),
  stress: text('spanning', 'stress'),
  other: text('iets anders', 'something else'),
};

const levelNames: Readonly<Record<'green' | 'orange' | 'red', Text>> = {
  green: text('Groen signaal', 'Green signal'),
  orange: text('Oranje signaal', 'Orange signal'),
  red: text('Rood signaal', 'Red signal'),
};

const causes: Readonly<Record<HelpNeed['cause']['type'], Text>> = {
  IncidentRecorded: text('Incident', 'Incident'),
  ViolencePatternRecorded: text('Reeks van geweld', 'Pattern of violence'),
  RelapseSignalObserved: text('Signaal van terugval', 'Relapse signal'),
  BellRung: text('Iemand trok aan de bel', 'Somebody rang the bell'),
  AgreementBroken: text('Veiligheidsafspraak gebroken', 'Safety agreement broken'),
  MonitorCheckedIn: text('Iemand die meekijkt maakt zich zorgen', 'Somebody who watches is worried'),
  ContactHeld: text('In een gesprek kwam een zorg naar voren', 'A talk brought up a worry'),
  FamilyVoiceRecorded: text('Het gezin vraagt zelf om hulp', 'The family itself asks for help'),
  FactorReassessed: text('Een risicofactor is terug', 'A risk factor is back'),
  FamilyReported: text('Nieuwe melding bij Veilig Thuis', 'New report to Veilig Thuis'),
  StressorRecorded: text(
    'Ingrijpende gebeurtenis, en twee partijen maken zich zorgen',
    'A stressful event, and two parties are worried',
  ),
};

/** Who and what, in one sentence without its stop. */
export function causeText(
  { type, level, pattern, persons, against, isLethal, isSelfReport }: HelpNeed['cause'],
  name: (id: string) => string,
): Text {
  const say = (lang: 'nl' | 'en') => {
    const list = (ids: readonly string[]) => ids.map(name).join(lang === 'nl' ? ' en ' : ' and ');
    const words = [
      (level === null ? causes[type] : levelNames[level])[lang],
      persons.length > 0 && `${lang === 'nl' ? 'van' : 'of'} ${list(persons)}`,
      against.length > 0 && `${lang === 'nl' ? 'tegen' : 'against'} ${list(against)}`,
    ].filter(Boolean);
    const more = [
      pattern !== null && patternNames[pattern][lang],
      isSelfReport && (lang === 'nl' ? 'zelf gemeld' : 'told by themselves'),
      isLethal && (lang === 'nl' ? 'met een teken van levensgevaar' : 'with a sign of mortal danger'),
    ].filter(Boolean);
    return `${words.join(' ')}${more.length > 0 ? ` (${more.join(', ')})` : ''}`;
  };
  return { nl: say('nl'), en: say('en') };
}

const steps: Readonly<Record<HelpStep['kind'], (who: string) => Text>> = {
  judged: (who) => text(`Beoordeeld door ${who}`, `Judged by ${who}`),
  requested: (who) => text(`Hulp gevraagd door ${who}`, `Help requested by ${who}`),
  offered: (who) =>
    text(`${who} biedt hulp aan; nog niet begonnen`, `${who} offers help; it has not started`),
  declined: (who) => text(`${who} wil deze hulp niet`, `${who} does not want this help`),
  started: (who) => text(`${who} is met hulp begonnen`, `${who} started help`),
  ended: () => text('De kortdurende hulp is gestopt of verlengd', 'Short-term help ended or was extended'),
  waiting: (who) => text(`Op een wachtlijst bij ${who}`, `On a waiting list with ${who}`),
  refused: (who) => text(`${who} wees de hulpvraag af`, `${who} refused the request`),
  barrier: () => text('Het stelsel staat in de weg', 'The system stands in the way'),
};

export function stepText({ kind, party, counts }: HelpStep, name: (id: string) => string): Text {
  const who = party === null ? null : name(party);
  const said = steps[kind](who ?? '?');
  if (counts) return said;
  return text(
    `${who ?? '?'}: alleen een intake, brief of overbrugging. Dat telt niet als begonnen hulp`,
    `${who ?? '?'}: only an intake, a letter or a bridge. That does not count as help that started`,
  );
}
