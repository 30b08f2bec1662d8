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

  it('keep what was done, and take mails to others along that speak of the person', () => {
    const statements = erasingStatements(registeredPersonalData(), person);
    expect(statements.filter(({ text }) => text.includes('"act"'))).toEqual([]);
    expect(statements.filter(({ text }) => text.includes('IN "subject"')).map(({ values }) => values[0])).toEqual([
      person.email,
      person.name,
    ]);
  });

  it('do not look for a name that is part of too many words', () => {
    const short = erasingStatements(registeredPersonalData(), { ...person, name: 'Ina' });
    expect(short.filter(({ text }) => text.includes('IN "subject"')).map(({ values }) => values[0])).toEqual([person.email]);
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
