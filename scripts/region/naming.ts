import type { PlanEvent } from '../../src/domain/event.ts';

/**
 * Gives the people of an invented region invented names, and its agreements and incidents a sentence, so that screens
 * look as they will. They stand in `sealed`, like real ones; the same event always gets the same words.
 */
export function* named(events: Iterable<PlanEvent>): Generator<PlanEvent> {
  for (const event of events) yield withWords(event);
}

function withWords(event: PlanEvent): PlanEvent {
  const words = wordsFor(event);
  return words === null ? event : { ...event, sealed: { ...event.sealed, ...words } };
}

function wordsFor(event: PlanEvent): Readonly<Record<string, string>> | null {
  if (event.type === 'PersonJoined') {
    const { person, role } = event.data;
    return { [person]: nameOf(`${event.family} ${person}`, role) };
  }
  if (event.type === 'PartyInvolved') {
    const { party, kind } = event.data;
    return { [party]: partyName(party, kind, event.family) };
  }
  if (event.type === 'SafetyAgreementMade') return textIn(agreements, event.data.action);
  if (event.type === 'MonitorAccepted') return textIn(promises, kindIn(event.data.party));
  return event.type === 'IncidentRecorded' ? { text: pick(incidents, event.id) } : null;
}

const textIn = (texts: Readonly<Record<string, string>>, key: string) => {
  const text = texts[key];
  return text === undefined ? null : { text };
};

function nameOf(key: string, role: string): string {
  if (role === 'unborn_child') return 'Baby (nog niet geboren)';
  return pick(role === 'child' ? childNames : adultNames, key);
}

/** `party:school-b7` is a school. */
const kindIn = (party: string): string => party.replace(/^party:/, '').replace(/-[a-z]?\d*$/, '');

function partyName(party: string, kind: string, family: string): string {
  const own = ownNetwork[kindIn(party)];
  if (own) return pick(own, `${family} ${party}`);
  const [before, names] = professions[kind] ?? ['', ['Betrokken partij']];
  return `${before}${pick(names, party)}`;
}

const childNames = [
  ...['Sem', 'Noor', 'Daan', 'Lotte', 'Milan', 'Yara', 'Finn', 'Saar', 'Ilyas', 'Roos', 'Thijs', 'Amira'],
  ...['Boaz', 'Fenna', 'Mees', 'Zoë', 'Stijn', 'Nora', 'Jip', 'Elif', 'Ruben', 'Maud', 'Adam', 'Liv'],
];
const adultNames = [
  ...['Kim', 'Dennis', 'Fatima', 'Mark', 'Sanne', 'Youssef', 'Linda', 'Patrick', 'Esra', 'Jeroen', 'Chantal'],
  ...[
    'Marcin',
    'Wendy',
    'Robin',
    'Naima',
    'Bas',
    'Iris',
    'Kevin',
    'Anouk',
    'Mehmet',
    'Petra',
    'Tom',
    'Joyce',
  ],
];
const ownNetwork: Readonly<Record<string, readonly string[]>> = {
  aunt: ['Tante Els', 'Tante Meral', 'Tante Ria', 'Tante Soraya'],
  uncle: ['Oom Henk', 'Oom Rachid', 'Oom Ton'],
  neighbour: ['Buurvrouw Ans', 'Buurman Gerrit', 'Buurvrouw Halima'],
  friend: ['Vriendin Mo', 'Vriend Cees'],
  buddy: ['Maatje Truus', 'Maatje Karim'],
  grandparent: ['Oma Riet', 'Opa Jan', 'Oma Zeynep'],
};
const professions: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  school: ['Basisschool ', ['De Linde', 'Het Kompas', 'De Vuurtoren', 'De Regenboog', 'Het Anker']],
  childcare: ['Kinderopvang ', ['Pinkeltje', 'De Bijenkorf', 'Hupsakee']],
  gp: ['Huisartsenpraktijk ', ['De Brug', 'Aan het Plein', 'Oosterhof', 'De Molen']],
  youth_health_care: ['Jeugdgezondheidszorg ', ['Noord', 'Zuid', 'Centrum']],
  local_team: ['Wijkteam ', ['Noord', 'Zuid', 'Oost', 'West', 'Centrum', 'De Hoven']],
  veilig_thuis: ['Veilig Thuis', ['']],
  mental_health: ['GGZ ', ['De Oever', 'Zonneveld', 'Parkzicht']],
  police: ['Politie', ['']],
};

const agreements: Readonly<Record<string, string>> = {
  leaves_when_tension_rises:
    'Gaat naar buiten zodra de spanning stijgt, en komt terug als iedereen rustig is.',
  calls_in_time: 'Belt op tijd als het dreigt mis te gaan.',
  keeps_contact_with_network: 'Spreekt elke week iemand uit het netwerk over hoe het gaat.',
  asks_for_help: 'Vraagt om hulp voordat het te veel wordt.',
  sleeps_elsewhere: 'Slaapt ergens anders als er ruzie is geweest.',
  stays_away_at_night: 'Komt ’s nachts niet in huis.',
  hands_in_the_key: 'Levert de huissleutel in.',
  reads_no_messages: 'Leest geen berichten van de ander.',
};
/** What a monitor promised, in own words: nobody is named, because the words stand on a telephone. */
const promises: Readonly<Record<string, string>> = {
  school: 'Ik let op of het kind uitgerust op school komt, en vraag hoe het gaat.',
  childcare: 'Ik kijk bij het brengen en halen of het rustig is.',
  gp: 'Ik vraag bij elk bezoek hoe het thuis gaat, ook aan het kind alleen.',
  jgz: 'Ik zie het kind op het spreekuur en vraag hoe het thuis gaat.',
  aunt: 'Ik eet elke week mee en kijk of het rustig is.',
  uncle: 'Ik bel elke week en kom langs als het niet goed klinkt.',
  neighbour: 'Ik let op of het rustig blijft en zeg gedag aan de kinderen.',
  friend: 'Ik spreek af en vraag hoe het echt gaat.',
  buddy: 'Ik doe elke week iets leuks met het kind en luister.',
  grandparent: 'Ik zie de kinderen elke week en let op hoe ze zijn.',
  team: 'Ik bezoek het gezin en vraag iedereen apart hoe het gaat.',
  'veilig-thuis': 'Ik vraag na of de afspraken worden nagekomen.',
  clinic: 'Ik vraag in elk gesprek hoe het thuis gaat.',
};
const incidents = [
  'Ruzie in de keuken; er werd geschreeuwd en gegooid. De kinderen waren boven. (Verzonnen.)',
  'De buren hoorden geschreeuw en belden. Het duurde ongeveer een halfuur. (Verzonnen.)',
  'Een woordenwisseling bij het ophalen liep uit de hand. (Verzonnen.)',
  'Er werd gedreigd aan de telefoon; het kind luisterde mee. (Verzonnen.)',
];

function pick(choices: readonly string[], key: string): string {
  let sum = 7;
  for (const letter of key) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return choices[sum % choices.length] ?? '';
}
