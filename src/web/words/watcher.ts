import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words for people who watch one agreement, on a telephone: short, and nobody is named. */
export const watcherWords = {
  title: text('Uw afspraak', 'Your agreement'),
  neutral: text(
    'U hebt afgesproken om mee te kijken of een afspraak over veiligheid wordt gehouden.',
    'You agreed to help see whether an agreement about safety is kept.',
  ),
  due: (day: string) => text(`Uw volgende bericht: rond ${day}.`, `Your next message: around ${day}.`),
  away: (day: string) =>
    text(
      `U hebt gezegd dat u tot ${day} niet kunt. Kunt u toch iets vertellen? Dat mag.`,
      `You said that you cannot until ${day}. You may still tell us something.`,
    ),
  otherwise: text('Wat u ook kunt doen', 'What else you can do'),
  others: text('Uw andere afspraken', 'Your other agreements'),
  other: (place: number) => text(`Afspraak ${place}`, `Agreement ${place}`),
  current: text('deze ziet u nu', 'this one is shown now'),
  result: text('Is de afspraak gehouden?', 'Was the agreement kept?'),
  results: {
    kept: text('Ja', 'Yes'),
    partly: text('Voor een deel', 'In part'),
    broken: text('Nee', 'No'),
    could_not_observe: text('Ik kon het niet zien', 'I could not see it'),
  },
  seen: text('Wie hebt u gezien of gesproken?', 'Whom did you see or speak to?'),
  seenHint: text('Niemand? Dan laat u dit leeg.', 'Nobody? Then leave this empty.'),
  alone: text('Was er iemand bij?', 'Was anybody with them?'),
  aloneHint: text('Alleen als u iemand zag of sprak.', 'Only if you saw or spoke to somebody.'),
  alones: {
    alone: text('Nee, ik sprak of zag het kind alleen', 'No, I saw or spoke to the child alone'),
    others: text('Alleen anderen, zoals de klas', 'Only others, such as the class'),
    none: text('Nee, niemand uit het gezin', 'No, nobody of the family'),
    family: text('Ja, een volwassene uit het gezin', 'Yes, an adult of the family'),
    unknown: text('Dat weet ik niet meer', 'I do not remember'),
  },
  worry: text('Maakt u zich zorgen?', 'Are you worried?'),
  worries: {
    '0': text('Nee', 'No'),
    '1': text('Een beetje', 'A little'),
    '2': text('Ja', 'Yes'),
    '3': text('Ja, heel veel', 'Yes, very much'),
  },
  stillSafe: text('Is het nog steeds veilig?', 'Is it still safe?'),
  basicConditions: text(
    'Hebben de kinderen wat ze nodig hebben om goed op te groeien?',
    'Do the children have what they need to grow up well?',
  ),
  helpNeeded: text('Is er misschien weer even hulp nodig?', 'Is help needed again for a while?'),
  tri: {
    yes: text('Ja', 'Yes'),
    no: text('Nee', 'No'),
    unknown: text('Weet ik niet', 'I do not know'),
  },
  more: text('Wilt u er iets bij vertellen?', 'Do you want to add something?'),
  moreHint: text(
    'Schrijf liever geen namen op. De hulpverlener van het gezin leest dit.',
    'Rather write no names. The professional of the family reads this.',
  ),
  send: text('Verstuur', 'Send'),
  bell: text('Aan de bel trekken', 'Ring the bell'),
  bellWhy: text(
    'Gaat het niet goed, of dreigt het mis te gaan? Dan laat u dat hier weten.',
    'Is it not going well, or may it go wrong? Let us know here.',
  ),
  bellFirst: text('Is er nu gevaar? Bel eerst 112.', 'Is there danger now? First call 112.'),
  urgency: text('Hoe snel moet iemand iets doen?', 'How soon should somebody act?'),
  urgencies: {
    acute: text('Nu meteen. Ik heb 112 gebeld of ik bel nu', 'At once. I called 112 or I am calling now'),
    urgent: text('Vandaag of morgen', 'Today or tomorrow'),
    early: text('Deze week', 'This week'),
  },
  what: text('Wat is er aan de hand?', 'What is going on?'),
  ring: text('Trek aan de bel', 'Ring the bell'),
  stop: text('Ik kan dit niet (meer) doen', 'I cannot do this (any more)'),
  stopWhy: text(
    'Dat is goed om te zeggen. U hoeft niet uit te leggen waarom. Dan kan iemand anders het overnemen.',
    'It is good to say so. You need not explain why. Somebody else can take over.',
  ),
  howLong: text('Hoe lang kunt u het niet doen?', 'For how long can you not do it?'),
  stops: {
    week: text('1 week', '1 week'),
    fortnight: text('2 weken', '2 weeks'),
    month: text('4 weken', '4 weeks'),
    forever: text('Ik stop ermee', 'I stop'),
  },
  tellUs: text('Laat het weten', 'Let us know'),
  back: text('Terug naar uw afspraak', 'Back to your agreement'),
  thanks: text('Dank u wel', 'Thank you'),
  received: text('Uw bericht is aangekomen.', 'Your message has arrived.'),
  nextTime: (day: string) =>
    text(
      `We vragen u weer rond ${day}. U mag ook eerder iets laten weten.`,
      `We will ask you again around ${day}. You may also tell us something sooner.`,
    ),
  worried: text(
    'U ziet dat het niet goed gaat, of u maakt zich zorgen. Moet iemand snel iets doen? Trek dan aan de bel.',
    'You see that it is not going well, or you are worried. Should somebody act soon? Then ring the bell.',
  ),
  rung: text('U hebt aan de bel getrokken', 'You rang the bell'),
  rungBy: {
    agreed: (who: Text, minutes: Text) =>
      text(
        `Afgesproken is dat iemand (${who.nl}) binnen ${minutes.nl} reageert.`,
        `It was agreed that somebody (${who.en}) responds within ${minutes.en}.`,
      ),
    office: text(
      'Dat geldt op werkdagen overdag. Kan het niet wachten? Bel Veilig Thuis: 0800-2000, dag en nacht.',
      'That holds in the daytime on working days. Can it not wait? Call Veilig Thuis: 0800-2000, day and night.',
    ),
    noted: text(
      'Uw bericht ligt bij de hulpverlener van het gezin. Er is niet afgesproken hoe snel u iets hoort. Kan het niet wachten? Bel Veilig Thuis: 0800-2000, dag en nacht.',
      'Your message is with the professional of the family. It was not agreed how soon you will hear. Can it not wait? Call Veilig Thuis: 0800-2000, day and night.',
    ),
  },
  minutes: (count: number) =>
    count % 60 === 0
      ? text(count === 60 ? '1 uur' : `${count / 60} uur`, count === 60 ? '1 hour' : `${count / 60} hours`)
      : text(count === 1 ? '1 minuut' : `${count} minuten`, count === 1 ? '1 minute' : `${count} minutes`),
  paused: (day: string) =>
    text(
      `Tot en met ${day} vragen we u niets. Dank u dat u het op tijd zegt.`,
      `Until ${day} we ask you nothing. Thank you for telling us in time.`,
    ),
  stopped: text('U bent gestopt', 'You have stopped'),
  stoppedMore: text(
    'Dank u voor wat u hebt gedaan. Deze link werkt nu niet meer. Ziet u later toch iets dat u zorgen geeft? Bel dan Veilig Thuis: 0800-2000.',
    'Thank you for what you have done. This link does not work any more. Do you see something worrying later? Then call Veilig Thuis: 0800-2000.',
  ),
  code: text('Uw code', 'Your code'),
  codeHint: text(
    'U kreeg 4 cijfers van de persoon die u deze link gaf.',
    'The person who gave you this link told you 4 digits.',
  ),
  open: text('Open', 'Open'),
  wrongCode: (left: number) =>
    text(
      `Deze code klopt niet. U kunt het nog ${left} keer proberen. Weet u de code niet meer? Bel de persoon die u deze link gaf.`,
      `This code is not right. You can try ${left} more ${left === 1 ? 'time' : 'times'}. Do you not remember the code? Call the person who gave you this link.`,
    ),
  choose: text('Kies een antwoord.', 'Choose an answer.'),
  chooseAlone: text(
    'U zag of sprak iemand. Kies of er iemand bij was.',
    'You saw or spoke to somebody. Choose whether anybody was with them.',
  ),
  tooLong: text(
    'Maak uw tekst korter: niet meer dan 2000 tekens.',
    'Make your text shorter: at most 2000 characters.',
  ),
  notSent: text(
    'Uw bericht is nog niet verstuurd. Alles wat u invulde staat er nog. Probeer het over een minuut weer.',
    'Your message has not been sent yet. Everything that you filled in is still there. Try again in a minute.',
  ),
};

