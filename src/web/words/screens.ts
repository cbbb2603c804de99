import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words around every page. */
export const frame = {
  skip: text('Naar de inhoud', 'Skip to the content'),
  menu: text('Menu', 'Menu'),
  queue: text('Terugval', 'Relapse'),
  families: text('Gezinnen', 'Families'),
  meetings: text('Overleg', 'Meetings'),
  otherLanguage: text('English', 'Nederlands'),
  invented: text('Verzonnen gegevens.', 'Invented data.'),
  inventedMore: text('Geen van deze gezinnen bestaat.', 'None of these families exists.'),
  bands: text('Hulp bij gevaar, en berichten', 'Help in danger, and notices'),
  danger: text('Acuut gevaar: bel', 'Acute danger: call'),
  veiligThuis: text('Zorgen of advies: Veilig Thuis', 'Worries or advice: Veilig Thuis'),
  dayAndNight: text('gratis, dag en nacht.', 'free, day and night.'),
  help: text('Hulp en uitleg', 'Help'),
  signedIn: text('Aangemeld als', 'Signed in as'),
  away: text('Snel weg', 'Leave now'),
  offline: text(
    'U hebt geen internetverbinding. Wat u ziet kan verouderd zijn. Wat u invult, wordt nu niet vastgelegd; het blijft staan tot de verbinding terug is.',
    'You have no internet connection. What you see may be out of date. What you fill in is not recorded now; it stays here until the connection is back.',
  ),
  madeAt: text('Gemaakt op', 'Made on'),
  onPaper: (position: number) =>
    text(`Stand van het logboek: ${position}.`, `Position of the log: ${position}.`),
  foot: text(
    'Waakvlam ondersteunt mensen die beslissen. Het kan een status verlagen; alleen mensen verhogen die. Geen bericht is geen goed bericht.',
    'Waakvlam supports people who decide. It may lower a status; only people raise it. No news is never good news.',
  ),
  times: text('Alle tijden zijn Nederlandse tijd.', 'All times are Amsterdam time.'),
  news: text('Er zijn nieuwe gegevens.', 'There are new data.'),
  show: text('Tonen', 'Show'),
  lost: text(
    'Geen verbinding met Waakvlam: deze bladzijde kan verouderd zijn.',
    'No connection with Waakvlam: this page may be out of date.',
  ),
};

export const coverWords = {
  title: text('Dit scherm is afgedekt', 'This screen is covered'),
  why: text(
    'U hebt Waakvlam even niet gebruikt. Zo kan niemand meelezen.',
    'You have not used Waakvlam for a moment. Covered like this, nobody can read along.',
  ),
  goOn: text('Ga verder', 'Go on'),
};

export const viewpointWords = {
  title: text('Kijk vanaf een ander moment', 'Look from another moment'),
  at: text('Toestand op', 'State at'),
  atHint: text('Hoe stond het er toen voor?', 'How did things stand then?'),
  knownAt: text('Met de kennis van', 'With the knowledge of'),
  knownAtHint: text('Wat toen was vastgelegd.', 'What had been recorded by then.'),
  go: text('Bekijk', 'Look'),
  back: text('Terug naar nu', 'Back to now'),
  banner: text('U kijkt niet naar nu.', 'You are not looking at now.'),
};

export const startWords = {
  title: text('Waakvlam', 'Waakvlam'),
  lead: text(
    'Waakvlam bewaart wat er over een gezin is vastgelegd en zegt voor elk gezinslid: onveilig, onbekend, direct veilig of duurzaam veilig. Met de reden, en met wat er ontbreekt.',
    'Waakvlam keeps what was recorded about a family and says for each member: unsafe, unknown, directly safe or durably safe. With the reason, and with what is missing.',
  ),
  empty: text('Er is nog niets vastgelegd', 'Nothing has been recorded yet'),
  offer: text(
    'U kunt Waakvlam leren kennen met een verzonnen regio: honderd gezinnen die niet bestaan, met incidenten, afspraken, monitoren, terugval en wachtlijsten.',
    'You can get to know Waakvlam with an invented region: a hundred families that do not exist, with incidents, agreements, monitors, relapses and waiting lists.',
  ),
  confirm: text('Ik begrijp dat deze gegevens verzonnen zijn.', 'I understand that these data are invented.'),
  load: text('Laad de verzonnen regio', 'Load the invented region'),
  own: text(
    'Eigen gegevens komen binnen met een bestand (waakvlam import) of via de API. Laad dan geen verzonnen regio.',
    'Your own data come in with a file (waakvlam import) or through the API. Do not load the invented region then.',
  ),
  loading: text('De verzonnen regio wordt geladen', 'The invented region is being loaded'),
  loaded: (done: number, total: number) =>
    text(`${done} van ${total} gezinnen`, `${done} of ${total} families`),
  again: text('Deze bladzijde ververst zichzelf.', 'This page refreshes itself.'),
  failed: text(
    'Het laden is gestopt door een fout. Start Waakvlam opnieuw: het gaat verder waar het was.',
    'Loading stopped because of an error. Start Waakvlam again: it goes on where it was.',
  ),
};

export const pageWords = {
  pages: text('Bladeren', 'Pages'),
  previous: text('Vorige bladzijde', 'Previous page'),
  next: text('Volgende bladzijde', 'Next page'),
};
