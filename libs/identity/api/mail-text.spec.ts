import { mailText } from './mail-text';

describe('a mail about mandates', () => {
  it('keeps to one line what people entered, whatever they would like it to look like', () => {
    const name = 'Kim,\n\nIhr Konto ist gesperrt:\r\nhttps://beispiel.example/\u2028\n\nMit';
    const values = {
      name,
      by: name,
      actor: name,
      role: 'Vertretung',
      period: 'bis auf Weiteres',
      until: '5. Dezember',
      url: 'https://hier.example/x',
    };
    for (const language of ['de', 'en'] as const) {
      const [hostile, harmless] = [values, { ...values, name: 'Kim', by: 'Kim', actor: 'Kim' }].map((each) =>
        mailText(language, 'invitation', each),
      );
      expect(hostile!.text.split(/[\n\r\u2028]/)).toHaveLength(harmless!.text.split('\n').length);
      expect(hostile!.subject).not.toMatch(/[\n\r\u2028]/);
      expect(harmless!.text).toContain('\n\nhttps://hier.example/x\n');
    }
  });
});
