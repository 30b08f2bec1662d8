import { newId } from '@knotenpunkt/kernel';
import { registeredPersonalData } from './registry';
import { erasingStatements, forgettingStatements, readingStatement } from './statements';

const person = { id: newId(), name: 'Mara Beispiel', email: 'Mara@Beispiel.example' };

describe('statements that follow from the lists', () => {
  it('erase the account last, and mail addresses however they are written', () => {
    const statements = erasingStatements(registeredPersonalData(), person);
    expect(statements.at(-1)!.text).toContain('DELETE FROM "auth"."user"');
    const requests = statements.find(({ text }) => text.includes('"mandate_request"'))!;
    expect(requests.text).toContain('lower("email") = $2');
    expect(requests.values).toEqual([person.id, 'mara@beispiel.example']);
  });

  it('keep what was done, and take address and name out of mails to others', () => {
    const statements = erasingStatements(registeredPersonalData(), person);
    expect(statements.filter(({ text }) => text.includes('"act"'))).toEqual([]);
    const [mails] = statements.filter(({ text }) => text.includes('UPDATE "public"."outgoing_mail"'));
    expect(mails!.text).toContain('"body" = regexp_replace(');
    expect(mails!.values).toEqual([expect.stringContaining('Mara\\@Beispiel\\.example'), expect.stringContaining('Mara\\s+Beispiel')]);
  });

  it.each(['Ina', 'nicht', 'Kim", "x'])('do not look for %s, which may mean something else', (name) => {
    const [mails] = erasingStatements(registeredPersonalData(), { ...person, name }).filter(({ text }) =>
      text.includes('UPDATE "public"."outgoing_mail"'),
    );
    expect(mails!.values).toHaveLength(1);
  });

  it('read every table that names a person by one statement', () => {
    const text = readingStatement(registeredPersonalData());
    expect(text).toContain('"public"."mandate"');
    // What no machine finds is not read.
    expect(text).not.toContain('"erasure"');
  });

  it('forget only where a table says from when on the days count', () => {
    const identity = registeredPersonalData().find(({ room }) => room === 'identity')!;
    expect(forgettingStatements(identity, 'mandates')[0]).toContain('"until_on" < $1');
    expect(forgettingStatements(identity, 'offices')).toEqual([]);
  });
});
