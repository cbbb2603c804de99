import { z } from 'zod';
import { parseDay } from './calendar.ts';
import { parseInstant } from './instant.ts';

/** Words that several subjects share (events.md 1 and 4). Unknown is a value: absence never means safe. */

export const Tri = z.enum(['yes', 'no', 'unknown']);
export type Tri = z.infer<typeof Tri>;

export const InstantText = z.string().refine((text) => parseInstant(text) !== null);
export const DayText = z.string().refine((text) => parseDay(text) !== null);
export const MonthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** An instant, or a whole day. */
export const When = z.string().refine((text) => parseInstant(text) !== null || parseDay(text) !== null);

export const Status = z.enum(['unsafe', 'unknown', 'direct', 'durable']);
export type Status = z.infer<typeof Status>;

export const Urgency = z.enum(['acute', 'urgent', 'early']);
export type Urgency = z.infer<typeof Urgency>;

export const Horizon = z.enum(['direct', 'durable']);

export const Profile = z.literal([1, 2, 3, 4, 5, 'unknown']);

export const ViolenceKind = z.enum([
  'physical',
  'verbal',
  'psychological',
  'coercive_control',
  'sexual',
  'neglect',
  'threat',
  'stalking',
  'financial',
  'honour_related',
  'witnessing',
]);

export const FactorName = z.enum([
  'debt',
  'housing',
  'work',
  'addiction',
  'psychiatric',
  'intellectual_disability',
  'own_childhood',
  'isolation',
  'separation_conflict',
  'chronic_illness',
  'other',
]);

/** The three long-term questions (Q19). */
export const Answers = z.object({ stillSafe: Tri, basicConditions: Tri, helpNeeded: Tri });

/** A whole number of at least one. */
export const Count = z.int().min(1);

/** A key of the name `__proto__` is no field for JavaScript, so a record contract would pass over it. */
export function keyed<T extends z.ZodType>(contract: T): T {
  const checked = z.unknown().superRefine((value, context) => {
    const isStrange = typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__');
    const first = isStrange
      ? { message: 'no such key', path: ['__proto__'] }
      : contract.safeParse(value).error?.issues[0];
    if (first)
      context.addIssue({
        code: 'custom',
        message: first.message,
        path: [...first.path, ...strangers(first)],
      });
  });
  kept.set(checked, contract);
  return checked as unknown as T;
}

const kept = new WeakMap<z.ZodType, z.ZodType>();

/** The contract behind a keyed one, for who wants to tell what it allows. */
export const keptContract = (contract: z.ZodType): z.ZodType | undefined => kept.get(contract);

/** Keys that a contract does not know stand beside the path of its issue. */
function strangers(issue: object): readonly string[] {
  return 'keys' in issue && Array.isArray(issue.keys) ? (issue.keys as string[]).slice(0, 1) : [];
}

export const some = <T extends z.ZodType>(element: T) => z.array(element).min(1);
