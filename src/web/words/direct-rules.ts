import type { RuleWords } from './rules.ts';
import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** The rules of direct safety as sentences. */
export const directRules = {
  L1: {
    name: text('Geen open geweld of gevaar', 'No open violence or danger'),
    met: text(
      'Geen geweld of gevaar dat deze persoon raakt staat nog open.',
      'No violence or danger that affects this person is still open.',
    ),
    notMet: text(
      'Er is geweld of gevaar dat deze persoon raakt en dat nog niet is weerlegd door een latere beoordeling waarbij iemand alleen is gesproken.',
      'There is violence or danger that affects this person and that no later assessment, made by seeing someone alone, has answered.',
    ),
  },
  D1: {
    name: text('Voorwaarden en afspraken', 'Conditions and agreements'),
    met: text(
      'Elke directe veiligheidsvoorwaarde voor deze persoon heeft een afspraak met instemming en een complete belroute.',
      'Every direct safety condition for this person has an agreement with consent and a complete escalation path.',
    ),
    notMet: text(
      'De afspraken voor deze persoon zijn niet compleet.',
      'The agreements for this person are not complete.',
    ),
    missing: {
      condition: text(
        'Er is geen directe veiligheidsvoorwaarde voor deze persoon gesteld.',
        'No direct safety condition has been set for this person.',
      ),
      agreement: text(
        'Bij een voorwaarde is geen afspraak van kracht.',
        'A condition has no agreement in force.',
      ),
      path: text(
        'Bij een afspraak is de belroute niet compleet: minstens twee onafhankelijke partijen die ja zeiden, de laatste dag en nacht bereikbaar.',
        'An agreement has no complete escalation path: at least two independent parties that accepted, the last one reachable day and night.',
      ),
      consent: text(
        'Niet iedereen die moet instemmen heeft dat vrij kunnen doen.',
        'Not everyone who must consent has been able to do so freely.',
      ),
    },
  },
  D2: {
    name: text('Rust na geweld', 'Quiet after violence'),
    met: text(
      'De rusttijd na het laatste bekende geweld in het gezin is voorbij.',
      'The quiet time after the last known violence in the family is over.',
    ),
    notMet: text(
      'De rusttijd na geweld in het gezin is nog niet voorbij.',
      'The quiet time after violence in the family is not over yet.',
    ),
  },
  D3: {
    name: text('Niets open', 'Nothing open'),
    met: text(
      'Geen harde breuk, afgelopen maatregel of rood signaal staat nog open.',
      'No hard break, ended measure or red signal is still open.',
    ),
    notMet: text('Er staat nog iets open.', 'Something is still open.'),
    missing: {
      L2: text(
        'Een cruciale afspraak is gebroken en dat staat nog open.',
        'A critical agreement was broken and that is still open.',
      ),
      L4: text(
        'Een beschermende maatregel is afgelopen zonder vervangende afspraak of beoordeling.',
        'A protective measure ended without an agreement or assessment in its place.',
      ),
      L5: text(
        'Een rood signaal of een acute bel staat nog open.',
        'A red signal or an acute bell is still open.',
      ),
    },
  },
  D4: {
    name: text('Zicht', 'Sight'),
    met: text(
      'Genoeg onafhankelijke partijen hebben deze persoon kort geleden gezien.',
      'Enough independent parties have seen this person recently.',
    ),
    notMet: text(
      'Er is niet genoeg vers en onafhankelijk zicht op deze persoon.',
      'There is not enough fresh and independent sight of this person.',
    ),
    missing: {
      parties: text(
        'Te weinig verschillende onafhankelijke partijen hebben deze persoon kort geleden gezien.',
        'Too few different independent parties have seen this person recently.',
      ),
      child_seen: text(
        'Het kind zelf is niet kort geleden gezien.',
        'The child itself has not been seen recently.',
      ),
      child_alone: text(
        'Het kind is niet kort geleden alleen gezien of gesproken.',
        'The child has not been seen or spoken to alone recently.',
      ),
    },
  },
  D5: {
    name: text('Beoordeling', 'Assessment'),
    met: text(
      'Een geldige, verse beoordeling zegt dat er geen acuut gevaar is.',
      'A sound and fresh assessment says there is no acute danger.',
    ),
    notMet: text(
      'Er is geen geldige, verse beoordeling zonder acuut gevaar.',
      'There is no sound and fresh assessment without acute danger.',
    ),
    missing: {
      none: text(
        'Er is nog geen beoordeling voor deze persoon.',
        'There is no assessment for this person yet.',
      ),
      danger: text(
        'De laatste beoordeling sluit acuut gevaar niet uit.',
        'The latest assessment does not rule out acute danger.',
      ),
      basis: text(
        'De laatste beoordeling berust niet op het alleen zien of spreken van iemand.',
        'The latest assessment does not rest on seeing someone alone.',
      ),
      stale: text('De laatste beoordeling is te oud.', 'The latest assessment is too old.'),
    },
  },
  D6: {
    name: text('Dekking', 'Cover'),
    met: text(
      'De cruciale afspraken worden echt gemonitord, en minstens één beschermt deze persoon.',
      'The critical agreements are really monitored, and at least one protects this person.',
    ),
    notMet: text('De cruciale afspraken zijn niet gedekt.', 'The critical agreements are not covered.'),
    missing: {
      critical_agreement: text(
        'Geen cruciale afspraak beschermt deze persoon.',
        'No critical agreement protects this person.',
      ),
      uncovered: text(
        'Minstens één cruciale afspraak van het gezin wordt niet echt gemonitord.',
        'At least one critical agreement of the family is not really monitored.',
      ),
    },
  },
} as const satisfies Readonly<Record<string, RuleWords>>;
