import { routes as actors } from '@knotenpunkt/actors/web';
import { routes as agreements } from '@knotenpunkt/agreements/web';
import { routes as alliances } from '@knotenpunkt/alliances/web';
import { routes as challenges } from '@knotenpunkt/challenges/web';
import { routes as coordination } from '@knotenpunkt/coordination/web';
import { routes as identity } from '@knotenpunkt/identity/web';
import { routes as imports } from '@knotenpunkt/imports/web';
import { routes as initiatives } from '@knotenpunkt/initiatives/web';
import { routes as matching } from '@knotenpunkt/matching/web';
import { routes as moderation } from '@knotenpunkt/moderation/web';
import { routesWith as network } from '@knotenpunkt/network/web';
import { routes as operations } from '@knotenpunkt/operations/web';
import { routes as notices } from '@knotenpunkt/notices/web';
import { introduce } from './introduce';
import type { Room } from './room';

/** The rooms of the house, one line each; their pages become part of the app. */
export const rooms: Room[] = [
  { routes: identity },
  { routes: notices },
  { routes: actors },
  { routes: agreements },
  { routes: initiatives },
  { routes: challenges },
  { routes: alliances },
  { routes: network({ introduce }) },
  { routes: matching },
  { routes: coordination },
  { routes: imports },
  { routes: moderation },
  { routes: operations },
];
