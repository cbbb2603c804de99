import { FamilyId, PartyId } from '../../src/domain/ids.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import { openOffice } from '../../src/access/office.ts';
import { relationsSchema, workingRelations } from '../../src/access/relations.ts';
import type { WorkingRelations } from '../../src/access/relations.ts';
import { UsageError } from './input.ts';
import type { Clock, Printed } from './on-a-file.ts';

/** Who may open which family, given by command; a running monitor follows every change at once. */

interface Holder {
  readonly data: string;
  readonly account?: string;
  readonly team?: string;
}

export interface RelationOptions extends Holder {
  readonly party: string;
}

export const addRelation = (family: string, options: RelationOptions, clock: Clock): Printed =>
  inOffice(options.data, clock, (relations) => {
    const party = PartyId.safeParse(options.party);
    if (!party.success)
      throw new UsageError(
        '--party: it must be a party of the family, such as party:team (small letters, digits, -)',
      );
    const { id, holder } = relations.give({
      ...holderIn(options),
      family: familyIn(family),
      party: party.data,
      givenBy: 'command',
      why: 'administrator',
    });
    return { text: `${holder} works with ${family} as ${party.data} (relation ${id}).`, exit: 0 };
  });

export const listRelations = (options: Holder, clock: Clock): Printed =>
  inOffice(options.data, clock, (relations) => {
    const { ground, holder } = holderIn(options);
    const rows = relations
      .ofHolder(ground, holder)
      .map(({ id, family, party, since, until }) =>
        [id, family, party, formatInstant(since), until === undefined ? '-' : formatInstant(until)].join(
          '\t',
        ),
      );
    return { text: rows.length === 0 ? `${holder} works with no family.` : rows.join('\n'), exit: 0 };
  });

export const endRelation = (number: string, options: Pick<Holder, 'data'>, clock: Clock): Printed =>
  inOffice(options.data, clock, (relations) => {
    const id = /^\d{1,16}$/.test(number) ? Number(number) : 0;
    if (!relations.end(id, 'command'))
      throw new UsageError(`no relation ${number} runs; see the numbers with: waakvlam relations list`);
    return { text: `Relation ${id} has ended.`, exit: 0 };
  });

function inOffice(data: string, clock: Clock, work: (relations: WorkingRelations) => Printed): Printed {
  const office = openOffice(data, [relationsSchema]);
  try {
    return work(workingRelations(office, clock));
  } finally {
    office.close();
  }
}

function holderIn({ account, team }: Holder) {
  if (account !== undefined && team === undefined) return { ground: 'own' as const, holder: account };
  if (team !== undefined && account === undefined) return { ground: 'team' as const, holder: team };
  throw new UsageError('give either --account or --team');
}

function familyIn(text: string): FamilyId {
  const family = FamilyId.safeParse(text);
  if (family.success) return family.data;
  throw new UsageError('the family number has 1 to 64 letters, digits or _ - : .');
}
