import { graphql } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Entry, EntryList, Section } from '@knotenpunkt/webkit/ui';

const OUTGOING_MAILS = graphql(`
  query OutgoingMails {
    outgoingMails(first: 50) {
      id
      to
      subject
      text
      createdAt
      sentAt
    }
  }
`);

/** What would have gone out, where no mail server is configured; for platform administrators. */
export function OutgoingMails() {
  const t = useMessages('identity');
  const format = useFormat();
  const { data } = useQuery(OUTGOING_MAILS, { fetchPolicy: 'cache-and-network' });
  return (
    <Section title={t('outgoingMail.title')}>
      <p className="kn-explanation">{t('outgoingMail.lead')}</p>
      {data?.outgoingMails.length === 0 ? <EmptyState>{t('outgoingMail.none')}</EmptyState> : null}
      <EntryList label={t('outgoingMail.title')}>
        {(data?.outgoingMails ?? []).map((mail) => (
          <Entry key={mail.id} title={mail.subject} meta={`${mail.to} · ${format.date(mail.createdAt.slice(0, 10))}`}>
            <details>
              <summary>{t('outgoingMail.open')}</summary>
              <pre className="kn-mail">{mail.text}</pre>
            </details>
          </Entry>
        ))}
      </EntryList>
    </Section>
  );
}
