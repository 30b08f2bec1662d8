import fc from 'fast-check';
import { VISITOR, type Viewer } from '@knotenpunkt/identity/domain';
import { DUTY_LIMITS, DUTY_PAGES, dutyPageAt, restoreDutyPage, writeDutyPage, type DutyVersion } from './duty-page';
import { asWritten, firstText } from './first-text';

const administrator: Viewer = { ...VISITOR, personId: 'u', platformAdministrator: true };
const current: DutyVersion = { number: 3, textDe: 'Alt', textEn: 'Old', videoUrl: '' };
const wish = { textDe: ' Neu ', textEn: 'New', videoUrl: '' };

describe('a page of duty', () => {
  it('is written by the administrator of the platform, in both languages, as the next version', () => {
    expect(writeDutyPage(administrator, 'IMPRINT', wish, current)).toEqual({ ok: true, value: { ...wish, textDe: 'Neu', number: 4 } });
    const coordinator = { ...administrator, platformAdministrator: false, coordinator: true };
    expect(writeDutyPage(coordinator, 'IMPRINT', wish, current)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
    for (const field of ['textDe', 'textEn'] as const) {
      const refusalOf = (text: string) => writeDutyPage(administrator, 'IMPRINT', { ...wish, [field]: text }, current);
      expect(refusalOf(' ')).toMatchObject({ refusal: { code: 'TEXT_MISSING', field } });
      expect(refusalOf('a'.repeat(DUTY_LIMITS.text + 1))).toMatchObject({ refusal: { code: 'TEXT_TOO_LONG', field } });
    }
    expect(writeDutyPage(administrator, 'IMPRINT', current, current)).toMatchObject({ refusal: { code: 'NOTHING_CHANGED' } });
  });

  it('links a video in sign language where it belongs, and only by a web address', () => {
    const withVideo = { ...wish, videoUrl: 'video.example/dgs' };
    expect(writeDutyPage(administrator, 'SIGN_LANGUAGE', withVideo, current)).toMatchObject({
      value: { videoUrl: 'https://video.example/dgs' },
    });
    expect(writeDutyPage(administrator, 'PRIVACY', withVideo, current)).toMatchObject({ refusal: { code: 'VIDEO_NOT_HERE' } });
    const script = { ...wish, videoUrl: 'javascript:alert(1)' };
    expect(writeDutyPage(administrator, 'SIGN_LANGUAGE', script, current)).toMatchObject({ refusal: { code: 'LINK_INVALID' } });
  });

  it('goes back to what stood there, as a new version, whatever was written meanwhile', () => {
    const text = fc.string({ minLength: 1 }).map((some) => `a${some}`.trim());
    const version = fc.record({ number: fc.nat(90), textDe: text, textEn: text, videoUrl: fc.constant('') });
    fc.assert(
      fc.property(version, version, (earlier, now) => {
        const back = restoreDutyPage(administrator, earlier, now);
        if (!back.ok) return earlier.textDe === now.textDe && earlier.textEn === now.textEn;
        return back.value.number === now.number + 1 && back.value.textDe === earlier.textDe && back.value.textEn === earlier.textEn;
      }),
    );
    expect(restoreDutyPage(administrator, null, current)).toMatchObject({ refusal: { code: 'DUTY_VERSION_UNKNOWN' } });
    expect(restoreDutyPage(VISITOR, current, current)).toMatchObject({ refusal: { code: 'NOT_PERMITTED' } });
  });

  it('is found at its address', () => {
    expect(['impressum', 'gebaerdensprache', 'anderes'].map(dutyPageAt)).toEqual(['IMPRINT', 'SIGN_LANGUAGE', null]);
  });
});

describe('the first text', () => {
  const operator = {
    name: 'Verein *Licht*',
    address: ['Weg 1', '12345 Ort'],
    mail: 'post@licht.example',
    phone: '0123 / 45',
    representedBy: 'Kim',
  };

  it('names the operator of the settings, as written there, in both languages', () => {
    const { number, textDe, textEn } = firstText('IMPRINT', operator);
    expect(number).toBe(0);
    for (const text of [textDe, textEn]) {
      expect(text).toContain('Verein \\*Licht\\*\nWeg 1\n12345 Ort');
      expect(text).toContain('(mailto:post@licht.example)');
      expect(text).toContain('(tel:012345)');
    }
    expect(textDe).toContain('vertreten durch Kim');
  });

  it('takes no setting for Markdown', () => {
    const names = ['1. FC Ort', '# Raute', '- Strich', '+ Plus', 'a*b_c', '[x](y)', '12345 Ort'];
    expect(names.map(asWritten)).toEqual(['1\\. FC Ort', '\\# Raute', '\\- Strich', '\\+ Plus', 'a\\*b\\_c', '\\[x\\](y)', '12345 Ort']);
  });

  it('says so where nobody is named, and begins with the operator’s own text where there is one', () => {
    expect(firstText('PRIVACY', null).textDe).toContain('sobald er sie hinterlegt hat');
    const own = firstText('PRIVACY', { ...operator, privacyUrl: 'https://licht.example/daten' });
    expect(own.textDe).toMatch(/^\[Der vollständige Text des Betreibers\]\(<https:\/\/licht.example\/daten>\)/);
  });

  it.each(DUTY_PAGES)('of %s leaves no placeholder open', (page) => {
    for (const given of [operator, null]) {
      const { textDe, textEn } = firstText(page, given);
      expect(textDe + textEn).not.toContain('{{');
    }
  });
});