/** Somebody who is protected, told apart without a name. */
export const personLabels = {
  one: {
    child: text('Het kind', 'The child'),
    unborn_child: text('De ouder die een kind verwacht', 'The parent who expects a child'),
    adult: text('De volwassene', 'The adult'),
    unrecorded: text('De persoon om wie het gaat', 'The person it is about'),
  },
  oldest: text('Het oudste kind', 'The oldest child'),
  youngest: text('Het jongste kind', 'The youngest child'),
  nth: (place: number) =>
    text(`Het ${place}e kind, de oudste eerst geteld`, `Child ${place}, counted from the oldest`),
  numbered: {
    child: (place: number) => text(`Kind ${place}`, `Child ${place}`),
    unborn_child: (place: number) =>
      text(`Kind dat nog geboren wordt ${place}`, `Child still to be born ${place}`),
    adult: (place: number) => text(`Volwassene ${place}`, `Adult ${place}`),
    unrecorded: (place: number) => text(`Persoon ${place}`, `Person ${place}`),
  },
};

/** The same for a link that never was, has expired, was ended, or about which nothing is asked any more. */
export const linkEnded = {
  title: text('Deze link werkt niet (meer)', 'This link does not work (any more)'),
  next: text(
    'Bel de persoon die u deze link gaf. Die kan u een nieuwe geven.',
    'Call the person who gave you this link. They can give you a new one.',
  ),
};
