/** Which outcomes a computed status shows. The status is read as it is printed (status.md 2), whoever computed it. */
export function observed(status: unknown, typeOf: (event: string) => string | undefined): string[] {
  const seen = list(status, 'families').flatMap((family) => [
    ...ofSafety(field(family, 'safety')),
    ...ofCoverage(field(family, 'coverage')),
    ...ofRelapse(field(family, 'relapse'), typeOf),
    ...ofPlan(field(family, 'plan')),
    ...ofContinuity(field(family, 'continuity')),
    ...list(family, 'alarms').flatMap(ofAlarm),
  ]);
  return [...seen, ...list(status, 'queue').flatMap(ofQueue)];
}

function ofSafety(safety: unknown): string[] {
  const persons = list(safety, 'persons');
  return [
    ...states(safety),
    ...persons.flatMap((person) => [
      ...states(person),
      `role ${text(person, 'role')}`,
      ...list(person, 'reasons').map(ofReason),
    ]),
    ...when(isTrue(safety, 'candidate'), 'safety candidate'),
    ...when(list(safety, 'decidedWithoutKnowledge').length > 0, 'decided without knowledge'),
    ...when(field(safety, 'nextChange') !== null, 'next change'),
  ];
}

const states = (of: unknown) => ['status', 'evidence', 'decided'].map((name) => `${name} ${text(of, name)}`);

function ofReason(reason: unknown): string {
  const missing = field(reason, 'missing');
  const answer = isTrue(reason, 'met') ? 'met' : typeof missing === 'string' ? missing : 'not met';
  return `${text(reason, 'rule')} ${answer}`;
}

function ofCoverage(coverage: unknown): string[] {
  return [
    isTrue(coverage, 'allMonitoring') ? 'all monitoring' : 'not all monitoring',
    ...list(coverage, 'agreements').flatMap((agreement) => [
      `agreement ${text(agreement, 'state')}`,
      `agreement ${isTrue(agreement, 'complete') ? 'complete' : 'incomplete'}`,
      ...list(agreement, 'monitors').flatMap((monitor) => [
        `monitor ${text(monitor, 'state')}`,
        ...when(!isTrue(monitor, 'independent'), 'monitor not independent'),
      ]),
    ]),
    ...list(coverage, 'parties').map((group) => `group ${text(group, 'kind')} ${text(group, 'state')}`),
  ];
}

function ofRelapse(relapse: unknown, typeOf: (event: string) => string | undefined): string[] {
  return [
    `guaranteed ${isTrue(relapse, 'guaranteed') ? 'yes' : 'no'}`,
    ...list(relapse, 'candidates').flatMap((candidate) => [
      `candidate ${text(candidate, 'urgency')}`,
      `candidate ${text(candidate, 'state')}`,
      `trigger ${typeOf(text(candidate, 'candidate')) ?? 'unknown'}`,
      ...list(candidate, 'breaches').map((breach) => `breach ${text(breach, 'rule')}`),
    ]),
  ];
}

function ofPlan(plan: unknown): string[] {
  return [
    `plan ${isTrue(plan, 'active') ? 'active' : 'inactive'}`,
    ...list(plan, 'steps').flatMap((step) => [
      `step ${text(step, 'state')}`,
      ...when(isTrue(step, 'orderViolation'), 'order violation'),
      ...when(isTrue(step, 'deadlock'), 'deadlock'),
    ]),
  ];
}

function ofContinuity(continuity: unknown): string[] {
  return ['professional', 'deputy'].map(
    (name) => `${name} ${field(continuity, name) === null ? 'none' : 'present'}`,
  );
}

function ofAlarm(alarm: unknown): string[] {
  const rule = text(alarm, 'rule');
  const about = rule !== 'M6' ? '' : text(alarm, 'subject') === 'family' ? ' family' : ' child';
  return [
    `alarm ${rule} ${text(alarm, 'urgency')}${about}`,
    `alarm to ${field(alarm, 'to') === null ? 'nobody' : 'somebody'}`,
    ...when(isTrue(alarm, 'acknowledged'), 'alarm acknowledged'),
  ];
}

function ofQueue(row: unknown): string[] {
  return [`queue ${text(row, 'urgency')}`, `queue ${isTrue(row, 'overdue') ? 'overdue' : 'in time'}`];
}

const when = (condition: boolean, name: string): string[] => (condition ? [name] : []);
const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
const text = (of: unknown, name: string): string => String(field(of, name));
const isTrue = (of: unknown, name: string): boolean => field(of, name) === true;

function list(of: unknown, name: string): readonly unknown[] {
  const value = field(of, name);
  return Array.isArray(value) ? value : [];
}
