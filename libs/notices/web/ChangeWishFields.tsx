import {
  contributionFault,
  contributionFrom,
  contributionValues,
  ContributionFields,
  type ContributionValues,
} from '@knotenpunkt/themes/web';
import type { Contribution } from '@knotenpunkt/themes/domain';
import { useMessages } from '@knotenpunkt/webkit/i18n';
import { RadioGroup, TextArea, type AnyRefusal } from '@knotenpunkt/webkit/ui';

const LONGEST_CHANGE = 1_500;

/** What somebody who says "Ja, aber …" wants to be otherwise: its own contribution, or something else about the text. */
export interface ChangeWish extends ContributionValues {
  about: 'OWN' | 'TEXT';
  change: string;
}

/** A wish to begin with; `offerable`: what it is asked to bring, where it may offer something else. */
export function changeWishFrom(offerable: Contribution | null, language: 'de' | 'en'): ChangeWish {
  const contribution = offerable ?? { commitment: '', contributionKind: 'OTHER', amount: null, fromOn: null, dueOn: null };
  return { about: offerable ? 'OWN' : 'TEXT', change: '', ...contributionValues(contribution, language) };
}

/** What is wrong with it, for the check of a form. */
export function changeWishFault(wish: ChangeWish, today: string): AnyRefusal | null {
  if (wish.about === 'OWN') return contributionFault(wish, today);
  return wish.change.trim() === '' ? { code: 'TEXT_MISSING', field: 'change' } : null;
}

/** The wish as it is sent. */
export function sentWish(wish: ChangeWish): { change: string | null; offer: Contribution | null } {
  return { change: wish.change.trim() || null, offer: wish.about === 'OWN' ? contributionFrom(wish) : null };
}

interface Binding {
  id: string;
  error: string | undefined;
  onLeave: () => void;
}

export interface ChangeWishFieldsProps {
  form: { values: ChangeWish; set: (change: Partial<ChangeWish>) => void; field: (key: keyof ChangeWish) => Binding };
  /** Whether something else than what is asked can be offered here. */
  offerable: boolean;
}

/** The fields behind "Ja, aber …". */
export function ChangeWishFields({ form, offerable }: ChangeWishFieldsProps) {
  const t = useMessages('notices');
  const { values, set, field } = form;
  const own = values.about === 'OWN';
  const change = field('change');
  return (
    <>
      {offerable ? (
        <RadioGroup<ChangeWish['about']>
          id={field('about').id}
          name="about"
          label={t('question.wish.about')}
          value={values.about}
          onChange={(about) => set({ about })}
          choices={(['OWN', 'TEXT'] as const).map((value) => ({
            value,
            label: t(`question.wish.${value}`),
            hint: t(`question.wish.${value}Hint`),
          }))}
        />
      ) : null}
      {own ? (
        <ContributionFields
          values={values}
          onChange={set}
          labels={{ commitment: t('question.wish.commitment'), dueOn: t('question.wish.dueOn') }}
          idOf={(key) => field(key).id}
          errorOf={(key) => field(key).error}
          onLeave={(key) => field(key).onLeave()}
        />
      ) : null}
      <TextArea
        {...change}
        name="change"
        label={t(own ? 'question.wish.why' : 'question.change')}
        hint={own ? undefined : t('question.wish.changeHint')}
        optional={own}
        rows={own ? 2 : 3}
        max={LONGEST_CHANGE}
        value={values.change}
        onChange={(text) => set({ change: text })}
      />
    </>
  );
}
