import { withoutTypes } from './withoutTypes';

it('leaves out the names of types at every depth, and nothing else', () => {
  const answer = {
    __typename: 'Query',
    list: [{ __typename: 'One', id: 1, none: null, part: { __typename: 'Part', on: false } }],
    text: '',
  };
  expect(withoutTypes(answer)).toEqual({ list: [{ id: 1, none: null, part: { on: false } }], text: '' });
});
