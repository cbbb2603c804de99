import { appendContest } from './append.ts';
import type { AppendRounds } from './append.ts';
import { startLane } from './lane.ts';
import { liveContest } from './live.ts';
import type { LiveOutcome } from './live.ts';
import type { Figures } from './measure.ts';
import type { Plan } from './plans.ts';
import { prepareReplay } from './replay.ts';
import type { ReplayRounds } from './replay.ts';

/** Everything that was measured, run by run. */
export interface Measured {
  readonly single: AppendRounds;
  readonly group64: AppendRounds;
  readonly replay: ReplayRounds;
  readonly filled: Figures;
  readonly bytes: number;
  readonly status: Figures;
  readonly statusReady: Figures;
  readonly queue: Figures;
  readonly queueReady: Figures;
  readonly timeline: LaneOutcome;
  readonly live: LiveOutcome;
}

export interface LaneOutcome {
  readonly ready: Figures;
  readonly figures: Figures;
}

export async function runTimeline({ timeline }: Plan, base: string): Promise<LaneOutcome> {
  const lane = await startLane('timeline', { folder: base, size: timeline.events });
  await lane.run(Math.ceil(timeline.calls / 4));
  const figures = await lane.run(timeline.calls);
  await lane.close();
  return { ready: lane.ready, figures };
}

/** One section after another; only what has no stopwatch running is prepared at the same time. */
export async function runAll(plan: Plan, base: string, withPeer: boolean): Promise<Measured> {
  const say = (what: string) =>
    process.stderr.write(`bench: ${(performance.now() / 1000).toFixed(1)} s: ${what}\n`);
  const left = () => plan.withinMs - performance.now();
  const { append, replay, status, queue } = plan;
  say('making events, stores and families');
  const [contest, statusLane, queueLane] = await Promise.all([
    prepareReplay({ base, size: replay.size, fillWithinMs: replay.fillWithinMs, withPeer }),
    startLane('status', { folder: base, size: status.events }),
    startLane('queue', { folder: base, size: queue.families, eventsEach: queue.eventsEach }),
  ]);
  const course = (share: number) => ({
    base,
    withPeer,
    runMs: append.runMs,
    rounds: append.rounds,
    withinMs: Math.min(append.withinMs, left() * share),
  });
  say('status of a long family; queue of many families');
  await statusLane.run(Math.ceil(status.calls / 4));
  const statusFigures = await statusLane.run(status.calls);
  await queueLane.run(queue.arrivals);
  const queueFigures = await queueLane.run(queue.arrivals);
  await Promise.all([statusLane.close(), queueLane.close()]);
  say('timeline of a long family');
  const timeline = await runTimeline(plan, base);
  say('from a post to the message in a client');
  const live = await liveContest(base, plan.live.seconds);
  say('appends, one writer');
  const single = await appendContest({ ...course(0.25), writers: 1 });
  say('appends, 64 writers');
  const group64 = await appendContest({ ...course(0.3), writers: 64 });
  say(`replay of ${contest.filled['events'] ?? 0} events`);
  const withinMs = Math.min(replay.withinMs, left() * 0.8);
  const rounds = await contest.run({ rounds: replay.rounds, withinMs, consumed: replay.consumed });
  return {
    single,
    group64,
    replay: rounds,
    filled: contest.filled,
    bytes: contest.bytes,
    status: statusFigures,
    statusReady: statusLane.ready,
    queue: queueFigures,
    queueReady: queueLane.ready,
    timeline,
    live,
  };
}
