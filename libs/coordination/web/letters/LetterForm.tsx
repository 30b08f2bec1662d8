import { useState } from 'react';
import {
  checkLetter,
  fillLetter,
  LETTER_LIMITS,
  messages,
  SHIPPED_TEMPLATES,
  waitingAddress,
  type Letter,
} from '@knotenpunkt/coordination/domain';
import { newId } from '@knotenpunkt/kernel';
import { useRegion } from '@knotenpunkt/webkit/data';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Button,
  Entry,
  EntryList,
  ErrorNotice,
  ErrorSummary,
  Fields,
  Notice,
  Section,
  Select,
  showToast,
  TextArea,
  TextField,
  useForm,
} from '@knotenpunkt/webkit/ui';
import type { SentAnswer } from './LettersPage';
import { TemplateActs } from './TemplateActs';
import type { ShownWaiting, useLetters } from './useLetters';

export interface LetterFormProps {
  letters: ReturnType<typeof useLetters>;
  /** What is written about. */
  chosen: readonly ShownWaiting[];
  onAnswer: (answer: SentAnswer) => void;
}

/** What is chosen, organisation by organisation. */
function byOrganisation(chosen: readonly ShownWaiting[]): ShownWaiting[][] {
  const groups = new Map<string, ShownWaiting[]>();
  for (const item of chosen) groups.set(item.actorId, [...(groups.get(item.actorId) ?? []), item]);
  return [...groups.values()];
}

/** The text for all, how it arrives with each, and sending it. */
export function LetterForm({ letters, chosen, onAnswer }: LetterFormProps) {
  const t = useMessages('coordination');
  const language = useLanguage();
  const [sendingId] = useState(newId);
  const [template, setTemplate] = useState<string>(chosen[0]?.kind ?? '');
  const [fault, setFault] = useState<unknown>(null);
  const shipped = messages[language].letters.shipped;
  const form = useForm({
    room: 'coordination',
    initial: chosen[0] ? shipped[chosen[0].kind] : { subject: '', text: '' },
    check: (letter) => {
      const checked = checkLetter(letter);
      return [checked.ok ? null : checked.refusal];
    },
  });
  const own = letters.templates.find(({ id }) => id === template);
  const take = (which: string) => {
    setTemplate(which);
    const letter = SHIPPED_TEMPLATES.find((each) => each === which);
    const words: Letter | undefined = letter ? shipped[letter] : letters.templates.find(({ id }) => id === which);
    if (!words) return;
    form.set({ subject: words.subject, text: words.text });
  };
  const organisations = byOrganisation(chosen);
  const submit = form.submit(async (letter) => {
    setFault(null);
    const answer = await letters.send.send({ input: { id: sendingId, keys: chosen.map(({ key }) => key), ...letter } });
    if (answer.kind === 'failed') setFault(answer.fault);
    if (answer.kind === 'refused') form.refuse(answer.refusal);
    if (answer.kind === 'done') {
      onAnswer(answer);
      showToast({ text: t('letters.sent', { count: new Set(answer.value.written).size }) });
    }
  });
  const tooMany = organisations.length > LETTER_LIMITS.atOnce;
  return (
    <form onSubmit={submit} noValidate className="letters-form">
      <Section title={t('letters.textTitle')} explanation={t('letters.placeholders')}>
        <Fields>
          <ErrorSummary errors={form.errors} attempts={form.attempts} />
          <Select
            id="letter-template"
            name="letter-template"
            label={t('letters.template')}
            none={t('letters.templateNone')}
            value={template}
            onChange={take}
            options={[
              ...SHIPPED_TEMPLATES.map((each) => ({ value: each as string, label: t(`letters.shippedNames.${each}`) })),
              ...letters.templates.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextField label={t('letters.subject')} {...form.field('subject')} />
          <TextArea label={t('letters.text')} rows={9} max={LETTER_LIMITS.text} {...form.field('text')} />
          <TemplateActs letters={letters} letter={form.values} own={own ?? null} onGone={() => setTemplate('')} />
        </Fields>
      </Section>
      <Section title={t('letters.previewTitle')}>
        {organisations.length === 0 ? <p className="letters-quiet">{t('letters.previewNone')}</p> : null}
        <EntryList label={t('letters.previewTitle')}>
          {organisations.map((items) => (
            <Preview key={items[0]!.actorId} items={items} letter={form.values} />
          ))}
        </EntryList>
        {tooMany ? <Notice tone="error">{t('letters.tooMany', { max: LETTER_LIMITS.atOnce, count: organisations.length })}</Notice> : null}
        {fault ? <ErrorNotice error={fault} /> : null}
        {organisations.length > 0 && !tooMany ? (
          <div className="letters-send">
            <Button kind="primary" type="submit" busy={letters.send.busy}>
              {t('letters.send', { count: organisations.length })}
            </Button>
            <p className="letters-quiet">{t('letters.sendHint')}</p>
          </div>
        ) : null}
      </Section>
    </form>
  );
}

function Preview({ items, letter }: { items: readonly ShownWaiting[]; letter: Letter }) {
  const t = useMessages('coordination');
  const language = useLanguage();
  const region = useRegion();
  const organisation = items[0]!.actorName;
  const matters = items.map((item) => ({
    title: item.title,
    since: item.since,
    url: `${location.origin}/r/${region.slug}${waitingAddress({ ...item, slug: item.slug ?? null })}`,
  }));
  const { subject, text } = fillLetter(letter, { organisation, matters }, language);
  return (
    <Entry over={t('letters.to', { actor: organisation })} title={subject}>
      <details>
        <summary>{t('letters.text')}</summary>
        <p className="letters-text">{text}</p>
      </details>
    </Entry>
  );
}
