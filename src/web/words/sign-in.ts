import type { DemoId } from '../../access/demo-people.ts';
import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words of signing in and out. */
export const signInWords = {
  title: text('Inloggen', 'Sign in'),
  lead: text(
    'Log in om gezinnen te zien of iets vast te leggen.',
    'Sign in to see families or to record something.',
  ),
  organisation: text('Met het account van uw organisatie', 'With the account of your organisation'),
  organisationGo: text('Inloggen via uw organisatie', 'Sign in through your organisation'),
  password: text('Met een account van deze installatie', 'With an account of this installation'),
  account: text('Accountnaam', 'Account name'),
  secret: text('Wachtwoord', 'Password'),
  go: text('Inloggen', 'Sign in'),
  wrong: text(
    'De accountnaam of het wachtwoord klopt niet. Let op hoofdletters. Wachtwoord vergeten? Vraag de beheerder om een nieuw.',
    'The account name or the password is wrong. Mind the capitals. Forgot it? Ask the administrator for a new one.',
  ),
  missing: text('Vul uw accountnaam en uw wachtwoord in.', 'Fill in your account name and your password.'),
  wrongTitle: text('Inloggen is niet gelukt', 'Signing in did not work'),
  demo: text('Als een verzonnen medewerker', 'As an invented person'),
  demoLead: text(
    'De gegevens hier zijn verzonnen. Deze mensen ook. Kies wie u wilt zijn.',
    'The data here are invented, and so are these people. Choose who you want to be.',
  ),
  demoGo: (name: string, profession: Text) =>
    text(`Ga verder als ${name}, ${profession.nl}`, `Go on as ${name}, ${profession.en}`),
  demoPassword: (password: string) =>
    text(`Hun wachtwoord in het formulier is: ${password}`, `Their password in the form is: ${password}`),
  nobodyYet: text('Er zijn nog geen accounts', 'There are no accounts yet'),
  nobodyYetNext: text(
    'Wie deze installatie beheert, maakt het eerste account op de computer zelf met deze opdracht:',
    'Whoever runs this installation makes the first account on the machine itself with this command:',
  ),
  out: text('Uitloggen', 'Sign out'),
  outTitle: text('Uitloggen', 'Sign out'),
  outLead: text(
    'Na het uitloggen kan niemand op dit apparaat bij de gegevens zonder opnieuw in te loggen.',
    'After signing out nobody at this device can reach the data without signing in again.',
  ),
};

export const professions: Readonly<Record<DemoId, Text>> = {
  'demo-monitor-1': text('gezinsbegeleider', 'family worker'),
  'demo-monitor-2': text('jeugdverpleegkundige', 'youth nurse'),
  'demo-team-1': text('vertrouwensarts in het MDA++-team', 'doctor in the MDA++ team'),
  'demo-team-2': text('systeemtherapeut in het MDA++-team', 'family therapist in the MDA++ team'),
  'demo-researcher': text('onderzoeker', 'researcher'),
  'demo-policy': text('beleidsadviseur', 'policy adviser'),
  'demo-administrator': text('beheerder', 'administrator'),
  'demo-auditor': text('toezichthouder privacy', 'privacy auditor'),
};
