import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EntryList, ErrorNotice, Loading, Section } from '@knotenpunkt/webkit/ui';
import { CommitmentEntry, useCommitments } from './CommitmentList';
import { OutsideOf } from './OutsideList';
import './commitments.css';

/** Steckbrief: what an organisation has promised, kept or not. */
export function ActorCommitments({ actor }: { actor: { id: string; name: string; availableActions: readonly string[] } }) {
  const t = useMessages('agreements');
  const { commitments, error, refresh } = useCommitments({ actorId: actor.id });
  return (
    <Section title={t('actor.title')}>
      <OutsideOf actorId={actor.id} />
      {error && !commitments ? <ErrorNotice error={error} onRetry={refresh} /> : null}
      {!commitments && !error ? <Loading /> : null}
      {commitments?.length === 0 ? (
        <p className="kn-muted">{t(actor.availableActions.length > 0 ? 'actor.emptyOwn' : 'actor.empty')}</p>
      ) : null}
      {commitments && commitments.length > 0 ? (
        <EntryList label={t('actor.list', { actor: actor.name })}>
          {commitments.map((commitment) => (
            <CommitmentEntry key={commitment.id} commitment={commitment} of="actor" onChange={refresh} />
          ))}
        </EntryList>
      ) : null}
    </Section>
  );
}
