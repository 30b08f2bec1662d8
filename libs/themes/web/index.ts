import './messages';

export { ContributionFields, type ContributionFieldsProps } from './ContributionFields';
export * from './contribution-values';
export { useContributionWords } from './useContributionWords';
