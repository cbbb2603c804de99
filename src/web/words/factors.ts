import type { Text } from './lang.ts';

const text = (nl: string, en: string): Text => ({ nl, en });

/** What keeps violence going. */
export const factorNames: Readonly<Record<string, Text>> = {
  debt: text('schulden', 'debt'),
  housing: text('wonen', 'housing'),
  work: text('werk', 'work'),
  addiction: text('verslaving', 'addiction'),
  psychiatric: text('psychische problemen', 'psychiatric problems'),
  intellectual_disability: text('een verstandelijke beperking', 'an intellectual disability'),
  own_childhood: text('de eigen jeugd', 'the own childhood'),
  isolation: text('weinig mensen om zich heen', 'isolation'),
  separation_conflict: text('ruzie over de scheiding', 'conflict about the separation'),
  chronic_illness: text('een langdurige ziekte', 'a chronic illness'),
  other: text('iets anders', 'something else'),
};
