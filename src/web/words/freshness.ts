import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** How new what stands on a page is, and what to do when it is not. */
export const freshnessWords = {
  stand: (clock: string) => text(`Stand van ${clock}.`, `As of ${clock}.`),
  short: (clock: string) => text(`stand van ${clock}`, `as of ${clock}`),
  behind: text(
    'Wat daarna is vastgelegd, staat hier misschien nog niet. Dat geldt ook voor nieuwe signalen en incidenten.',
    'What was recorded after that may not be here yet. That includes new signals and incidents.',
  ),
  act: text(
    'Bel uw collega als u zeker wilt weten hoe het gaat. Kijk over een paar minuten opnieuw. Vastleggen lukt misschien wel: Waakvlam zegt het als iets niet is bewaard.',
    'Phone your colleague if you need to be certain how things are. Look again in a few minutes. Recording may still work: Waakvlam says so if something was not kept.',
  ),
  watcher: text(
    'Wat daarna is veranderd, ziet u hier misschien nog niet. Een bericht sturen lukt misschien wel: u ziet het als het niet is verstuurd. Kijk straks opnieuw. Is er gevaar? Bel 112.',
    'What changed after that may not be here yet. Sending a message may still work: you will see if it was not sent. Look again later. Is there danger? Call 112.',
  ),
  empty: (clock: string) =>
    text(
      `Dit is de stand van ${clock}. Er kan intussen iets bij zijn gekomen. Dat hier niets staat, betekent nu niet dat niemand hulp nodig heeft.`,
      `This is as of ${clock}. Something may have been added since. That nothing stands here does not mean now that nobody needs help.`,
    ),
  lost: text(
    'Deze bladzijde loopt achter: stand van {time}. Wat daarna is vastgelegd, ziet u niet. Bel uw collega bij twijfel.',
    'This page is behind: as of {time}. You do not see what was recorded after that. Phone your colleague when in doubt.',
  ),
  back: text(
    'De gegevens zijn weer bij. Deze bladzijde toont nog de oude stand.',
    'The data are up to date again. This page still shows how it stood before.',
  ),
};
