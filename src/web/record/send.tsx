import type { Request } from 'express';
import type { ComponentChildren } from 'preact';
import type { EventId } from '../../domain/ids.ts';
import type { Answer } from '../answer.ts';
import { html } from '../pages/layout.tsx';
import { Alert } from '../parts/alert.tsx';
import type { PathName } from '../paths.ts';
import type { FamilyVisit } from '../route.ts';
import { problem } from '../problem.ts';
import type { Web } from '../web.ts';
import type { Text } from '../words/lang.ts';
import { recordWords } from '../words/record.ts';
import { backTo } from './desk.ts';
import type { Desk } from './desk.ts';
import { readEntry } from './entry.ts';
import type { Form } from './form.ts';
import { FormPage } from './form-page.tsx';
import { isSamePlace, keep } from './keeping.ts';
import { setback } from './outcome.tsx';
import type { FormError } from './read.ts';
import { first, listed, valuesIn } from './values.ts';
import type { Values } from './values.ts';

/** One form on its way: shown, sent, answered. */
export interface Sending {
  readonly form: Form;
  readonly desk: Desk;
  readonly web: Web;
  readonly title: Text;
  readonly lead?: Text | undefined;
  readonly path: PathName;
  readonly address: Readonly<Record<string, string>>;
  readonly values: Values;
  /** The fact that is corrected. */
  readonly supersedes?: EventId;
  readonly send?: Text;
}

interface Shown {
  readonly status?: number;
  readonly errors?: readonly FormError[];
  readonly notice?: ComponentChildren;
}

export function answerPage(
  { web: _, supersedes, ...sending }: Sending,
  { status = 200, ...shown }: Shown = {},
): Answer {
  const page = (
    <FormPage {...sending} {...shown} isAnswer={status !== 200} isCorrection={supersedes !== undefined} />
  );
  return { kind: 'page', status, html: html(page) };
}

/** A new form, or the one that could not be recorded before. */
export function showKept(
  about: Omit<Sending, 'values'>,
  { visitor }: FamilyVisit,
  fresh: () => Values,
  notice?: ComponentChildren,
): Answer {
  const { web, desk } = about;
  const account = visitor.account.id;
  const draft = web.drafts.find(account, desk.query['draft'] ?? '', desk.now);
  if (draft && isSamePlace(draft.address, about)) {
    const kept = <Alert kind="info" announce title={desk.screen.say(recordWords.draftShown)} />;
    return answerPage({ ...about, values: draft.values }, { notice: kept });
  }
  const key = web.newKey();
  const seen = String(web.views.version(desk.family));
  const values = { ...fresh(), key: [key], seen: [seen], pass: [web.drafts.pass(account, key)] };
  return answerPage({ ...about, values }, { notice });
}

/** Parsed, checked, and recorded as one command or not at all. */
export async function sendForm(
  request: Request,
  about: Omit<Sending, 'values'>,
  { visitor }: FamilyVisit,
): Promise<Answer> {
  if (!request.is('application/x-www-form-urlencoded'))
    return problem('wrong-media-type', { path: 'Content-Type' });
  const { form, desk, web, supersedes } = about;
  const values = valuesIn(request.body);
  const sending: Sending = { ...about, values };
  if (!/^[\w-]{8,64}$/.test(first(values, 'key'))) return problem('bad-body', { path: 'key' });
  const entry = readEntry(form, desk, values, supersedes);
  if (entry.errors.length > 0) return answerPage(sending, { status: 422, errors: entry.errors });
  if (entry.unasked.length > 0) return askWhoMayNotSee(sending, entry.unasked);
  const needsLatest = form.needsLatest === true || supersedes !== undefined;
  const expected = needsLatest ? Number(first(values, 'seen')) || 0 : 'any';
  try {
    const outcome = await web.handle({ family: desk.family, events: entry.events, expected });
    if (outcome.kind === 'recorded' || outcome.kind === 'nothing-new')
      web.drafts.drop(visitor.account.id, first(values, 'key'));
    if (outcome.kind === 'recorded')
      return { kind: 'redirect', to: backTo(desk, { after: outcome.receipt.position, done: entry.main }) };
    if (outcome.kind === 'nothing-new') return { kind: 'redirect', to: backTo(desk, { done: 'already' }) };
    if (outcome.kind === 'conflict' && expected === 'any') return unrecorded(sending, 409, recordWords.busy);
    const { seen, ...shown } = setback(outcome, form, desk, web.views);
    const again =
      seen === undefined
        ? sending
        : { ...sending, values: { ...values, seen: [String(seen)] }, send: recordWords.anyway };
    return answerPage(again, shown);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'LogUnavailable') throw error;
    const isKept = keep(web, visitor.account.id, sending);
    return unrecorded(sending, 503, isKept ? recordWords.unavailable : recordWords.notEvenKept);
  }
}

function unrecorded(sending: Sending, status: number, why: Text): Answer {
  const { say } = sending.desk.screen;
  return answerPage(sending, {
    status,
    notice: (
      <Alert kind="error" announce title={say(recordWords.notRecorded)}>
        <p>{say(why)}</p>
      </Alert>
    ),
  });
}

/** One step more, only where somebody could be harmed by what they read. */
function askWhoMayNotSee(sending: Sending, unasked: readonly string[]): Answer {
  const { say } = sending.desk.screen;
  const { values } = sending;
  const add = (name: string) => [...new Set([...listed(values, name), ...unasked])];
  return answerPage(
    { ...sending, values: { ...values, hiddenFrom: add('hiddenFrom'), offered: add('offered') } },
    {
      status: 422,
      notice: (
        <Alert kind="warning" announce title={say(recordWords.hiddenCheck)}>
          <p>{say(recordWords.hiddenCheckMore)}</p>
          <p>
            <a href="#hiddenFrom">{say(recordWords.hiddenGo)}</a>
          </p>
        </Alert>
      ),
    },
  );
}
