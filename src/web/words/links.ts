import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words for the personal links of who watches, and for the paper of a family member. */
export const linkWords = {
  lead: text(
    'Wie afsprak om mee te kijken, kan dat melden met een persoonlijke link. Er is geen account nodig. De link noemt niemand bij naam.',
    'Who agreed to watch can report with a personal link. No account is needed. The link names nobody.',
  ),
  none: text(
    'Nog niemand heeft ja gezegd om mee te kijken. Leg eerst vast wie meekijkt.',
    'Nobody has agreed to watch yet. First record who watches.',
  ),
  caption: text('Persoonlijke links', 'Personal links'),
  party: text('Wie kijkt mee', 'Who watches'),
  state: text('Link', 'Link'),
  actions: text('Wat u kunt doen', 'What you can do'),
  words: text('Wat de meekijker leest', 'What the watcher reads'),
  noLink: text('geen link', 'no link'),
  neverOpened: text('nog niet geopend', 'never opened'),
  opened: text('laatst geopend op', 'last opened on'),
  expires: text('geldig tot', 'valid until'),
  withCode: text('met code', 'with a code'),
  make: text('Maak een link', 'Make a link'),
  renew: text('Maak een nieuwe link', 'Make a new link'),
  renewMore: text('De oude link werkt dan niet meer.', 'The old link then works no more.'),
  bare: text('Zonder code', 'Without a code'),
  bareHint: text(
    'Dan kan iedereen die het bericht leest de link openen. Kies dit alleen als een code niet lukt.',
    'Then whoever reads the message can open the link. Choose this only if a code does not work out.',
  ),
  end: text('Trek de link in', 'Revoke the link'),
  ended: text('De link is ingetrokken en werkt niet meer.', 'The link was revoked and works no more.'),
  made: (name: string) => text(`De link voor ${name}`, `The link for ${name}`),
  once: text(
    'U ziet de link en de code maar één keer. Kopieer de link nu, of laat de code scannen met een telefoon.',
    'You see the link and the code only once. Copy the link now, or have it scanned with a telephone.',
  ),
  address: text('Link', 'Link'),
  code: text('Code', 'Code'),
  codeHint: text(
    'Geef deze vier cijfers door via de telefoon, niet in hetzelfde bericht als de link.',
    'Pass on these four digits by telephone, not in the same message as the link.',
  ),
  scan: text('Scan de link met een telefoon', 'Scan the link with a telephone'),
  copy: text('Kopieer', 'Copy'),
  copied: text('Gekopieerd', 'Copied'),
  tied: text(
    'Let op: deze partij woont bij of is verbonden met een gezinslid. Wat voor dat gezinslid verborgen is, ziet deze partij ook niet.',
    'Note: this party lives with or is linked to a family member. What is hidden from that member is hidden from this party.',
  ),
  notAsked: text(
    'Deze partij kijkt nu nergens meer naar. Leg eerst vast dat zij weer meekijkt.',
    'This party does not watch anything now. First record that it watches again.',
  ),
};

export const paperWords = {
  title: (name: string) => text(`Afspraken voor ${name}`, `Agreements for ${name}`),
  open: (name: string) => text(`Blad om af te drukken voor ${name}`, `Sheet to print for ${name}`),
  lead: text(
    'Dit blad is voor u. Het zegt wat u hebt afgesproken en wie u kunt bellen.',
    'This sheet is for you. It says what you agreed and whom you can call.',
  ),
  keeps: text('Dit doet u', 'This is what you do'),
  agreed: text('Hiermee hebt u ingestemd', 'To this you agreed'),
  protects: text('Dit doen anderen voor u', 'This is what others do for you'),
  none: text('Er staan geen afspraken voor u vast.', 'No agreements are recorded for you.'),
  contact: text('Contact', 'Contact'),
  supervised: text('er is iemand bij', 'somebody is present'),
  unsupervised: text('zonder toezicht', 'without supervision'),
  help: text('Hulp die u is aangeboden', 'Help that you were offered'),
  from: text('vanaf', 'from'),
  call: text('Wie u kunt bellen', 'Whom you can call'),
  professional: text('Uw vaste professional', 'Your long-term professional'),
  deputy: text('Vervanger', 'Deputy'),
  danger: text('Bij gevaar: 112', 'In danger: 112'),
  advice: text(
    'Zorgen of advies: Veilig Thuis 0800-2000, gratis, dag en nacht',
    'Worries or advice: Veilig Thuis 0800-2000, free, day and night',
  ),
  made: text('Gemaakt op', 'Made on'),
  notHere: text('Dit gezinslid is niet bekend', 'This family member is not known'),
  back: text('Terug naar het gezin', 'Back to the family'),
  why: text(
    'Een blad blijft op tafel liggen. Daarom staat er niets in over hoe veilig het is, wie er meekijken of wie er meldde.',
    'A sheet is left on the table. So it says nothing about how safe it is, who watches or who reported.',
  ),
  tri: { yes: text('ja', 'yes'), no: text('nee', 'no') },
};
