import './messages';

export { FollowButton, type FollowButtonProps } from './FollowButton';
export { routes } from './routes';
export { useLookAround, useNews } from './useNews';
