import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** Words about a session that ends because nobody works in it. */
export const sessionWords = {
  one: text('U wordt over 1 minuut afgemeld', 'You will be signed out in 1 minute'),
  /** The script puts the number of minutes in. */
  many: text('U wordt over {n} minuten afgemeld', 'You will be signed out in {n} minutes'),
  why: text(
    'Leg vast wat u hebt ingevuld. Wat na het afmelden nog niet is vastgelegd, gaat verloren.',
    'Record what you have filled in. What has not been recorded by then is lost.',
  ),
  fixed: text(
    'U was zo lang aangemeld als kan. Daarna kunt u meteen weer inloggen.',
    'You were signed in for as long as possible. You can sign in again right after.',
  ),
  stay: text('Blijf aangemeld', 'Stay signed in'),
  close: text('Sluit dit bericht', 'Close this message'),
  overTitle: text('U bent afgemeld', 'You were signed out'),
  over: text(
    'U hebt Waakvlam een tijd niet gebruikt. Wat u had vastgelegd, is bewaard. Log in om verder te gaan waar u was.',
    'You have not used Waakvlam for some time. What you recorded has been kept. Sign in to go on where you were.',
  ),
};
