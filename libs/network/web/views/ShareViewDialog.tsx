import { useId, useState, type FocusEvent } from 'react';
import type { Visibility } from '@knotenpunkt/network/domain';
import { useMutationAnswer, useRegion } from '@knotenpunkt/webkit/data';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, Dialog, ErrorNotice, ErrorSummary, Fields, showToast, useForm } from '@knotenpunkt/webkit/ui';
import { VisibilityField } from './KeepingFields';
import type { KeptView } from './useKeptViews';
import { SHARE } from './viewActs';

/** Lines to take along: selected when one goes there, and copied by a button. */
function CopyField({ label, hint, text, lines = false }: { label: string; hint: string; text: string; lines?: boolean }) {
  const t = useMessages('network');
  const id = useId();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  const field = {
    ...{ id, value: text, readOnly: true, 'aria-describedby': `${id}-hint` },
    onFocus: ({ target }: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => target.select(),
  };
  return (
    <div className="kn-field">
      <label className="kn-field__label" htmlFor={id}>
        {label}
      </label>
      <p className="kn-field__hint" id={`${id}-hint`}>
        {hint}
      </p>
      {lines ? (
        <textarea {...field} rows={4} className="kn-input kn-input--area network-copy" />
      ) : (
        <input {...field} className="kn-input network-copy" />
      )}
      <p>
        <Button small onClick={() => void copy()}>
          {t('views.share.copy')}
        </Button>{' '}
        <span role="status">{copied ? t('views.share.copied') : ''}</span>
      </p>
    </div>
  );
}

/** The lines that put a view into a foreign page. */
export function embedSnippet(address: string, title: string): string {
  const quoted = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${address}" title="${quoted}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`;
}

/** Who may open a view, its link, and the lines that put it into a foreign page. */
export function ShareViewDialog({ view, onDone, onClose }: { view: KeptView; onDone: () => void; onClose: () => void }) {
  const t = useMessages('network');
  const { slug } = useRegion();
  const { send, busy, fault } = useMutationAnswer(SHARE);
  const form = useForm({ room: 'network', initial: { visibility: view.visibility as Visibility } });
  const link = `${location.origin}/r/${slug}/netzwerk/ansichten/${view.id}`;
  const embedded = `${location.origin}/einbetten/${view.id}`;
  const submit = form.submit(async ({ visibility }) => {
    const answer = await send({ input: { id: view.id, expectedVersion: view.version, visibility } });
    if (answer.kind === 'refused') return form.refuse(answer.refusal);
    if (answer.kind === 'failed') return;
    showToast({ text: t(answer.kind === 'done' ? 'views.share.saved' : 'views.open.stale') });
    onDone();
  });
  return (
    <Dialog
      open
      wide
      title={t('views.share.title')}
      onClose={onClose}
      onSubmit={submit}
      foot={
        view.yours ? (
          <Button kind="primary" type="submit" busy={busy}>
            {t('views.share.save')}
          </Button>
        ) : undefined
      }
    >
      <Fields>
        <ErrorSummary errors={form.errors} attempts={form.attempts} />
        {fault ? <ErrorNotice error={fault} /> : null}
        {view.yours ? <VisibilityField owner={view.ownerKind} label={t('views.share.who')} {...form.field('visibility')} /> : null}
        <CopyField label={t('views.share.link')} hint={t('views.share.linkHint')} text={link} />
        {view.visibility === 'OWN' ? (
          <p>{t('views.share.notYet')}</p>
        ) : (
          <>
            <CopyField lines label={t('views.share.embed')} hint={t('views.share.embedHint')} text={embedSnippet(embedded, view.name)} />
            <p>
              <a href={embedded} target="_blank" rel="noopener">
                {t('views.share.look')}
              </a>
            </p>
          </>
        )}
      </Fields>
    </Dialog>
  );
}
