import { howFar, type Prepared } from './preparing';

const BENCHES = [
  { kind: 'COMPANY' as const, minimum: 2 },
  { kind: 'UNION' as const, minimum: 1 },
];
const alliance = (
  state: Prepared['state'],
  benches: Prepared['members'][number]['bench'][],
  answers: Prepared['answers'] = null,
): Prepared => ({
  state,
  members: benches.map((bench) => ({ bench, state: 'INVITED' as const })),
  answers,
});

describe('how far a question is from an alliance', () => {
  it.each<[string, Prepared[], object]>([
    ['nowhere without one', [], { step: 'NOTHING' }],
    ['nowhere with one that was called off', [alliance('CALLED_OFF', ['UNION'])], { step: 'NOTHING' }],
    [
      'a draft with two of three chairs taken, however many sit on one bench',
      [alliance('DRAFT', ['COMPANY', 'COMPANY', 'COMPANY'])],
      { step: 'DRAFT', reached: 2, wanted: 3 },
    ],
    [
      'at invitations with one "Ja" of three',
      [alliance('INVITING', ['COMPANY'], ['YES', null, 'NO'])],
      { step: 'INVITING', reached: 1, wanted: 3 },
    ],
    [
      'as far as the furthest of several',
      [alliance('DRAFT', ['COMPANY', 'COMPANY', 'UNION']), alliance('INVITING', ['COMPANY'], [null])],
      { step: 'INVITING', reached: 0, wanted: 1 },
    ],
    ['a draft where a reader may not see the answers', [alliance('INVITING', ['UNION'])], { step: 'DRAFT', reached: 1, wanted: 3 }],
  ])('is %s', (_, alliances, expected) => {
    expect(howFar(BENCHES, alliances)).toMatchObject(expected);
  });
});
