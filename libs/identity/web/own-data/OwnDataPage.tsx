import { Link } from 'react-router';
import { graphql, type ResultOf } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, ErrorNotice, LinkButton, Loading, Page, PageHeader, Section } from '@knotenpunkt/webkit/ui';
import { useViewer } from '../useViewer';
import { ChangeName } from './ChangeName';
import { EraseSection } from './EraseSection';
import { HeldEntries } from './HeldEntries';
import { TakeFileButton } from './TakeFileButton';
import '../identity.css';

const OWN_DATA = graphql(`
  query OwnData {
    ownData {
      table
      title
      purpose
      kept
      fate
      stays
      correctedAt
      total
      entries {
        facts {
          label
          value
        }
        actor {
          id
          name
          slug
        }
      }
    }
    dataProtection {
      backupsKeptDays
    }
  }
`);

export type OwnDataOf = ResultOf<typeof OWN_DATA>['ownData'][number];

/** `/konto/daten`: everything that is held on whoever is signed in; taken along and erased here. */
export function OwnDataPage() {
  const t = useMessages('identity');
  const viewer = useViewer();
  return (
    <Page narrow>
      <PageHeader
        title={t('ownData.title')}
        explanation={t('ownData.lead')}
        actions={
          viewer?.personId ? (
            <TakeFileButton address="/daten/meine.zip" name="meine-daten.zip">
              {t('ownData.take')}
            </TakeFileButton>
          ) : null
        }
      />
      {viewer === null ? <Loading /> : viewer.personId ? <Held /> : <SignInFirst />}
    </Page>
  );
}

function SignInFirst() {
  const t = useMessages('identity');
  return (
    <EmptyState step={<LinkButton to="/anmelden?zurueck=/konto/daten">{t('signIn.submit')}</LinkButton>}>
      {t('ownData.signedOut')}
    </EmptyState>
  );
}

function Held() {
  const t = useMessages('identity');
  const { data, error, refetch } = useQuery(OWN_DATA, { fetchPolicy: 'cache-and-network' });
  if (!data) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  return (
    <>
      {data.ownData.length === 0 ? <EmptyState>{t('ownData.none')}</EmptyState> : null}
      {data.ownData.map((section) => (
        <HeldSection key={section.table} section={section} />
      ))}
      <Section title={t('ownData.elsewhere.title')}>
        <p>{t('ownData.elsewhere.text')}</p>
      </Section>
      <EraseSection held={data.ownData} backupsKeptDays={data.dataProtection.backupsKeptDays} />
    </>
  );
}

/** The table with the person's own name. */
const ACCOUNT = 'auth.user';

function HeldSection({ section: { table, title, purpose, kept, correctedAt, total, entries } }: { section: OwnDataOf }) {
  const t = useMessages('identity');
  const viewer = useViewer();
  const more = total - entries.length;
  return (
    <Section title={title} explanation={`${purpose} ${t('ownData.kept', { kept })}`}>
      <HeldEntries label={title} entries={entries} />
      {more > 0 ? <p className="kn-muted">{t('ownData.more', { count: more })}</p> : null}
      {correctedAt ? (
        <div className="identity-ways">
          {table === ACCOUNT ? <ChangeName name={viewer?.name ?? ''} /> : null}
          <Link to={correctedAt}>{t('ownData.correct')}</Link>
        </div>
      ) : null}
    </Section>
  );
}
