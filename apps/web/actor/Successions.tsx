import { SuccessionNote } from '@knotenpunkt/imports/web';
import type { ActorPart } from './parts';

/** "Seit … Teil von …", "Hervorgegangen aus …". */
export const Successions: ActorPart = ({ actor }) => <SuccessionNote actor={actor} />;
