import type { Form } from '../form.ts';
import { one } from '../form.ts';
import { rightsWords } from '../../words/rights.ts';

/** What family members may refuse. */
export const rights: readonly Form[] = [
  {
    type: 'ResearchObjectionRecorded',
    subject: 'rights',
    lead: rightsWords.objectionLead,
    fields: [one('person', rightsWords.objector, 'everyone')],
  },
];
