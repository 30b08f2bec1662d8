import { LETTER_LIMITS, WAITING_KINDS } from '@knotenpunkt/coordination/domain';
import { daysBetween } from '@knotenpunkt/kernel';
import { useToday } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { CheckboxGroup, EmptyState, LinkButton, Section } from '@knotenpunkt/webkit/ui';
import type { ShownWaiting } from './useLetters';

export interface WaitingChoiceProps {
  waiting: readonly ShownWaiting[];
  chosen: readonly string[];
  onChange: (keys: readonly string[]) => void;
}

/** Whether the coordination wrote about it so lately that it does not again yet. */
export function writtenLately({ writtenOn }: Pick<ShownWaiting, 'writtenOn'>, today: string): boolean {
  return writtenOn !== null && writtenOn !== undefined && daysBetween(writtenOn, today) < LETTER_LIMITS.restDays;
}

/** What waits, kind by kind; what nobody can be written to about is there, says so and cannot be chosen. */
export function WaitingChoice({ waiting, chosen, onChange }: WaitingChoiceProps) {
  const t = useMessages('coordination');
  const format = useFormat();
  const today = useToday();
  const hintOf = (item: ShownWaiting) => {
    if (!item.reachable) return t('letters.unreachable');
    if (writtenLately(item, today)) return t('letters.written', { date: format.date(item.writtenOn!), days: LETTER_LIMITS.restDays });
    return item.reminded ? t('letters.reminded') : undefined;
  };
  return (
    <Section title={t('letters.waitingTitle')} beside={chosen.length > 0 ? t('letters.chosen', { count: chosen.length }) : null}>
      {waiting.length === 0 ? (
        <EmptyState step={<LinkButton to="/koordination">{t('list.toDesk')}</LinkButton>}>{t('letters.waitingNone')}</EmptyState>
      ) : null}
      <div className="letters-choice">
        {WAITING_KINDS.map((kind) => {
          const items = waiting.filter((item) => item.kind === kind);
          if (items.length === 0) return null;
          const keys = new Set(items.map(({ key }) => key));
          return (
            <CheckboxGroup
              key={kind}
              id={`letters-${kind}`}
              name={`letters-${kind}`}
              label={t(`letters.kinds.${kind}`)}
              value={chosen.filter((key) => keys.has(key))}
              onChange={(next) => onChange([...chosen.filter((key) => !keys.has(key)), ...next])}
              choices={items.map((item) => ({
                value: item.key,
                label: `${item.actorName} · ${item.title}`,
                hint: hintOf(item),
                count: t('letters.since', { date: format.shortDate(item.since) }),
                disabled: !item.reachable || writtenLately(item, today),
              }))}
            />
          );
        })}
      </div>
    </Section>
  );
}
