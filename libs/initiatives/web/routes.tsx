import type { RouteObject } from 'react-router';
import './messages';

/** The pages of Vorhaben. */
export const routes: RouteObject[] = [];
