import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOfAct, phraseOfAct } from './act-words';

/** Verbs that are for those who take part, and no news of the region. */
const QUIET =
  /^(actor\.(found|profileConfirmed|logoSet|logoRemoved|tieDeclared|proposingStopped|proposingAllowed)|entry\.(found|changed|textRestored|confirmed|withdrawn)|mandate\.|contact\.)/;

describe('the words of acts', () => {
  it('tell every act that the rooms record, or leave it out on purpose', () => {
    const told = readdirSync('libs', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\/api\/[^/]*(service|seeder)\.ts$/.test(file))
      .flatMap((file) => [
        ...readFileSync(join('libs', file), 'utf8').matchAll(
          /'((?:actor|entry|competence|initiative|challenge|alliance|commitment|networkView|networkRound)\.[a-z][A-Za-z]+)'/g,
        ),
      ])
      .map(([, verb]) => verb!);
    expect(told).not.toEqual([]);
    expect([...new Set(told)].filter((verb) => phraseOfAct(verb) === null && !QUIET.test(verb))).toEqual([]);
  });

  it('lead to the page of what was done', () => {
    expect(addressOfAct({ subjectType: 'alliance', subjectSlug: 'dranbleiben' })).toBe('/allianzen/dranbleiben');
    expect(addressOfAct({ subjectType: 'commitment', subjectSlug: null })).toBe('/zusagen');
    expect(addressOfAct({ subjectType: 'thread', subjectSlug: 'some-id' })).toBe('/koordination');
    expect(addressOfAct({ subjectType: 'mandate', subjectSlug: null })).toBeNull();
  });
});
