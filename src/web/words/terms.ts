import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

interface Term {
  /** `/help#id` explains it. */
  readonly id: string;
  readonly term: Text;
  readonly means: Text;
}

const term = (id: string, [nl, en]: readonly [string, string], meansNl: string, meansEn: string): Term => ({
  id,
  term: text(nl, en),
  means: text(meansNl, meansEn),
});

interface Subject {
  readonly id: string;
  readonly title: Text;
  readonly terms: readonly Term[];
}

/** The vocabulary in plain words, by subject. */
export const subjects: readonly Subject[] = [
  {
    id: 'people',
    title: text('Het gezin en de mensen', 'The family and the people'),
    terms: [
      term(
        'family',
        ['Gezin', 'Family'],
        'Alle mensen voor wie één plan geldt. Zij kunnen op meer adressen wonen.',
        'All people whom one plan covers. They may live at several addresses.',
      ),
      term(
        'household',
        ['Huishouden', 'Household'],
        'Mensen die op één adres wonen.',
        'People who live at one address.',
      ),
      term(
        'at-risk',
        ['Persoon met risico', 'Person at risk'],
        'Iemand voor wie Waakvlam bijhoudt of het veilig is. Elk kind hoort daarbij.',
        'Somebody whose safety Waakvlam follows. Every child is one.',
      ),
      term(
        'party',
        ['Betrokken partij', 'Party'],
        'Een school, huisarts, buur, familielid, wijkteam of iemand anders die meehelpt.',
        'A school, GP, neighbour, relative, local team or somebody else who helps.',
      ),
      term(
        'long-term-professional',
        ['Langdurig betrokken professional', 'Long-term professional'],
        'De vaste professional die bij het gezin betrokken blijft, ook als het goed gaat, en een terugval vroeg ziet. Dit heet ook waakvlam-contact.',
        'The professional who stays with the family, also when things go well, and notices a relapse early.',
      ),
      term(
        'deputy',
        ['Vervanger', 'Deputy'],
        'Neemt het over als de vaste professional er niet is.',
        'Takes over while the long-term professional is away.',
      ),
      term(
        'supporter',
        ['Steunfiguur', 'Supporter'],
        'Iemand die het gezin kent en helpt zonder dat het zijn werk is, zoals een oma of een JIM.',
        'Somebody who knows the family and helps without it being their job, such as a grandmother.',
      ),
      term(
        'ring',
        ['Netwerkcirkel', 'Ring'],
        'Hoe dichtbij iemand staat: cirkel 1 is het dichtst bij het kind.',
        'How close somebody is: ring 1 is the closest to the child.',
      ),
    ],
  },
  {
    id: 'safety',
    title: text('Veiligheid', 'Safety'),
    terms: [
      term(
        'direct',
        ['Directe veiligheid', 'Direct safety'],
        'Er is hier en nu geen acuut gevaar. Er zijn afspraken, en er is vers zicht.',
        'There is no acute danger here and now. There are agreements, and there is fresh sight.',
      ),
      term(
        'durable',
        ['Duurzame veiligheid', 'Durable safety'],
        'Geen geweld, een goede basis voor kinderen, herstel, en een netwerk dat het volhoudt.',
        'No violence, a good basis for children, recovery, and a network that can carry it.',
      ),
      term(
        'incident',
        ['Incident', 'Incident'],
        'Eén gebeurtenis met geweld, dreiging of verwaarlozing. Ook klein geweld telt.',
        'One event with violence, threat or neglect. Small violence counts too.',
      ),
      term(
        'pattern',
        ['Reeks', 'Pattern'],
        'Geweld dat steeds terugkomt over een periode.',
        'Violence that keeps coming back over a period.',
      ),
      term(
        'coercive-control',
        ['Dwingende controle', 'Coercive control'],
        'De ene partner beheerst het leven van de andere. Slachtoffers zwijgen er vaak over; daarom gelden hogere eisen.',
        'One partner controls the life of the other. Victims are often silent about it; so the demands are higher.',
      ),
      term(
        'sight',
        ['Zicht op veiligheid', 'Sight'],
        'Iemand die het kan weten heeft het kort geleden zelf gezien, los van de persoon die geweld gebruikt.',
        'Somebody who can know has seen it recently, apart from the person who uses violence.',
      ),
      term(
        'assessment',
        ['Veiligheidsbeoordeling', 'Safety assessment'],
        'Een professional beoordeelt of er acuut gevaar is en of er acute problemen zijn.',
        'A professional judges whether there is acute danger and whether there are acute problems.',
      ),
      term(
        'evidence',
        ['Wat de feiten laten zien', 'Evidence'],
        'De status die uit de feiten volgt, los van wat het team besloot. De status is nooit hoger dan dit.',
        'The status that follows from the facts, apart from what the team decided. The status is never higher.',
      ),
    ],
  },
  {
    id: 'plan',
    title: text('Plan en afspraken', 'Plan and agreements'),
    terms: [
      term(
        'plan',
        ['Veiligheids- en herstelplan', 'Safety and recovery plan'],
        'Het ene plan van het gezin, voor veiligheid nu en herstel later.',
        'The one plan of the family, for safety now and recovery later.',
      ),
      term(
        'condition',
        ['Veiligheidsvoorwaarde', 'Safety condition'],
        'Wat minstens waar moet zijn om veilig te zijn.',
        'What must at least be true to be safe.',
      ),
      term(
        'bottom-line',
        ['Bodemeis', 'Bottom line'],
        'Een voorwaarde die nooit gebroken mag worden. Gebeurt het toch, dan is het onveilig.',
        'A condition that may never be broken. If it is, it is unsafe.',
      ),
      term(
        'agreement',
        ['Veiligheidsafspraak', 'Safety agreement'],
        'Wie doet wat en wanneer, zodat een voorwaarde waar wordt.',
        'Who does what and when, so that a condition comes true.',
      ),
      term(
        'step',
        ['Stap', 'Step'],
        'Hulp of behandeling voor één persoon. Sommige stappen moeten eerst; hulp voor een kind wacht nooit.',
        'Help or treatment for one person. Some steps must come first; help for a child never waits.',
      ),
      term(
        'recovery-need',
        ['Herstelbehoefte', 'Recovery need'],
        'Wat iemand nodig heeft om te herstellen, of om schade te kunnen dragen.',
        'What somebody needs to heal, or to bear the harm.',
      ),
      term(
        'basic-condition',
        ['Basisvoorwaarde', 'Basic condition'],
        'Een van de twaalf dingen die een kind nodig heeft om goed op te groeien.',
        'One of the twelve things that a child needs to grow up well.',
      ),
      term(
        'factor',
        ['Risicofactor', 'Risk factor'],
        'Iets dat het geweld in stand houdt, zoals schulden, verslaving of trauma.',
        'Something that keeps the violence going, such as debt, addiction or trauma.',
      ),
    ],
  },
  {
    id: 'watching',
    title: text('Meekijken', 'Watching'),
    terms: [
      term(
        'monitor',
        ['Monitor', 'Monitor'],
        'Een partij die heeft toegezegd op een afspraak te letten en te vertellen wat zij ziet.',
        'A party that accepted to watch an agreement and to tell what it sees.',
      ),
      term(
        'check-in',
        ['Terugkoppeling', 'Check-in'],
        'Een monitor vertelt of de afspraak wordt nagekomen. "Ik kon het niet zien" mag ook, maar telt niet als zicht.',
        'A monitor tells whether the agreement is kept. "I could not see it" is allowed, but is no sight.',
      ),
      term(
        'cadence',
        ['Ritme', 'Cadence'],
        'Om de hoeveel dagen een monitor iets laat horen.',
        'Every how many days a monitor is heard from.',
      ),
      term(
        'overdue',
        ['Te laat', 'Overdue'],
        'De afgesproken dag is voorbij en de monitor heeft nog niets gezegd.',
        'The agreed day has passed and the monitor has not said anything.',
      ),
      term(
        'silent',
        ['Stil', 'Silent'],
        'De monitor heeft meer dan één keer niets laten horen. Stilte is nooit "het gaat goed".',
        'The monitor was not heard from more than once. Silence is never "all is well".',
      ),
      term(
        'coverage',
        ['Dekking', 'Coverage'],
        'Of er op elke afspraak genoeg mensen echt letten, naast wie het heeft toegezegd.',
        'Whether enough people really watch each agreement, beside those who promised to.',
      ),
      term(
        'bell',
        ['Aan de bel trekken', 'Ringing the bell'],
        'Zeggen dat iets mis dreigt te gaan. De belroute zegt wie het eerst hoort en wie daarna.',
        'Saying that something threatens to go wrong. The escalation path says who hears it first and who next.',
      ),
    ],
  },
  {
    id: 'relapse',
    title: text('Terugval en hulp', 'Relapse and help'),
    terms: [
      term(
        'relapse',
        ['Terugval', 'Relapse'],
        'Een oud patroon komt terug. Dat hoeft nog geen geweld te zijn.',
        'An old pattern returns. It need not be violence yet.',
      ),
      term(
        'signal',
        ['Terugvalsignaal', 'Relapse signal'],
        'Een eigen teken van dit gezin: groen, oranje of rood. Wie het zelf meldt, krijgt nooit straf.',
        'A sign of this family: green, orange or red. Who tells it of themselves is never punished.',
      ),
      term(
        'immediate-help',
        ['Directe hulp', 'Immediate help'],
        'Echte hulp die begint, persoonlijk, met beeld of per telefoon. Een intake of een brief telt niet.',
        'Real help that begins, in person, by video or by phone. An intake or a letter does not count.',
      ),
      term(
        'guarantee',
        ['Garantie zonder wachtlijst', 'No-waitlist guarantee'],
        'Een gezin met een plan krijgt bij terugval direct hulp en komt niet op een wachtlijst.',
        'A family with a plan gets help at once in a relapse and is never put on a waiting list.',
      ),
      term(
        'breach',
        ['Garantiebreuk', 'Breach'],
        'Het gezin moest toch wachten, of hulp werd geweigerd. Dat blijft zichtbaar, ook als er later hulp komt.',
        'The family had to wait after all, or help was refused. It stays visible, also when help comes later.',
      ),
      term(
        'bridging',
        ['Overbruggingszorg', 'Bridging care'],
        'Helpt in de tussentijd, maar is nog niet de hulp die nodig is.',
        'Helps meanwhile, but is not yet the help that is needed.',
      ),
      term(
        'warm-handover',
        ['Warme overdracht', 'Warm handover'],
        'De oude en de nieuwe professional spreken samen met het gezin.',
        'The old and the new professional talk with the family together.',
      ),
    ],
  },
  {
    id: 'times',
    title: text('Tijden', 'Times'),
    terms: [
      term(
        'three-times',
        ['Gebeurd, bekend, vastgelegd', 'Occurred, known, recorded'],
        'Elk feit heeft drie tijden: toen het gebeurde, toen iemand met een taak het hoorde, en toen het in Waakvlam kwam.',
        'Every fact has three times: when it occurred, when somebody with a duty heard of it, and when it came into Waakvlam.',
      ),
      term(
        'viewpoint',
        ['Met de kennis van', 'With the knowledge of'],
        'Laat zien wat men toen wist. Wat later is vastgelegd, ziet u dan niet.',
        'Shows what was known then. What was recorded later is not shown.',
      ),
      term(
        'correction',
        ['Correctie en intrekking', 'Correction and retraction'],
        'Wat fout is vastgelegd, wordt verbeterd of ingetrokken. Het oude blijft in het logboek staan, doorgestreept.',
        'What was recorded wrongly is corrected or retracted. The old stays in the log, struck through.',
      ),
    ],
  },
];
