import { factorsOf } from './durable-safety/factors.ts';
import { findingsOnProfile } from './intimidation.ts';
import { all, latest } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';
import { isChild, roster } from './roster.ts';

/** What of the analysis (grondige analyse) nobody knows yet. It is asked about, never filled in: unknown is an answer. */
export type OpenQuestion =
  | { readonly question: 'analysis' | 'profile' | 'coercive-control' }
  | { readonly question: 'spoken-separately' | 'child-asked'; readonly person: string }
  | { readonly question: 'factor'; readonly factor: string; readonly person?: string | undefined };

export function openQuestions(known: Known, now: Moment): readonly OpenQuestion[] {
  const analysis = latest(now, all(known, 'AnalysisCompleted'))?.data;
  const found = findingsOnProfile(known, now);
  const members = roster(known, now);
  const open: OpenQuestion[] = [];
  if (!analysis) open.push({ question: 'analysis' });
  if (!found || found.profile === 'unknown') open.push({ question: 'profile' });
  if (!found || found.coerciveControl === 'unknown') open.push({ question: 'coercive-control' });
  for (const { person, role } of members)
    if (role !== 'unborn_child' && analysis?.spokenSeparately.includes(person) !== true)
      open.push({ question: 'spoken-separately', person });
  for (const member of members)
    if (isChild(member) && analysis?.childrenAsked.includes(member.person) !== true)
      open.push({ question: 'child-asked', person: member.person });
  for (const { factor, person, judged } of factorsOf(known, now))
    if (!judged) open.push({ question: 'factor', factor, person });
  return open;
}
