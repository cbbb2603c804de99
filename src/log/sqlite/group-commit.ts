/** What became of one task: a value, or an error for whoever handed it in. */
export type Outcome<Result> = { readonly value: Result } | { readonly error: Error };

export interface GroupCommit<Task, Result> {
  submit(task: Task): Promise<Result>;
  /** Writes what is waiting now, for instance before closing. */
  drain(): void;
}

/**
 * Collects what arrives in one turn of the event loop and writes it together: one flush to disk serves all of it.
 * If `write` throws, every task of the group gets that error. A promise resolves only after `write` has returned.
 */
export function groupCommit<Task, Result>(
  write: (tasks: readonly Task[]) => readonly Outcome<Result>[],
  largest: number,
): GroupCommit<Task, Result> {
  const waiting: Waiting<Task, Result>[] = [];
  let planned = false;

  function submit(task: Task): Promise<Result> {
    return new Promise((resolve, reject) => {
      waiting.push({ task, resolve, reject });
      plan();
    });
  }

  function plan(): void {
    if (planned) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      writeGroup();
      if (waiting.length > 0) plan();
    });
  }

  function writeGroup(): void {
    const group = waiting.splice(0, largest);
    if (group.length === 0) return;
    settle(group, attempt(group));
  }

  function attempt(group: readonly Waiting<Task, Result>[]): readonly Outcome<Result>[] {
    try {
      return write(group.map(({ task }) => task));
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error(String(cause));
      return group.map(() => ({ error }));
    }
  }

  function drain(): void {
    while (waiting.length > 0) writeGroup();
  }

  return { submit, drain };
}

interface Waiting<Task, Result> {
  readonly task: Task;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

function settle<Task, Result>(
  group: readonly Waiting<Task, Result>[],
  outcomes: readonly Outcome<Result>[],
): void {
  group.forEach(({ resolve, reject }, index) => {
    const outcome = outcomes[index] ?? { error: new Error('a task of the group was not answered') };
    if ('error' in outcome) reject(outcome.error);
    else resolve(outcome.value);
  });
}
