import { useState } from 'react';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useApolloClient, useMutationAnswer, useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, ErrorNotice, Notice, Section, Table } from '@knotenpunkt/webkit/ui';
import type { SectionProps } from './systemState';

const GRAPH_STATE = graphql(`
  query GraphState {
    graphState {
      equal
      seq
    }
  }
`);

const REBUILD_GRAPH = graphql(`
  mutation RebuildGraph {
    rebuildGraph {
      equal
      seq
    }
  }
`);

interface Compared {
  equal: boolean;
  seq: number;
  rebuilt: boolean;
}

/** Version of the data in Postgres and in the graph; comparing the two, and filling the graph again. */
export function GraphSection({ state, onChange }: SectionProps) {
  const t = useMessages('operations');
  const format = useFormat();
  const { timeZone } = useRegion();
  const rows = [
    { id: 'postgres', cells: { where: t('graph.postgres'), seq: format.number(state.seq), behind: t('graph.leads') } },
    ...state.graphs.map(({ kind, seq, behind }) => ({
      id: kind,
      cells: {
        where: t(`graph.${kind}`),
        seq: seq === null ? '–' : format.number(seq),
        behind: behind === null ? t('graph.away') : behind === 0 ? t('graph.none') : t('graph.records', { count: behind }),
      },
    })),
  ];
  const oldest = state.oldestMessageAt;
  return (
    <Section title={t('graph.title')} explanation={t('graph.explanation')}>
      <div className="operations-table">
        <Table
          caption={t('graph.title')}
          columns={[
            { id: 'where', label: t('graph.where') },
            { id: 'seq', label: t('graph.seq'), numeric: true },
            { id: 'behind', label: t('graph.behind'), numeric: true },
          ]}
          rows={rows}
        />
      </div>
      <p className="kn-meta">
        {oldest ? t('graph.waiting', { count: state.messagesWaiting, moment: format.moment(oldest, timeZone) }) : t('graph.noneWaiting')}
      </p>
      <CompareGraph onChange={onChange} />
    </Section>
  );
}

function CompareGraph({ onChange }: { onChange: () => void }) {
  const t = useMessages('operations');
  const format = useFormat();
  const apollo = useApolloClient();
  const rebuild = useMutationAnswer(REBUILD_GRAPH);
  const [comparing, setComparing] = useState(false);
  const [compared, setCompared] = useState<Compared | null>(null);
  const [fault, setFault] = useState<unknown>(null);

  const compare = async () => {
    setComparing(true);
    setFault(null);
    try {
      const { data } = await apollo.query({ query: GRAPH_STATE, fetchPolicy: 'network-only' });
      if (data) setCompared({ ...data.graphState, rebuilt: false });
    } catch (error) {
      setFault(error);
    }
    setComparing(false);
  };
  const build = async () => {
    setFault(null);
    const answer = await rebuild.send({});
    if (answer.kind === 'done') setCompared({ ...answer.value, rebuilt: true });
    else if (answer.kind === 'failed') setFault(answer.fault);
    onChange();
  };
  return (
    <>
      <div role="status">
        {compared ? (
          <Notice tone={compared.equal ? 'kept' : 'due'}>
            {t(`graph.${compared.equal ? (compared.rebuilt ? 'rebuilt' : 'equal') : 'differs'}`, { seq: format.number(compared.seq) })}
          </Notice>
        ) : null}
      </div>
      {fault ? <ErrorNotice error={fault} /> : null}
      <div className="operations-acts">
        <Button small busy={comparing} onClick={() => void compare()}>
          {t('graph.verify')}
        </Button>
        <Button small kind="plain" busy={rebuild.busy} onClick={() => void build()}>
          {t('graph.rebuild')}
        </Button>
      </div>
    </>
  );
}
