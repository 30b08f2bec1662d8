import { graphql } from '@knotenpunkt/webkit/contract';
import { useQuery } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { EmptyState, Entry, EntryList, Section } from '@knotenpunkt/webkit/ui';

const OUTGOING_MAILS = graphql(`
  query OutgoingMails {
    mailsGoOut
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

/** The newest mails: whether they went out, or, where no mail server is configured, what they say; for platform administrators. */
export function OutgoingMails() {
  const t = useMessages('identity');
  const format = useFormat();
  const { data } = useQuery(OUTGOING_MAILS, { fetchPolicy: 'cache-and-network' });
  return (
    <Section title={t('outgoingMail.title')}>
      {data ? <p className="kn-explanation">{t(data.mailsGoOut ? 'outgoingMail.leadGoingOut' : 'outgoingMail.lead')}</p> : null}
      {data?.outgoingMails.length === 0 ? <EmptyState>{t('outgoingMail.none')}</EmptyState> : null}
      <EntryList label={t('outgoingMail.title')}>
        {(data?.outgoingMails ?? []).map((mail) => {
          // Of a mail that has gone out nothing is kept but to whom and when.
          const parts = [...(mail.subject ? [mail.to] : []), format.date(mail.createdAt.slice(0, 10))];
          if (data?.mailsGoOut) parts.push(t(mail.sentAt ? 'outgoingMail.sent' : 'outgoingMail.unsent'));
          return (
            <Entry key={mail.id} title={mail.subject || mail.to} meta={parts.join(' · ')}>
              {data?.mailsGoOut ? null : (
                <details>
                  <summary>{t('outgoingMail.open')}</summary>
                  <pre className="kn-mail">{mail.text}</pre>
                </details>
              )}
            </Entry>
          );
        })}
      </EntryList>
    </Section>
  );
}
