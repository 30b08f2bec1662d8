import { Gauge, type Registry } from 'prom-client';
import type { Instruments } from './instruments';

type Reading = [labels: Record<string, string>, value: number][];

const secondsSince = (moment: Date | null): number => (moment ? Math.max(0, (Date.now() - moment.getTime()) / 1_000) : 0);

/** What is asked when somebody looks. A source that does not answer leaves its numbers out; the others are told. */
export function gauges(sources: Instruments, registry: Registry): void {
  const gauge = (name: string, help: string, labelNames: string[], read: () => Promise<Reading> | Reading) =>
    new Gauge({
      name: `knotenpunkt_${name}`,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        this.reset();
        // A number without labels is 0 after that: one that is not known must be missing instead.
        if (labelNames.length === 0) this.remove();
        const readings = await Promise.resolve()
          .then(read)
          .catch((): Reading => []);
        for (const [labels, value] of readings) this.set(labels, value);
      },
    });

  gauge('database_connections', 'Connections of this process: open, idle, and requests that wait for one.', ['state'], () =>
    Object.entries(sources.database.connections()).map(([state, count]) => [{ state }, count]),
  );
  gauge(
    'outbox_messages',
    'Changes the projector has not turned into facts: waiting, or set aside after five attempts.',
    ['state'],
    async () => {
      const { waiting, setAside } = await sources.outbox.backlog();
      return [
        [{ state: 'waiting' }, waiting],
        [{ state: 'set_aside' }, setAside],
      ];
    },
  );
  gauge('outbox_oldest_seconds', 'Age of the oldest change that waits for the projector.', [], async () => {
    return [[{}, secondsSince((await sources.outbox.backlog()).oldestAt)]];
  });
  gauge('data_seq', 'The version of the data: in Postgres, and in the graph this process asks.', ['where'], async () => {
    const newest = await sources.graph.newestSeq();
    const graph = await sources.graph.lag().then(
      ({ kind, seq }): Reading => [[{ where: kind.toLowerCase() }, seq]],
      () => [],
    );
    return [[{ where: 'postgres' }, newest], ...graph];
  });
  gauge('graph_behind', 'Fact rows the graph has yet to take over.', ['graph'], async () => {
    const { kind, behind } = await sources.graph.lag();
    return [[{ graph: kind.toLowerCase() }, behind]];
  });
  gauge('mails', 'Mails that have not gone out.', ['state'], async () => {
    const { waiting, failed } = await sources.mail.state();
    return [
      [{ state: 'waiting' }, waiting],
      [{ state: 'failed' }, failed],
    ];
  });
  gauge('jobs', 'Jobs by kind.', ['job', 'state'], async () =>
    (await sources.jobs.all()).flatMap(({ name, ...states }): Reading =>
      Object.entries(states).map(([state, count]) => [{ job: name, state }, count]),
    ),
  );
  gauge('backup_age_seconds', 'Age of the newest backup; missing while there is none.', [], async () => {
    const newest = await sources.backups.newest();
    return newest ? [[{}, secondsSince(newest.takenAt)]] : [];
  });
}
