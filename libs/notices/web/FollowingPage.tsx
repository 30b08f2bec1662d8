import { useState } from 'react';
import { Link } from 'react-router';
import { addressOfAct } from '@knotenpunkt/notices/domain';
import { THEMES, themeLabel } from '@knotenpunkt/themes/domain';
import { graphql } from '@knotenpunkt/webkit/contract';
import { useMutationAnswer } from '@knotenpunkt/webkit/data';
import { useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import {
  Checkbox,
  CheckboxGroup,
  Column,
  EmptyState,
  Entry,
  EntryList,
  ErrorNotice,
  LinkButton,
  Loading,
  Page,
  PageHeader,
  Section,
} from '@knotenpunkt/webkit/ui';
import { FollowButton } from './FollowButton';
import { useFollowing } from './useFollowing';
import './notices.css';

const SET_WEEKLY_MAIL = graphql(`
  mutation SetWeeklyMail($wanted: Boolean!) {
    setWeeklyMail(wanted: $wanted)
  }
`);

/** `/folgen`: what one follows, fields of action, and the weekly mail. */
export function FollowingPage() {
  const t = useMessages('notices');
  const { signedIn, followed, error, refresh } = useFollowing();
  return (
    <Page narrow>
      <PageHeader title={t('follow.pageTitle')} explanation={t('follow.explanation')} />
      {signedIn === false ? (
        <EmptyState step={<LinkButton to="/anmelden?zurueck=/folgen">{t('follow.signIn')}</LinkButton>}>
          {t('follow.onlySignedIn')}
        </EmptyState>
      ) : null}
      {error && !followed ? <ErrorNotice error={error} onRetry={() => void refresh()} /> : null}
      {signedIn !== false && !followed && !error ? <Loading /> : null}
      {followed ? (
        <Column>
          <FollowedList />
          <FollowedThemes />
          <WeeklyMail />
        </Column>
      ) : null}
    </Page>
  );
}

function FollowedList() {
  const t = useMessages('notices');
  const { followed = [] } = useFollowing();
  const things = followed.filter(({ type }) => type !== 'THEME');
  if (things.length === 0) {
    return <EmptyState step={<LinkButton to="/akteure">{t('follow.noneStep')}</LinkButton>}>{t('follow.none')}</EmptyState>;
  }
  return (
    <EntryList label={t('follow.pageTitle')}>
      {things.map(({ type, targetId, title, slug }) => {
        const address = addressOfAct({ subjectType: type.toLowerCase(), subjectSlug: slug });
        return (
          <Entry
            key={targetId}
            title={address ? <Link to={address}>{title}</Link> : title}
            meta={t(`follow.types.${type}`)}
            beside={<FollowButton type={type} id={targetId} title={title} quiet />}
          />
        );
      })}
    </EntryList>
  );
}

function FollowedThemes() {
  const t = useMessages('notices');
  const language = useLanguage();
  const { followed = [], set } = useFollowing();
  const chosen = followed.filter(({ type }) => type === 'THEME').map(({ targetId }) => targetId);
  // Shown at once, while the server is told.
  const [wanted, want] = useState<readonly string[] | null>(null);
  const change = async (next: readonly string[]) => {
    want(next);
    const changed = THEMES.filter(({ id }) => next.includes(id) !== chosen.includes(id));
    await Promise.all(changed.map(({ id }) => set('THEME', id, next.includes(id))));
    want(null);
  };
  return (
    <div className="notices-themes">
      <CheckboxGroup
        id="follow-themes"
        name="themes"
        label={t('follow.themes')}
        hint={t('follow.themesText')}
        value={wanted ?? chosen}
        onChange={(next) => void change(next)}
        choices={THEMES.map(({ id }) => ({ value: id, label: themeLabel(id, language) }))}
      />
    </div>
  );
}

function WeeklyMail() {
  const t = useMessages('notices');
  const { weeklyMail = false, refresh } = useFollowing();
  const setting = useMutationAnswer(SET_WEEKLY_MAIL);
  const [wanted, want] = useState<boolean | null>(null);
  const change = async (next: boolean) => {
    want(next);
    await setting.send({ wanted: next });
    await refresh();
    want(null);
  };
  return (
    <Section title={t('follow.mail')} explanation={t('follow.mailText')}>
      <Checkbox
        id="weekly-mail"
        name="weeklyMail"
        label={t('follow.mailOn')}
        value={wanted ?? weeklyMail}
        onChange={(next) => void change(next)}
      />
    </Section>
  );
}
