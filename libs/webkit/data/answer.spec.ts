import { readAnswer } from './answer';
import { readSent } from './send-file';
import { appendPage } from './pages';
import { regionAt, regionHome, regionSlugOf } from './region';

interface Publish {
  publish:
    | { __typename: 'Initiative'; id: string }
    | { __typename: 'Refused'; code: string; field: string | null; parameters: { name: string; value: string }[] }
    | { __typename: 'StaleVersion'; current: number };
}

describe('the answer to a mutation', () => {
  it('is what was made', () => {
    expect(readAnswer<Publish>({ publish: { __typename: 'Initiative', id: '1' } })).toEqual({
      kind: 'done',
      value: { __typename: 'Initiative', id: '1' },
    });
  });

  it('is a refusal with its parameters by name', () => {
    const refused = { __typename: 'Refused' as const, code: 'TEXT_TOO_LONG', field: 'title', parameters: [{ name: 'max', value: '80' }] };
    expect(readAnswer<Publish>({ publish: refused })).toEqual({
      kind: 'refused',
      refusal: { code: 'TEXT_TOO_LONG', field: 'title', parameters: { max: '80' } },
    });
  });

  it('is the current version when somebody was faster', () => {
    expect(readAnswer<Publish>({ publish: { __typename: 'StaleVersion', current: 4 } })).toEqual({ kind: 'stale', current: 4 });
  });
});

describe('the next page of a list', () => {
  it('comes behind what is shown and tells whether there is more', () => {
    const page = (node: number, hasNextPage: boolean) => ({ edges: [{ node }], pageInfo: { hasNextPage, endCursor: String(node) } });
    expect(appendPage(page(1, true), page(2, false))).toEqual({
      edges: [{ node: 1 }, { node: 2 }],
      pageInfo: { hasNextPage: false, endCursor: '2' },
    });
  });
});

describe('the region of an address', () => {
  const common = { timeZone: 'Europe/Berlin', example: false, asOf: null, sourceNote: null };
  const configuration = {
    regions: [
      { ...common, slug: 'harkenrode', name: 'Harkenrode (Beispiel)' },
      { ...common, slug: 'dortmund', name: 'Dortmund' },
    ],
    defaultRegion: 'harkenrode',
    operator: null,
  };

  it('is named after /r/ and is the default otherwise', () => {
    expect(regionSlugOf('/r/dortmund/akteure')).toBe('dortmund');
    expect(regionSlugOf('/rat')).toBeNull();
    expect(regionAt('/r/dortmund/akteure', configuration)).toMatchObject({ name: 'Dortmund', basename: '/r/dortmund', isDefault: false });
    expect(regionAt('/akteure', configuration)).toMatchObject({ slug: 'harkenrode', basename: '', isDefault: true });
  });

  it('is none where the installation has no such region', () => {
    expect(regionAt('/r/atlantis', configuration)).toBeNull();
  });

  it('stands in nameless while the server cannot be asked', () => {
    expect(regionAt('/akteure', { ...configuration, regions: [], defaultRegion: null })).toMatchObject({ name: '', basename: '' });
  });

  it('has its first page at / or below /r/', () => {
    expect(regionHome('harkenrode', configuration)).toBe('/');
    expect(regionHome('dortmund', configuration)).toBe('/r/dortmund/');
  });
});

describe('the answer to a file that was sent', () => {
  it('is what was kept of it', () => {
    expect(readSent(201, { hash: 'abc' })).toEqual({ kind: 'done', value: { hash: 'abc' } });
  });

  it('is a refusal with its parameters as texts', () => {
    const refused = { code: 'FILE_TOO_LARGE', field: null, parameters: { max: 5 } };
    expect(readSent(413, refused)).toEqual({ kind: 'refused', refusal: { ...refused, parameters: { max: '5' } } });
  });

  it.each([500, 200])('is a fault when %s says nothing one can read', (status) => {
    expect(readSent(status, null)).toEqual({ kind: 'failed', fault: { kind: 'SERVER', number: null } });
  });
});
