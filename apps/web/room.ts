import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

/** What a room's web part adds to the app. Its pages load when they are first opened. */
export interface Room {
  /** Addresses below `/`, in German: `{ path: 'akteure', lazy: () => import('./ActorsPage') }`. */
  routes: RouteObject[];
}

/** A part of a page that several rooms compose. It renders nothing, or its own section with title. */
export type PagePart = ComponentType;
