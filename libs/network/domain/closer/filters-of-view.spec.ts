import { FIRST_VIEW } from '../view/view';
import { filtersOf } from './filters-of-view';

describe('what the server is asked to leave out', () => {
  it('is nothing but meetings at first', () => {
    expect(filtersOf(FIRST_VIEW)).toMatchObject({
      kinds: [],
      themes: [],
      grades: ['WORKS_TOGETHER', 'STATED'],
      minStrength: 0,
      running: false,
    });
  });

  it('is everything where a view shows no kind or no grade: an empty list would mean all', () => {
    expect(filtersOf({ ...FIRST_VIEW, kinds: [] }).kinds).toHaveLength(1);
    expect(filtersOf({ ...FIRST_VIEW, grades: [] }).minStrength).toBeGreaterThan(1e6);
  });
});
