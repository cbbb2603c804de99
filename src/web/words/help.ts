import type { Status } from '../../domain/vocabulary.ts';
import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

export const helpWords = {
  title: text('Hulp en uitleg', 'Help'),
  lead: text(
    'Wat de woorden en tekens van Waakvlam betekenen, welke toetsen werken, en wie u belt.',
    'What the words and signs of Waakvlam mean, which keys work, and whom to call.',
  ),
  contents: text('Op deze bladzijde', 'On this page'),
  call: text('Wie belt u?', 'Whom do you call?'),
  statuses: text('Wat betekent de status?', 'What does the status mean?'),
  lower: text(
    'Waakvlam kan een status verlagen zodra een feit of het zicht ontbreekt. Verhogen doen alleen mensen, samen en met reden. Geen bericht is geen goed bericht: wie lang niets hoort, weet niet of het veilig is.',
    'Waakvlam may lower a status as soon as a fact or sight is missing. Only people raise it, together and with reasons. No news is never good news: who hears nothing for long does not know whether it is safe.',
  ),
  words: text('Woorden', 'Words'),
  keys: text('Toetsen', 'Keys'),
  key: text('Toets', 'Key'),
  does: text('Wat gebeurt er?', 'What happens?'),
  keysCaption: text('Toetsen die op elke bladzijde werken', 'Keys that work on every page'),
  safety: text('Als iemand meekijkt', 'When somebody looks along'),
  safetyMore: text(
    '"Snel weg" staat rechtsboven op elke bladzijde. U wordt afgemeld, deze bladzijde verdwijnt en er komt een gewone website. De knop "terug" brengt u hier niet terug. De geschiedenis van uw browser kan nog wel laten zien dat Waakvlam open was.',
    '"Leave now" stands at the top right of every page. You are signed out, this page disappears and an ordinary website comes. The button "back" does not lead here again. The history of your browser may still show that Waakvlam was open.',
  ),
  covered: text(
    'Raakt u de bladzijde een paar minuten niet aan, dan wordt zij afgedekt tot u op "Ga verder" drukt.',
    'If you do not touch the page for a few minutes, it is covered until you press "Go on".',
  ),
};

/** Each with the number to call, if there is one. */
export const whomToCall: readonly { readonly when: Text; readonly who: Text; readonly number?: string }[] = [
  {
    when: text('Iemand is nu in gevaar', 'Somebody is in danger now'),
    who: text('Politie, brandweer of ambulance', 'Police, fire brigade or ambulance'),
    number: '112',
  },
  {
    when: text(
      'U maakt zich zorgen, of wilt overleggen of advies',
      'You worry, or want to consult or get advice',
    ),
    who: text('Veilig Thuis, gratis, dag en nacht', 'Veilig Thuis, free, day and night'),
    number: '0800-2000',
  },
  {
    when: text('Een kind of jongere wil zelf praten', 'A child or young person wants to talk'),
    who: text('De Kindertelefoon, gratis', 'De Kindertelefoon, free'),
    number: '0800-0432',
  },
  {
    when: text('U denkt aan zelfmoord, of iemand anders', 'You, or somebody else, think of suicide'),
    who: text('113 Zelfmoordpreventie, gratis, dag en nacht', '113 suicide prevention, free, day and night'),
    number: '0800-0113',
  },
  {
    when: text('Waakvlam werkt niet, of u kunt er niet in', 'Waakvlam does not work, or you cannot get in'),
    who: text(
      'De beheerder van Waakvlam in uw organisatie. Leg intussen vast op papier wat u ziet, met datum en tijd.',
      'The person who runs Waakvlam in your organisation. Meanwhile write down on paper what you see, with date and time.',
    ),
  },
];

/** What a reader may and may not conclude. */
export const statusHelp: Readonly<Record<Status, Text>> = {
  unsafe: text(
    'Er is geweld of gevaar dat nog openstaat. Er moet nu iets gebeuren.',
    'There is violence or danger that is still open. Something must happen now.',
  ),
  unknown: text(
    'Wij kunnen niet zeggen of het veilig is: er ontbreekt zicht, een afspraak of een oordeel. Onbekend is niet "waarschijnlijk goed".',
    'We cannot say whether it is safe: sight, an agreement or an assessment is missing. Unknown is not "probably fine".',
  ),
  direct: text(
    'Hier en nu is er geen acuut gevaar. De afspraken werken, en mensen die het kunnen weten hebben het kort geleden gezien. Het team heeft dit besloten.',
    'Here and now there is no acute danger. The agreements work, and people who can know have seen it recently. The team decided so.',
  ),
  durable: text(
    'Er is lange tijd geen geweld, kinderen krijgen wat zij nodig hebben, de schade herstelt en een netwerk draagt het. Ook dan blijven mensen kijken.',
    'For a long time there has been no violence, children get what they need, harm heals and a network carries it. Even then people keep watching.',
  ),
};

export const keyWords: readonly { readonly keys: readonly Text[]; readonly does: Text }[] = [
  {
    keys: [text('Tab', 'Tab')],
    does: text(
      'Naar de volgende link of het volgende veld. De eerste link slaat het menu over.',
      'To the next link or field. The first link skips the menu.',
    ),
  },
  {
    keys: [text('Shift', 'Shift'), text('Tab', 'Tab')],
    does: text('Terug naar de vorige.', 'Back to the one before.'),
  },
  {
    keys: [text('Enter', 'Enter')],
    does: text('Opent een link of verstuurt een formulier.', 'Opens a link or sends a form.'),
  },
  {
    keys: [text('Spatie', 'Space')],
    does: text('Kruist een vakje aan, of klapt uitleg open.', 'Ticks a box, or opens an explanation.'),
  },
  {
    keys: [text('Esc', 'Esc'), text('Esc', 'Esc')],
    does: text(
      'Snel weg: twee keer kort na elkaar. Waakvlam sluit meteen.',
      'Leave now: twice in quick succession. Waakvlam closes at once.',
    ),
  },
];
