import { checkText, ok, refuse, type Id, type LocalDate, type Result, type TextCode } from '@knotenpunkt/kernel';
import { mayManageMandates } from './mandate';
import type { Viewer } from './viewer';

/** Somebody who asks to act for an organisation. */
export interface MandateRequest {
  id: Id;
  regionId: Id;
  actorId: Id;
  name: string;
  email: string;
  askedOn: LocalDate;
  state: 'ASKED' | 'GRANTED' | 'REFUSED';
  version: number;
}

/** A name that can be asked with; the address is known from the mail that led here. */
export function checkRequestName(name: string): Result<string, TextCode> {
  return checkText('name', name, { max: 120 });
}

/** Granted or refused once, by those who decide on the organisation's mandates. */
export function decideMandateRequest(
  viewer: Viewer,
  request: MandateRequest,
  decision: 'GRANTED' | 'REFUSED',
): Result<MandateRequest, 'NOT_PERMITTED' | 'ALREADY_DECIDED'> {
  if (!mayManageMandates(viewer, request.actorId)) return refuse('NOT_PERMITTED');
  return request.state === 'ASKED' ? ok({ ...request, state: decision }) : refuse('ALREADY_DECIDED');
}
