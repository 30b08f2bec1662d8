import { AUDIT_VERBS, auditScope } from './audit';
import { messages } from './messages';
import { VISITOR, type Viewer } from './viewer';

const region = { regionId: 'r', actorId: null, withoutRegion: false };
const acting = (role: 'ADMINISTRATOR' | 'DELEGATE'): Viewer => ({
  ...VISITOR,
  personId: 'p',
  mandates: [{ id: 'm', actorId: 'a', role, fromOn: '2026-01-01', untilOn: null }],
});

describe('the audit trail', () => {
  it('is read by coordinators for their region and by administrators for their organisation', () => {
    expect(auditScope({ ...VISITOR, personId: 'c', coordinator: true }, region)).toEqual({ region: 'r' });
    expect(auditScope(acting('ADMINISTRATOR'), { ...region, actorId: 'a' })).toEqual({ actor: 'a', region: 'r' });
    expect(auditScope(acting('ADMINISTRATOR'), { ...region, actorId: 'b' })).toBeNull();
    expect(auditScope(acting('ADMINISTRATOR'), region)).toBeNull();
    expect(auditScope(acting('DELEGATE'), { ...region, actorId: 'a' })).toBeNull();
  });

  it('shows what belongs to no region to administrators of the platform only', () => {
    expect(auditScope({ ...VISITOR, personId: 'c', coordinator: true }, { ...region, withoutRegion: true })).toBeNull();
    expect(auditScope({ ...VISITOR, personId: 'u', platformAdministrator: true }, { ...region, withoutRegion: true })).toBe('NO_REGION');
  });

  it('has a sentence for everything it keeps, and none for anything else', () => {
    expect(Object.keys(messages.de.audit.verbs).sort()).toEqual(AUDIT_VERBS.map((verb) => verb.replace('.', '_')).sort());
  });
});
