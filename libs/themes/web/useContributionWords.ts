import { contributionPeriod, contributionWords, type Contribution } from '@knotenpunkt/themes/domain';
import { useLanguage } from '@knotenpunkt/webkit/i18n';

/** Kind with amount, and the days, of what somebody brings: each in words, empty where nothing is known. */
export function useContributionWords(): (of: Omit<Contribution, 'commitment'>) => { terms: string; period: string } {
  const language = useLanguage();
  return (of) => ({ terms: contributionWords(of, language), period: contributionPeriod(of, language) });
}
