import './messages';

export { ChallengeAbout, ChallengeCompetences, ChallengeTable, type SeatAtQuestion } from './ChallengeAbout';
export { ChallengeHeader } from './ChallengeHeader';
export { ChallengesToPublish } from './ChallengesToPublish';
export { ChallengesWithoutAlliance } from './ChallengesWithoutAlliance';
export { emptySeatsOf, TableOfSeats, type BenchOfTable, type TakenSeat } from './TableOfSeats';
export { routes } from './routes';
export { useChallenge, type ShownChallenge } from './useChallenge';
