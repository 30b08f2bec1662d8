import { fadingWord, strengthWord } from '@knotenpunkt/network/domain';
import { useFormat, useMessages } from '@knotenpunkt/webkit/i18n';

/** How strong something is on the day told, was while it ran, and the part of that it lost. */
export interface StrengthData {
  strength: number;
  runningStrength: number;
  fadedBy: number;
}

/** "Stärke: mittel (0,50)", and what has faded of it: in words, with the numbers to read out. */
export function StrengthLine({ strength, runningStrength, fadedBy }: StrengthData) {
  const t = useMessages('network');
  const format = useFormat();
  const number = (value: number) => format.number(value, 2);
  const word = fadingWord(fadedBy);
  return (
    <>
      {t('closer.strength', { word: t(`strength.${strengthWord(strength)}`), number: number(strength) })}
      {word === 'none' ? null : (
        <>
          {', '}
          {t('closer.fadedFrom', {
            word: t(`closer.faded.${word}`),
            percent: format.percent(fadedBy),
            running: number(runningStrength),
          })}
        </>
      )}
    </>
  );
}
