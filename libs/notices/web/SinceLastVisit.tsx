import { useState } from 'react';
import { Link } from 'react-router';
import { phraseOfAct } from '@knotenpunkt/notices/domain';
import { dayIn } from '@knotenpunkt/kernel';
import { useRegion } from '@knotenpunkt/webkit/data';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';
import { Section, Tag, TextButton } from '@knotenpunkt/webkit/ui';
import { ActLine } from './ActLine';
import { useLookAround, useNews } from './useNews';
import './notices.css';

const SHOWN = 5;

/** "Seit Ihrem letzten Besuch", for the signed-in reader: what is followed first. Nothing at the first visit. */
export function SinceLastVisit() {
  const t = useMessages('notices');
  const format = useFormat();
  const { timeZone } = useRegion();
  const { news, refresh } = useNews();
  const [all, showAll] = useState(false);
  useLookAround(refresh);
  if (!news?.since) return null;
  const date = format.date(dayIn(new Date(news.since), timeZone));
  const told = news.items.filter(({ act }) => phraseOfAct(act.verb) !== null);
  const shown = all ? told : told.slice(0, SHOWN);
  return (
    <Section title={t('news.title')} beside={<Link to="/folgen">{t('news.all')}</Link>}>
      <p className="kn-explanation">{told.length === 0 ? t('news.none', { date }) : t('news.since', { date })}</p>
      <ol className="notices-acts">
        {shown.map(({ act, followed }) => (
          <ActLine key={act.id} act={act} beside={followed ? <Tag>{t('news.followed')}</Tag> : null} />
        ))}
      </ol>
      {told.length > shown.length ? <TextButton onClick={() => showAll(true)}>{t('news.more', { count: told.length })}</TextButton> : null}
    </Section>
  );
}
