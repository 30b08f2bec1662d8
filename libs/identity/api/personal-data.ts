import { INVITATION_KEPT_DAYS } from '@knotenpunkt/identity/domain';
import { ERASURES_KEPT_DAYS, type PersonalDataOfRoom } from '@knotenpunkt/kernel';
import de from './personal-data.messages.de.json' with { type: 'json' };
import en from './personal-data.messages.en.json' with { type: 'json' };

/** What this room holds of organisations and persons: every column of its tables. */
export const personalData: PersonalDataOfRoom = {
  room: 'identity',
  texts: { de, en },
  processings: {
    account: { of: ['ACCOUNT_HOLDER'], ground: 'CONTRACT', days: null },
    signIn: { of: ['ACCOUNT_HOLDER'], ground: 'CONTRACT', days: 1 },
    mandates: { of: ['ACCOUNT_HOLDER'], ground: 'CONTRACT', days: 1095 },
    mandateRequests: { of: ['ASKER'], ground: 'CONTRACT', days: 365 },
    invitations: { of: ['RECIPIENT'], ground: 'CONTRACT', days: INVITATION_KEPT_DAYS },
    offices: { of: ['ACCOUNT_HOLDER'], ground: 'CONTRACT', days: null },
    trail: { of: ['ACCOUNT_HOLDER'], ground: 'LEGITIMATE_INTEREST', days: null },
    audit: { of: ['ACCOUNT_HOLDER'], ground: 'LEGITIMATE_INTEREST', days: null },
    blocks: { of: ['ACCOUNT_HOLDER'], ground: 'LEGITIMATE_INTEREST', days: 365 },
    erasures: { of: ['ACCOUNT_HOLDER'], ground: 'LEGAL_DUTY', days: ERASURES_KEPT_DAYS },
  },
  tables: {
    'auth.user': {
      personal: ['id', 'name', 'email', 'emailVerified', 'image', 'createdAt', 'updatedAt', 'language'],
      rows: {
        processing: 'account',
        whose: { column: 'id', is: 'PERSON' },
        exported: ['name', 'email', 'language', 'createdAt', 'id'],
        erasure: { how: 'ROW' },
        correctedAt: '/konto/sicherheit',
      },
    },
    'auth.account': {
      none: ['id', 'providerId'],
      personal: [
        'accountId',
        'userId',
        'accessToken',
        'refreshToken',
        'idToken',
        'accessTokenExpiresAt',
        'refreshTokenExpiresAt',
        'scope',
        'password',
        'createdAt',
        'updatedAt',
      ],
      rows: {
        processing: 'account',
        whose: { column: 'userId', is: 'PERSON' },
        exported: ['providerId', 'createdAt', 'updatedAt'],
        erasure: { how: 'ROW' },
      },
    },
    'auth.attempt': {
      none: ['key', 'count', 'until'],
    },
    'auth.session': {
      none: ['id'],
      personal: [
        ...['expiresAt', 'token', 'createdAt', 'updatedAt', 'ipAddress', 'userAgent', 'userId'],
        ...['browser', 'system', 'secondFactor', 'usedAt'],
      ],
      rows: {
        processing: 'signIn',
        whose: { column: 'userId', is: 'PERSON' },
        exported: ['createdAt', 'usedAt', 'browser', 'system', 'expiresAt'],
        erasure: { how: 'ROW' },
        forget: { after: 'expiresAt' },
        correctedAt: '/konto/sicherheit',
      },
    },
    // The account service brings this table along; nothing is written there.
    'auth.verification': {
      none: ['id', 'identifier', 'value', 'expiresAt', 'createdAt', 'updatedAt'],
    },
    'auth.ticket': {
      none: ['digest'],
      personal: ['person_id', 'purpose', 'content', 'until'],
      rows: {
        processing: 'signIn',
        whose: { column: 'person_id', is: 'PERSON' },
        // Somebody may have registered with the address, or wanted it, more than once.
        mentions: { columns: { content: 'jsonb' }, by: 'ADDRESS', rowsGo: true },
        exported: ['purpose', 'until'],
        quiet: ['purpose'],
        erasure: { how: 'ROW' },
        forget: { after: 'until' },
      },
    },
    'auth.authenticator': {
      personal: ['person_id', 'secret', 'proposed_at', 'since', 'last_step'],
      rows: {
        processing: 'account',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['since'],
        erasure: { how: 'ROW' },
        correctedAt: '/konto/sicherheit',
      },
    },
    'auth.recovery_code': {
      personal: ['person_id', 'digest'],
      rows: {
        processing: 'account',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['person_id'],
        quiet: ['person_id'],
        erasure: { how: 'ROW' },
        correctedAt: '/konto/sicherheit',
      },
    },
    'auth.passkey': {
      none: ['id'],
      personal: ['person_id', 'credential', 'public_key', 'counter', 'transports', 'name', 'created_at', 'used_at'],
      rows: {
        processing: 'account',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['name', 'created_at', 'used_at'],
        erasure: { how: 'ROW' },
        correctedAt: '/konto/sicherheit',
      },
    },
    'public.mandate': {
      none: ['id', 'region_id', 'version'],
      personal: ['person_id', 'actor_id', 'role', 'from_on', 'until_on'],
      rows: {
        processing: 'mandates',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['role', 'from_on', 'until_on', 'actor_id'],
        erasure: { how: 'ROW' },
        forget: { after: 'until_on' },
        actor: 'actor_id',
        correctedAt: '/verwaltung',
      },
    },
    'public.mandate_request': {
      none: ['id', 'region_id', 'version'],
      personal: ['name', 'email', 'asked_on', 'state', 'actor_id'],
      rows: {
        processing: 'mandateRequests',
        whose: { column: 'email', is: 'MAIL' },
        exported: ['name', 'email', 'asked_on', 'state', 'actor_id'],
        erasure: { how: 'ROW' },
        forget: { after: 'asked_on' },
        actor: 'actor_id',
      },
    },
    'public.coordinator': {
      personal: ['person_id', 'region_id'],
      rows: {
        processing: 'offices',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['region_id'],
        erasure: { how: 'ROW' },
      },
    },
    'public.platform_administrator': {
      personal: ['person_id'],
      rows: {
        processing: 'offices',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['person_id'],
        quiet: ['person_id'],
        erasure: { how: 'ROW' },
      },
    },
    'public.act': {
      none: ['id', 'region_id', 'actor_id', 'other_actor_id', 'subject_type', 'subject_id', 'subject_slug', 'audience'],
      organisation: ['at', 'verb', 'subject_title', 'themes'],
      personal: ['person_id'],
      rows: {
        processing: 'trail',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['at', 'subject_title', 'verb', 'actor_id'],
        quiet: ['verb'],
        erasure: { how: 'KEEP' },
        actor: 'actor_id',
      },
    },
    'public.hidden_subject': {
      none: ['subject_id', 'because_id'],
    },
    'public.mandate_invitation': {
      none: ['id', 'region_id', 'hands_over', 'version'],
      personal: ['actor_id', 'name', 'email', 'role', 'from_on', 'until_on', 'keeps', 'invited_by', 'invited_on', 'ends_on', 'state'],
      rows: {
        processing: 'invitations',
        whose: { column: 'email', is: 'MAIL' },
        exported: ['name', 'email', 'role', 'from_on', 'until_on', 'invited_on', 'state', 'actor_id'],
        erasure: { how: 'ROW' },
        forget: { after: 'ends_on' },
        actor: 'actor_id',
      },
    },
    'public.audit_key': {
      personal: ['person_id', 'pseudonym'],
      rows: {
        processing: 'audit',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['pseudonym'],
        erasure: { how: 'ROW' },
      },
    },
    'public.audit_entry': {
      none: ['id', 'region_id', 'actor_id'],
      organisation: ['at', 'verb', 'details'],
      personal: ['who', 'about'],
      rows: {
        processing: 'audit',
        whose: { column: ['who', 'about'], is: 'ROW', of: 'public.audit_key', key: 'pseudonym' },
        exported: ['verb', 'at', 'details', 'actor_id'],
        quiet: ['details'],
        erasure: { how: 'KEEP' },
        actor: 'actor_id',
      },
    },
    'public.person_block': {
      none: ['id'],
      personal: ['person_id', 'reason', 'blocked_at', 'blocked_by', 'opened_at', 'opened_by'],
      rows: {
        processing: 'blocks',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['reason', 'blocked_at', 'opened_at'],
        erasure: { how: 'ROW' },
        forget: { after: 'opened_at' },
      },
    },
    'public.factor_removal': {
      none: ['id'],
      personal: ['person_id', 'reason', 'removed_at', 'removed_by'],
      rows: {
        processing: 'account',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['reason', 'removed_at'],
        erasure: { how: 'ROW' },
      },
    },
    'public.erased_address': {
      personal: ['digest', 'erased_on'],
      // A digest leads to nobody: only whoever names the address finds it.
      rows: { processing: 'erasures', whose: null, exported: [], erasure: { how: 'KEEP' }, forget: { after: 'erased_on' } },
    },
    'public.erasure': {
      personal: ['person_id', 'erased_on'],
      // Whoever is in it is gone, so nobody can ask for it.
      rows: { processing: 'erasures', whose: null, exported: [], erasure: { how: 'KEEP' }, forget: { after: 'erased_on' } },
    },
  },
};
