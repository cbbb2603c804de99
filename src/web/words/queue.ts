import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** Words of the page with who needs help now. */
export const queueWords = {
  title: text('Terugval: nu hulp nodig', 'Relapse: help needed now'),
  lead: text(
    'Gezinnen met een plan bij wie een oud patroon terugkomt. Zij wachten niet: bovenaan staat wie als eerste hulp nodig heeft.',
    'Families with a plan in which an old pattern returns. They do not wait: on top stands who needs help first.',
  ),
  asOf: text('Zo stond het op', 'This is how it stood at'),
  refresh: text('Ververs', 'Refresh'),
  now: (count: number) =>
    text(
      count === 1 ? '1 gezin heeft nu hulp nodig' : `${count} gezinnen hebben nu hulp nodig`,
      count === 1 ? '1 family needs help now' : `${count} families need help now`,
    ),
  none: text(
    'Bij geen van uw gezinnen staat een acute of dringende terugval open. Dat zegt niets over wat we niet zien.',
    'None of your families has an open acute or urgent relapse. That says nothing about what we do not see.',
  ),
  toFamilies: text('Bekijk al uw gezinnen', 'Look at all your families'),
  early: text('Vroege signalen', 'Early signs'),
  earlyLead: text(
    'Nog niet dringend, maar wel een teken. Bespreek het met het gezin voordat het erger wordt.',
    'Not urgent yet, but a sign. Talk about it with the family before it gets worse.',
  ),
  declined: text('Hulp afgewezen: blijf aanbieden', 'Help declined: keep offering'),
  declinedLead: text(
    'Een volwassene wilde deze hulp niet. Het meekijken gaat door.',
    'An adult did not want this help. The watching goes on.',
  ),
  broken: text('Garantie gebroken, hulp is begonnen', 'Guarantee broken, help has started'),
  brokenLead: text(
    'Deze gezinnen kregen te laat hulp. Later begonnen hulp maakt dat niet ongedaan.',
    'These families got help too late. Help that started later does not undo that.',
  ),
  nothingHere: text('Hier staat nu niets.', 'Nothing stands here now.'),
  cause: text('Aanleiding', 'Cause'),
  since: text('Sinds', 'Since'),
  contactDue: text('Contact uiterlijk', 'Contact due'),
  helpDue: text('Hulp uiterlijk', 'Help due'),
  judged: text('er is gekeken en geoordeeld', 'somebody looked and judged'),
  late: (howLong: string) => text(`${howLong} te laat`, `${howLong} overdue`),
  left: (howLong: string) => text(`nog ${howLong}`, `${howLong} left`),
  onIt: text('Wie is ermee bezig', 'Who is on it'),
  nobody: text('niemand', 'nobody'),
  allSteps: (count: number) =>
    text(`Alle ${counted(count, 'stap', 'stappen')}`, count === 1 ? 'The one step' : `All ${count} steps`),
  guarantee: text('Garantie', 'Guarantee'),
  notBroken: text('niet gebroken', 'not broken'),
  notGuaranteed: text(
    'voor dit gezin geldt de garantie niet meer',
    'the guarantee no longer holds for this family',
  ),
  helpers: text('Afgesproken helpers', 'Agreed helpers'),
  noHelpers: text('geen vastgelegd in een signaleringsplan', 'none recorded in a relapse plan'),
  professional: text('Vaste professional', 'Long-term professional'),
  deputy: (who: string) => text(`vervanger: ${who}`, `deputy: ${who}`),
  former: (who: string) => text(`niemand; het laatst was dat ${who}`, `nobody; the last one was ${who}`),
  noProfessional: text('niemand', 'nobody'),
  more: (count: number) =>
    text(
      `Nog ${counted(count, 'open signaal', 'open signalen')} bij dit gezin`,
      counted(count, 'more open sign in this family', 'more open signs in this family'),
    ),
  actions: (family: string) => text(`Vastleggen voor ${family}`, `Record for ${family}`),
  judge: text('Beoordeel', 'Judge'),
  request: text('Vraag hulp', 'Request help'),
  offer: text('Aanbod', 'Offer'),
  start: text('Hulp begonnen', 'Help started'),
  refusal: text('Afwijzing', 'Refusal'),
  decline: text('Gezin wil niet', 'Family declines'),
  wait: text('Wachtlijst', 'Waiting list'),
  waitBreaks: text(
    'Een wachtlijst, hoe die ook heet, breekt de garantie meteen.',
    'A waiting list, whatever its name, breaks the guarantee at once.',
  ),
  first: text(
    'Na “Vraag hulp” kunt u een aanbod, begin, afwijzing of wachtlijst vastleggen.',
    'After “Request help” you can record an offer, a start, a refusal or a waiting list.',
  ),
  missing: (count: number) =>
    text(
      `Van ${counted(count, 'gezin', 'gezinnen')} wordt de stand nog uitgerekend. De lijsten onder de eerste zijn dus nog niet compleet. Ververs over een ogenblik.`,
      `The state of ${counted(count, 'family', 'families')} is still being worked out, so the lists below the first are not complete. Refresh in a moment.`,
    ),
};

/** What live.js says; {n} becomes a number. */
export const queueNews = {
  new: [text('1 nieuw signaal', '1 new sign'), text('{n} nieuwe signalen', '{n} new signs')],
  changed: [text('1 wijziging', '1 change'), text('{n} wijzigingen', '{n} changes')],
  gone: [
    text('1 gezin staat niet meer in de lijst', '1 family is no longer in the list'),
    text('{n} gezinnen staan niet meer in de lijst', '{n} families are no longer in the list'),
  ],
} as const;

/** How long, in the largest unit that says enough. */
export function howLong(ms: number): Text {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  if (minutes < 60) return text(counted(minutes, 'minuut', 'minuten'), counted(minutes, 'minute', 'minutes'));
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return text(`${hours} uur`, counted(hours, 'hour', 'hours'));
  const days = Math.floor(hours / 24);
  return text(counted(days, 'dag', 'dagen'), counted(days, 'day', 'days'));
}
