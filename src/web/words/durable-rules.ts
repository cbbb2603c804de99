import type { RuleWords } from './rules.ts';
import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** The rules of durable safety as sentences. */
export const durableRules = {
  U1: {
    name: text('Lang rustig', 'Long calm'),
    met: text(
      'Er is lang genoeg een besluit van kracht en al die tijd zicht geweest.',
      'A decision has been in force and there has been sight for long enough.',
    ),
    notMet: text(
      'Het is nog niet lang genoeg rustig, met zicht.',
      'It has not been calm, with sight, for long enough.',
    ),
    missing: {
      decision: text(
        'Er is nog niet lang genoeg een geldig besluit.',
        'There has not been a valid decision for long enough.',
      ),
      sight: text(
        'Er is een gat in het zicht, of het begon te kort geleden.',
        'There is a gap in sight, or it began too recently.',
      ),
    },
  },
  U2: {
    name: text('Basisvoorwaarden voor ontwikkeling', 'Basic conditions for development'),
    met: text('De twaalf basisvoorwaarden zijn op orde.', 'The twelve basic conditions are in order.'),
    notMet: text(
      'De twaalf basisvoorwaarden zijn niet op orde.',
      'The twelve basic conditions are not in order.',
    ),
    missing: {
      not_assessed: text(
        'Niet alle twaalf zijn kort geleden met eigen ogen beoordeeld.',
        'Not all twelve were assessed recently by seeing.',
      ),
      insufficient: text('Minstens één is onvoldoende.', 'At least one is insufficient.'),
      fragile: text('Te veel zijn kwetsbaar.', 'Too many are fragile.'),
    },
  },
  U3: {
    name: text('Herstel van het kind', 'Recovery of the child'),
    met: text(
      'De herstelbehoefte is bekend en er wordt iets aan gedaan.',
      'The recovery need is known and met.',
    ),
    notMet: text(
      'Het herstel van het kind is niet geregeld.',
      'The recovery of the child is not provided for.',
    ),
    missing: {
      none: text('De herstelbehoefte is nog niet beoordeeld.', 'The recovery need has not been assessed.'),
      stale: text(
        'De beoordeling van de herstelbehoefte is te oud.',
        'The assessment of the recovery need is too old.',
      ),
      not_asked: text('Het kind zelf is niet gevraagd.', 'The child itself was not asked.'),
      residual: text('Het kind laat daarna nog gevolgen zien.', 'The child has shown after-effects since.'),
      help_not_started: text(
        'De eigen hulp voor het kind is niet begonnen.',
        'The child’s own help has not started.',
      ),
      next_look: text(
        'De afgesproken nieuwe blik is niet gepland of verstreken.',
        'The agreed next look is not set or has passed.',
      ),
    },
  },
  U4: {
    name: text('Trauma van ouders', 'Trauma of parents'),
    met: text(
      'Elke ouder is gescreend en waar nodig in behandeling.',
      'Every parent was screened and is treated where needed.',
    ),
    notMet: text(
      'Trauma van ouders is niet uitgezocht of niet behandeld.',
      'Trauma of parents is not screened or not treated.',
    ),
    missing: {
      not_screened: text(
        'Van een ouder is onbekend of er trauma speelt.',
        'Of one parent it is unknown whether there is trauma.',
      ),
      treatment: text(
        'De behandeling van een ouder is niet ver genoeg.',
        'The treatment of one parent has not come far enough.',
      ),
    },
  },
  U5: {
    name: text('Risicofactoren', 'Risk factors'),
    met: text(
      'Alle instandhoudende factoren zijn weg of onder controle.',
      'All sustaining factors are gone or controlled.',
    ),
    notMet: text(
      'Niet alle instandhoudende factoren zijn onder controle.',
      'Not all sustaining factors are controlled.',
    ),
    missing: {
      analysis: text('Er is geen grondige analyse.', 'There is no analysis.'),
      factor: text(
        'Een factor is niet kort geleden als weg of onder controle beoordeeld.',
        'A factor was not recently judged gone or controlled.',
      ),
    },
  },
  U6: {
    name: text('Volgorde', 'Order'),
    met: text(
      'De stappen zijn in de juiste volgorde begonnen.',
      'The steps were started in the right order.',
    ),
    notMet: text('Een stap is te vroeg begonnen.', 'A step was started too early.'),
  },
  U7: {
    name: text('Werk met beide partners', 'Work with both partners'),
    met: text(
      'Er is geen gezamenlijk relatiewerk zolang er intimidatie kan zijn.',
      'There is no joint work while there may be intimidation.',
    ),
    notMet: text(
      'Er loopt relatiewerk terwijl er intimidatie kan zijn.',
      'Joint work is going on while there may be intimidation.',
    ),
  },
  U8: {
    name: text('Netwerk', 'Network'),
    met: text(
      'Het gewone leven en het eigen netwerk kijken mee.',
      'Ordinary life and the own network are watching along.',
    ),
    notMet: text('Het netwerk draagt de veiligheid nog niet.', 'The network does not carry safety yet.'),
    missing: {
      uncovered: text(
        'Een duurzame afspraak wordt niet gemonitord.',
        'A durable agreement is not monitored.',
      ),
      informal: text(
        'Niemand uit het eigen netwerk kijkt echt mee.',
        'Nobody from the own network is really watching.',
      ),
      ordinary_life: text(
        'School, opvang of jeugdgezondheidszorg kijkt niet mee.',
        'No school, childcare or youth health care is watching.',
      ),
    },
  },
  U9: {
    name: text('Signaleringsplan', 'Relapse plan'),
    met: text(
      'Elke ouder en partner heeft een geoefend signaleringsplan.',
      'Every parent and partner has a rehearsed relapse plan.',
    ),
    notMet: text('Het signaleringsplan is niet compleet.', 'The relapse plan is not complete.'),
    missing: {
      guarantee: text(
        'De wachtlijstvrije garantie geldt niet.',
        'The no-waitlist guarantee is not in force.',
      ),
      plan: text('Iemand heeft geen signaleringsplan.', 'Someone has no relapse plan.'),
      signal: text('In een plan staan geen signalen.', 'A plan holds no signals.'),
      observer: text(
        'Een signaal heeft geen monitor die erop let.',
        'A signal has no monitor watching for it.',
      ),
      helper: text('In een plan staat geen helper.', 'A plan names no helper.'),
      rehearsal: text('Een plan is niet kort geleden geoefend.', 'A plan was not rehearsed recently.'),
    },
  },
  U10: {
    name: text('Vaste professional', 'Long-term professional'),
    met: text(
      'Er zijn een vaste professional en een vervanger, en er is contact.',
      'There are a professional, a deputy, and contact.',
    ),
    notMet: text(
      'De vaste professional is niet geregeld.',
      'The long-term professional is not provided for.',
    ),
    missing: {
      professional: text('Er is geen vaste professional.', 'There is no long-term professional.'),
      deputy: text('Er is geen vervanger.', 'There is no deputy.'),
      contact: text('Het contact is te lang geleden.', 'The last contact was too long ago.'),
      linked: text(
        'De professional is verbonden met iemand die geweld gebruikte.',
        'The professional is linked to someone who used violence.',
      ),
    },
  },
  U11: {
    name: text('Uitkomst', 'Outcome'),
    met: text('De laatste metingen noemen geen geweld meer.', 'The latest measurements name no violence.'),
    notMet: text('De uitkomst is nog niet goed genoeg.', 'The outcome is not good enough yet.'),
    missing: {
      not_measured: text('Er is na een jaar nog niet gemeten.', 'Nothing was measured after a year.'),
      violence: text(
        'Bij iemand is er nog geweld, of het is onbekend.',
        'For someone there is still violence, or it is unknown.',
      ),
    },
  },
} as const satisfies Readonly<Record<string, RuleWords>>;
