import { team } from './cast.ts';
import { momentText } from './days.ts';
import type { Moment } from './days.ts';
import type { DataIn } from './diary.ts';
import { atWork, on } from './life.ts';
import type { Life } from './life.ts';

/** People make mistakes in writing: a correction replaces, a retraction takes back, nothing is overwritten (P1). */
export function correctCheckIn(
  life: Life,
  id: string,
  data: DataIn<'MonitorCheckedIn'>,
  moment: Moment,
): void {
  const { dice, diary } = life;
  const right: typeof data = {
    ...data,
    result: data.result === 'kept' ? 'could_not_observe' : 'kept',
    childAlone: false,
  };
  on(life, moment.day + dice.between(1, 6), () => {
    diary.write('MonitorCheckedIn', right, atWork(life), {
      by: data.party,
      occurred: momentText(moment),
      supersedes: id,
    });
  });
}

/** It was another family, another person, written twice, or it never happened. */
export function takeBack(life: Life, target: string): void {
  const { dice, diary, cast } = life;
  const reason = dice.pick(['wrong_person', 'wrong_family', 'duplicate', 'never_happened'] as const);
  on(life, life.today + dice.between(1, 12), () => {
    diary.write('EventRetracted', { target, reason, approvedBy: team(cast) }, atWork(life));
  });
}

/** Somebody of the team saw the alarm about a monitor of whom nothing is heard, and sometimes dealt with it. */
export function alarmSeen(life: Life): void {
  const { dice, diary, cast } = life;
  const silent = life.monitors.find((each) => each.silentFrom < life.today - 15);
  if (!silent) return;
  const subject = `a1/${silent.party}`;
  diary.write('AlarmAcknowledged', { rule: 'M5', subject, by: team(cast) }, atWork(life, 600));
  if (dice.chance(400))
    on(life, life.today + 2, () =>
      diary.write(
        'AlarmClosed',
        { rule: 'M5', subject, by: team(cast), reason: 'spoken_by_phone' },
        atWork(life),
      ),
    );
}
