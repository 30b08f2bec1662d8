import { useState } from 'react';
import { useCompetences } from '@knotenpunkt/actors/web';
import { useFormat, useLanguage, useMessages } from '@knotenpunkt/webkit/i18n';
import { Button, ComboBox, EmptyState, Entry, EntryList, LinkButton, Section, TextButton } from '@knotenpunkt/webkit/ui';
import type { Corrections, Held } from './useHeld';

interface Part {
  held: Held;
  slug: string;
  corrections: Corrections;
}

/** What an organisation is found for, what it struck, and adding another. */
export function HeldCompetences({ held, slug, corrections }: Part) {
  const t = useMessages('matching');
  const counted = held.competences.filter(({ struck }) => !struck);
  const struck = held.competences.filter((one) => one.struck);
  return (
    <>
      <Section title={t('held.can.title')} explanation={t('held.can.explanation')}>
        {counted.length === 0 ? (
          <EmptyState step={<LinkButton to={`/akteure/${slug}/bearbeiten`}>{t('held.can.noneStep')}</LinkButton>}>
            {t('held.can.none')}
          </EmptyState>
        ) : null}
        <EntryList label={t('held.can.title')}>
          {counted.map((one) => (
            <Competence key={one.competence} one={one} held={held} corrections={corrections} />
          ))}
        </EntryList>
        {held.mayCorrect ? <AddCompetence held={held} corrections={corrections} /> : null}
      </Section>
      {struck.length > 0 ? (
        <Section title={t('held.cannot.title')} explanation={t('held.cannot.explanation')}>
          <EntryList label={t('held.cannot.title')}>
            {struck.map((one) => (
              <Competence key={one.competence} one={one} held={held} corrections={corrections} />
            ))}
          </EntryList>
        </Section>
      ) : null}
    </>
  );
}

function Competence({ one, held, corrections }: { one: Held['competences'][number]; held: Held; corrections: Corrections }) {
  const t = useMessages('matching');
  const said = held.corrections.find(({ competence }) => competence === one.competence);
  const titleOf = (entryId: string | null) => held.entries.find((entry) => entry.entryId === entryId)?.title ?? '';
  const act = said ? corrections.takeBack : corrections.strike;
  const words = said ? 'held.cannot.back' : 'held.can.strike';
  return (
    <Entry
      title={one.struck ? <s>{one.name}</s> : one.name}
      meta={said ? <SaidBy said={said} /> : null}
      actions={
        held.mayCorrect ? (
          <TextButton aria-label={t(`${words}One`, { name: one.name })} disabled={corrections.busy} onClick={() => void act(one)}>
            {t(words)}
          </TextButton>
        ) : null
      }
    >
      {one.struck ? (
        one.sources.length > 0 ? (
          t('held.cannot.still')
        ) : null
      ) : (
        <ul className="matching-reasons">
          {one.sources.map(({ kind, entryId, words: found }, at) => (
            <li key={at}>{t(`held.can.${kind}`, { title: titleOf(entryId), words: found })}</li>
          ))}
        </ul>
      )}
    </Entry>
  );
}

/** The day and the person, as far as that one still acts for the organisation. */
function SaidBy({ said: { saidOn, personName } }: { said: Held['corrections'][number] }) {
  const t = useMessages('matching');
  const format = useFormat();
  const date = format.date(saidOn);
  return personName ? t('held.can.by', { date, name: personName }) : `${t('held.can.on', { date })}. ${t('held.can.formerly')}`;
}

function AddCompetence({ held, corrections }: { held: Held; corrections: Corrections }) {
  const t = useMessages('matching');
  const language = useLanguage();
  const catalogue = useCompetences();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const [added, setAdded] = useState(0);
  const known = new Set(held.competences.filter(({ struck }) => !struck).map(({ competence }) => competence));
  const found = catalogue?.search(text, 12).filter(({ competence }) => !known.has(competence.id)) ?? [];
  const add = async () => {
    if (chosen === null) return setError(t('held.also.choose'));
    await corrections.add({ competence: chosen, name: catalogue?.label(chosen, language) ?? chosen });
    setChosen(null);
    setText('');
    setAdded(added + 1);
  };
  return (
    <Section level={3} title={t('held.also.title')} explanation={t('held.also.explanation')}>
      <form
        className="matching-add"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <ComboBox
          // After each one the field begins anew.
          key={added}
          id="held-competence"
          name="competence"
          label={t('held.also.label')}
          hint={t('held.also.hint')}
          error={error}
          value={chosen}
          onSearch={setText}
          onChange={(id) => {
            setChosen(id);
            setError(undefined);
          }}
          options={found.map(({ competence }) => ({ id: competence.id, text: competence[language] }))}
        />
        <Button type="submit" busy={corrections.busy}>
          {t('held.also.add')}
        </Button>
      </form>
    </Section>
  );
}
