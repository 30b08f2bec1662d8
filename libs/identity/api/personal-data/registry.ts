import type { PersonalDataOfRoom } from '@knotenpunkt/kernel';
import { personalData } from '../personal-data';
import { platformData } from './platform-data';
import { regionsData } from './regions-data';

const rooms: PersonalDataOfRoom[] = [personalData, platformData, regionsData];

/**
 * The port by which each room says what it holds of persons. From these lists come the page on which a person reads it, export,
 * erasure, the jobs that forget, the record of processing and a part of the privacy page. Called where the room's module is read, so
 * that commands know the lists which start no server.
 */
export function registerPersonalData(room: PersonalDataOfRoom): void {
  if (!rooms.includes(room)) rooms.push(room);
}

/** The lists of all rooms that were read. */
export function registeredPersonalData(): readonly PersonalDataOfRoom[] {
  return rooms;
}
