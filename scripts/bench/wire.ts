import { laidOut, timesFor, toServer } from '../../src/log/kurrent/form.ts';
import { regionEvents, take } from './invented.ts';

/** How long an event is as the server is given it: our event as JSON, and what the log adds. Without names and free text. */
export interface Wire {
  readonly events: number;
  readonly dataBytes: number;
  readonly metadataBytes: number;
  /** The names of the type and of the stream, which the server writes with each event. */
  readonly nameBytes: number;
}

export function wire(count: number): Wire {
  const events = take(regionEvents(), count);
  const mean = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0) / count;
  const sent = events.map((event, index) => {
    const times = timesFor(event);
    const mark = {
      chain: 'a'.repeat(64),
      floor: event.recordedAt,
      first: index + 1,
      last: index + 1,
      ...(times && { times }),
    };
    return { ...toServer(laidOut(event), mark), stream: `family-${event.family}` };
  });
  return {
    events: count,
    dataBytes: mean(sent.map(({ data }) => JSON.stringify(data).length)),
    metadataBytes: mean(sent.map(({ metadata }) => JSON.stringify(metadata).length)),
    nameBytes: mean(sent.map(({ type, stream }) => type.length + stream.length)),
  };
}

export function wireTable({ events, dataBytes, metadataBytes, nameBytes }: Wire): string {
  return [
    '| events | data B/event | metadata B/event | names B/event | together |',
    '| --: | --: | --: | --: | --: |',
    `| ${[
      events.toLocaleString('en'),
      ...[dataBytes, metadataBytes, nameBytes, dataBytes + metadataBytes + nameBytes].map((each) =>
        each.toFixed(0),
      ),
    ].join(' | ')} |`,
    '',
  ].join('\n');
}
