import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** What each alarm says, by its rule (domain.md 4.7). */
const alarms: Readonly<Record<string, Text>> = {
  L1: text('Onveilig: geweld of gevaar staat open', 'Unsafe: violence or danger is open'),
  L2: text('Een cruciale afspraak is gebroken', 'A critical agreement was broken'),
  L3: text('Het zicht op deze persoon is weg', 'Sight of this person is lost'),
  L4: text(
    'Een beschermende maatregel loopt af zonder vervanging',
    'A protective measure ends with nothing in its place',
  ),
  L5: text('Rood signaal of acute bel', 'Red signal or acute bell'),
  M2: text('Een cruciale afspraak wordt niet gemonitord', 'A critical agreement is not monitored'),
  M5: text('Een monitor is te laat of stil', 'A monitor is late or silent'),
  M6: text('Monitoren zijn stil', 'Monitors are silent'),
  M8: text('Een monitor is afwezig zonder vervanger', 'A monitor is away without a stand-in'),
  M10: text('Een helper draagt te veel', 'A helper carries too much'),
  M11: text('Een bel is niet op tijd beantwoord', 'A bell was not answered in time'),
  M14: text('Dicht om dit kind staan alleen professionals', 'Only professionals stand close to this child'),
  M15: text(
    'Afspraak met een steunfiguur is toe aan evaluatie',
    'The arrangement with a supporter is due for review',
  ),
  R7: text('Mogelijke terugval is niet op tijd beoordeeld', 'A possible relapse was not judged in time'),
  U6: text('Een stap is buiten de volgorde begonnen', 'A step was started out of order'),
  W6: text(
    'De helft van de tijd is om en hulp is niet begonnen',
    'Half of the time has passed and help has not started',
  ),
  W10: text('Hulp werd afgewezen: bied opnieuw aan', 'Help was declined: offer again'),
  W11: text('De wachtlijstvrije garantie is gebroken', 'The no-waitlist guarantee was broken'),
  W12: text('Begonnen hulp is toe aan evaluatie', 'Help that started is due for review'),
  W13: text(
    'Traumabehandeling van een ouder komt niet op gang',
    'The trauma treatment of a parent does not get started',
  ),
  C1: text('Er is geen vaste professional', 'There is no long-term professional'),
  C2: text('Contact met het gezin is over tijd', 'Contact with the family is overdue'),
  C3: text(
    'De professional vertrekt en er is geen opvolger',
    'The professional leaves and there is no successor',
  ),
};

/** Why a family did wait although it may not (W5-W9). */
const breaches: Readonly<Record<string, Text>> = {
  W5: text('Op een wachtlijst gezet, hoe die ook heet', 'Placed on a waiting list, whatever its name'),
  W6: text('Hulp is niet op tijd begonnen', 'Help did not start in time'),
  W7: text(
    'Hulp is geweigerd om een reden die hier niet geldt',
    'Help was refused for a reason that does not count here',
  ),
  W8: text('Terugval is als een nieuwe zaak behandeld', 'The relapse was handled as a new case'),
  W9: text('Een kind kreeg geen eigen hulp', 'A child got no help of its own'),
};

export const alarmText = (rule: string): Text => alarms[rule] ?? text(`Alarm ${rule}`, `Alarm ${rule}`);
export const breachText = (rule: string): Text => breaches[rule] ?? text(`Breuk ${rule}`, `Breach ${rule}`);

/** Every rule that may alarm, in the order of the contract. */
export const alarmRules: readonly string[] = Object.keys(alarms);
