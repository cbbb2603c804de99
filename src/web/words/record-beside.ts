import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** What stands beside a form: bells that wait, the network, and what of the analysis is not known. */
export const besideWords = {
  label: text('Bij dit formulier', 'Beside this form'),
  openBells: text('Hier is nog geen antwoord op', 'Nobody answered this yet'),
  bellHelp: text(
    'Is er nu gevaar: bel 112. Veilig Thuis: 0800-2000, dag en nacht.',
    'Is there danger now: call 112. Veilig Thuis: 0800-2000, day and night.',
  ),
  rungAt: text('de bel ging op', 'the bell was rung at'),
  about: (agreement: string) => text(`Afspraak: ${agreement}`, `Agreement: ${agreement}`),
  answersBy: text('antwoordt vóór', 'answers before'),
  isOver: text('die tijd is voorbij', 'that time is over'),
  allOver: text(
    'Niemand op dit pad antwoordde op tijd. Bel zelf.',
    'Nobody on this path answered in time. Call yourself.',
  ),
  answer: text('Leg het antwoord vast', 'Record the answer'),
  whoIsRung: text('Wie wordt gebeld als het mis dreigt te gaan?', 'Who is rung if it threatens to go wrong?'),
  within: (minutes: number) =>
    text(
      `antwoordt binnen ${minutes} ${minutes === 1 ? 'minuut' : 'minuten'}`,
      `answers within ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
    ),
  officeHours: text('alleen overdag', 'in office hours only'),
  said: text('zei nog geen ja', 'did not say yes yet'),
  noPath: text(
    'Bij geen enkele afspraak is vastgelegd wie er wordt gebeld.',
    'No agreement says who is rung.',
  ),
  // The network
  network: text('Wie er nu om heen staan', 'Who stand around them now'),
  networkDrawing: (name: string, count: number) =>
    text(
      `Tekening: ${name} in het midden van vier kringen, met ${count} ${count === 1 ? 'steunfiguur' : 'steunfiguren'}. De lijst ernaast zegt hetzelfde.`,
      `Drawing: ${name} in the middle of four rings, with ${count} ${count === 1 ? 'supporter' : 'supporters'}. The list beside it says the same.`,
    ),
  ring: (ring: number) => text(`kring ${ring}`, `ring ${ring}`),
  // The analysis
  openQuestions: text('Nog niet bekend', 'Not known yet'),
  openLead: text(
    'Vraag dit nog. Weet u het niet, kies dan "onbekend": dat is ook een antwoord.',
    'Still ask this. If you do not know, choose "unknown": that is an answer too.',
  ),
  allKnown: text(
    'Op elke vraag van de analyse is een antwoord vastgelegd.',
    'An answer to every question of the analysis was recorded.',
  ),
  analysis: text('Er is nog geen grondige analyse vastgelegd.', 'No thorough analysis was recorded yet.'),
  profile: text('Welk gezinsprofiel past, is onbekend.', 'Which family profile fits is not known.'),
  control: text(
    'Of er dwingende controle is, is onbekend. Dat telt als ja.',
    'Whether there is coercive control is not known. That counts as yes.',
  ),
  spoken: (names: string) =>
    text(
      `Voor de analyse nog niet los van de ander gesproken: ${names}.`,
      `For the analysis not spoken to apart from the other yet: ${names}.`,
    ),
  asked: (names: string) =>
    text(
      `Voor de analyse nog niet zelf gevraagd aan: ${names}.`,
      `For the analysis not asked themselves yet: ${names}.`,
    ),
  factor: (factor: string) =>
    text(
      `De factor "${factor}" is na de analyse nog niet opnieuw bekeken.`,
      `The factor "${factor}" was not looked at again after the analysis yet.`,
    ),
  factorOf: (factor: string, name: string) => text(`${factor} bij ${name}`, `${factor} in ${name}`),
};
