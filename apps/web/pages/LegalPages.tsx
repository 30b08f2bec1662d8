import type { ReactNode } from 'react';
import { useConfiguration } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Notice, Page, PageHeader, Section } from '@knotenpunkt/webkit/ui';
import './legal.css';

function LegalPage({ title, url, children }: { title: string; url?: string; children: ReactNode }) {
  const t = useMessages('app');
  return (
    <Page narrow>
      <PageHeader title={title} />
      <div className="kn-legal">
        {url ? (
          <p>
            <a href={url}>{t('legal.ownText')}</a>
          </p>
        ) : null}
        {children}
      </div>
    </Page>
  );
}

/** How to reach the operator, or that nobody has said so yet. */
function OperatorContact() {
  const t = useMessages('app');
  const { operator } = useConfiguration();
  if (!operator?.name) return <Notice tone="due">{t('legal.operatorMissing')}</Notice>;
  return (
    <address>
      {[operator.name, ...(operator.address ?? [])].map((line) => (
        <span key={line}>{line}</span>
      ))}
      {operator.representedBy ? <span>{t('legal.representedBy', { name: operator.representedBy })}</span> : null}
      {operator.mail ? <a href={`mailto:${operator.mail}`}>{operator.mail}</a> : null}
      {operator.phone ? <a href={`tel:${operator.phone.replace(/[^+\d]/g, '')}`}>{operator.phone}</a> : null}
    </address>
  );
}

export function ImprintPage() {
  const t = useMessages('app');
  const { operator } = useConfiguration();
  return (
    <LegalPage title={t('footer.imprint')} url={operator?.imprintUrl}>
      <Section title={t('legal.imprint.operator')}>
        <OperatorContact />
      </Section>
      <Section title={t('legal.imprint.content')}>
        <p>{t('legal.imprint.contentText')}</p>
      </Section>
      <Section title={t('legal.imprint.software')}>
        <p>{t('legal.imprint.softwareText')}</p>
      </Section>
    </LegalPage>
  );
}

export function PrivacyPage() {
  const t = useMessages('app');
  const { operator } = useConfiguration();
  return (
    <LegalPage title={t('footer.privacy')} url={operator?.privacyUrl}>
      <p>{t('legal.privacy.lead')}</p>
      {(['visit', 'device', 'account', 'contact', 'rights'] as const).map((part) => (
        <Section key={part} title={t(`legal.privacy.${part}.title`)}>
          <p>{t(`legal.privacy.${part}.text`)}</p>
        </Section>
      ))}
      <Section title={t('legal.privacy.responsible')}>
        <OperatorContact />
      </Section>
    </LegalPage>
  );
}

export function AccessibilityPage() {
  const t = useMessages('app');
  const { operator } = useConfiguration();
  return (
    <LegalPage title={t('footer.accessibility')} url={operator?.accessibilityUrl}>
      <p>{t('legal.accessibility.lead')}</p>
      <Section title={t('legal.accessibility.doneTitle')}>
        <p>{t('legal.accessibility.doneText')}</p>
      </Section>
      <Section title={t('legal.accessibility.openTitle')}>
        <p>{t('legal.accessibility.openText')}</p>
      </Section>
      <Section title={t('legal.accessibility.reportTitle')}>
        <p>{t('legal.accessibility.reportText')}</p>
        <OperatorContact />
      </Section>
    </LegalPage>
  );
}
