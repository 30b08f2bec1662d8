import './messages';

export { ActLine } from './ActLine';
export { FollowButton, type FollowButtonProps } from './FollowButton';
export { routes } from './routes';
export { SinceLastVisit } from './SinceLastVisit';
export { useNews } from './useNews';
export { ChangeWishFields, changeWishFault, changeWishFrom, sentWish } from './ChangeWishFields';
