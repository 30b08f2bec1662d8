import type { PersonalDataOfRoom } from '@knotenpunkt/kernel';
import { BARRIER_KEPT_DAYS, REPORT_KEPT_DAYS } from '@knotenpunkt/moderation/domain';
import de from './personal-data.messages.de.json' with { type: 'json' };
import en from './personal-data.messages.en.json' with { type: 'json' };

/** Texts, names and addresses are emptied; that something was reported stays. */
const EMPTIED_BY = 'moderation.erase';

/** What this room holds of organisations and persons: every column of its tables. */
export const personalData: PersonalDataOfRoom = {
  room: 'moderation',
  texts: { de, en },
  processings: {
    barriers: { of: ['ASKER'], ground: 'LEGAL_DUTY', days: BARRIER_KEPT_DAYS, job: EMPTIED_BY },
    reports: { of: ['ASKER', 'NAMED'], ground: 'LEGAL_DUTY', days: REPORT_KEPT_DAYS, job: EMPTIED_BY },
    decisions: { of: ['ACCOUNT_HOLDER'], ground: 'LEGAL_DUTY', days: null },
    pages: { of: ['ACCOUNT_HOLDER'], ground: 'LEGITIMATE_INTEREST', days: null },
  },
  tables: {
    'public.duty_page_version': {
      none: ['id', 'number', 'restored_from'],
      organisation: ['page', 'text_de', 'text_en', 'video_url', 'written_at'],
      personal: ['person_id'],
      rows: {
        processing: 'pages',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['page', 'written_at', 'number'],
        erasure: { how: 'KEEP' },
      },
    },
    'public.barrier_report': {
      none: ['id', 'region_id', 'language', 'version', 'erased_on'],
      organisation: ['state', 'created_at', 'answered_at'],
      personal: ['page_address', 'text', 'email', 'answer', 'answered_by'],
      rows: {
        processing: 'barriers',
        whose: { column: 'email', is: 'MAIL', goesAlong: true },
        // A barrier has to be removed, whoever met it.
        mentions: { columns: { text: 'text', answer: 'text' }, by: 'ADDRESS' },
        exported: ['created_at', 'page_address', 'text', 'email', 'answer', 'answered_at', 'state'],
        erasure: { how: 'BLANK', columns: { email: '' } },
      },
    },
    'public.content_report': {
      none: ['id', 'region_id', 'subject_id', 'subject_slug', 'language', 'version', 'erased_on'],
      organisation: ['subject_type', 'subject_title', 'state', 'created_at', 'reason'],
      personal: ['explanation', 'place', 'name', 'email'],
      rows: {
        processing: 'reports',
        whose: { column: 'email', is: 'MAIL', goesAlong: true },
        mentions: { columns: { explanation: 'text', place: 'text' }, by: 'ADDRESS' },
        exported: ['subject_title', 'reason', 'explanation', 'place', 'name', 'email', 'created_at', 'state'],
        erasure: { how: 'BLANK', columns: { name: '', email: '' } },
      },
    },
    'public.content_appeal': {
      none: ['report_id', 'side'],
      organisation: ['appealed_at'],
      personal: ['text'],
      // Of either side, and neither is told who the other is: the report says whose one of them may be.
      rows: {
        processing: 'reports',
        whose: null,
        mentions: { columns: { text: 'text' }, by: 'ADDRESS' },
        exported: [],
        erasure: { how: 'KEEP' },
      },
    },
    'public.content_decision': {
      none: ['id', 'report_id'],
      organisation: ['on_appeal', 'kind', 'facts', 'basis', 'ground', 'decided_at'],
      personal: ['person_id'],
      rows: {
        processing: 'decisions',
        whose: { column: 'person_id', is: 'PERSON' },
        exported: ['kind', 'decided_at'],
        erasure: { how: 'KEEP' },
      },
    },
    'public.content_report_link': {
      none: ['hash', 'report_id', 'side'],
    },
  },
};
