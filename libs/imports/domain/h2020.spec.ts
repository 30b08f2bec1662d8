import fc from 'fast-check';
import { consortiumOf, organisationOf, participationOf, projectOf } from './h2020';
import { cutTo, plain } from './row';

const organisation = { actor_id: 'A1', name: 'UNIVERSITY OF SOMEWHERE', sector: 'HES', country: 'DE', city: 'Dortmund' };
const project = {
  project_id: 'H1',
  acronym: 'WARM',
  title: 'Heat from waste',
  text: 'Heat from waste. Secure energy',
  programme: 'H2020-EU.2.3.1.;H2020-EU.3.3.',
  start_date: '2015-03-01',
};

describe('an organisation', () => {
  it('keeps name, town and country', () => {
    expect(organisationOf(organisation)).toMatchObject({
      value: { key: 'A1', name: 'UNIVERSITY OF SOMEWHERE', kind: 'SCIENCE', city: 'Dortmund, DE', lon: null },
    });
  });

  it.each([
    ['HES', 'SCIENCE'],
    ['REC', 'SCIENCE'],
    ['PRC', 'COMPANY'],
    ['PUB', 'ADMINISTRATION'],
    ['OTH', 'OTHER'],
  ])('of the type %s is of the kind %s', (sector, kind) => {
    expect(organisationOf({ ...organisation, sector })).toMatchObject({ value: { kind } });
  });

  it('is a chamber where the table knows better than the type', () => {
    expect(organisationOf({ ...organisation, sector: 'OTH', sector_product: 'chamber' })).toMatchObject({ value: { kind: 'CHAMBER' } });
  });

  it('is left where something is missing or cannot be', () => {
    expect(organisationOf({ ...organisation, actor_id: ' ' })).toMatchObject({ refusal: { code: 'KEY_MISSING' } });
    expect(organisationOf({ ...organisation, name: '' })).toMatchObject({ refusal: { code: 'NAME_MISSING' } });
    expect(organisationOf({ ...organisation, sector: 'XXX' })).toMatchObject({
      refusal: { code: 'SECTOR_UNKNOWN', params: { sector: 'XXX' } },
    });
    expect(organisationOf({ ...organisation, lon: '7.4', lat: '' })).toMatchObject({ refusal: { code: 'PLACE_INVALID' } });
    expect(organisationOf({ ...organisation, lon: '7.4', lat: '51.5' })).toMatchObject({ value: { lon: 7.4, lat: 51.5 } });
  });
});

describe('a project', () => {
  it('has acronym and title, themes by its programme, and begins', () => {
    expect(projectOf(project)).toMatchObject({
      value: { title: 'WARM: Heat from waste', themes: ['gruendung', 'energie', 'dekarbonisierung'], startOn: '2015-03-01', budget: null },
    });
    expect(projectOf({ ...project, start_date: '' })).toMatchObject({ value: { startOn: null } });
    expect(projectOf({ ...project, end_date: '2017-01-01', budget: '150000.4' })).toMatchObject({
      value: { endOn: '2017-01-01', budget: { planned: 150_000 } },
    });
  });

  it('is left where a day or an amount cannot be', () => {
    expect(projectOf({ ...project, start_date: '2015-02-30' })).toMatchObject({
      refusal: { code: 'DATE_INVALID', params: { day: '2015-02-30' } },
    });
    expect(projectOf({ ...project, end_date: '2014-01-01' })).toMatchObject({ refusal: { code: 'DATE_INVALID' } });
    expect(projectOf({ ...project, budget: 'much' })).toMatchObject({ refusal: { code: 'AMOUNT_INVALID' } });
    expect(projectOf({ ...project, acronym: '', title: '' })).toMatchObject({ refusal: { code: 'TITLE_MISSING' } });
  });
});

describe('a consortium', () => {
  it('is led by its coordinator', () => {
    expect(
      consortiumOf([
        { id: 'a', leads: false },
        { id: 'b', leads: true },
      ]),
    ).toEqual({
      ok: true,
      value: { leadId: 'b', leadCertainty: 'CONFIRMED', partnerIds: ['a'], odd: null },
    });
  });

  it('is taken with a remark where there is none, or more than one', () => {
    expect(
      consortiumOf([
        { id: 'a', leads: false },
        { id: 'b', leads: false },
      ]),
    ).toMatchObject({
      value: { leadId: 'a', leadCertainty: 'INFERRED', odd: 'LEAD_MISSING' },
    });
    expect(
      consortiumOf([
        { id: 'a', leads: true },
        { id: 'b', leads: true },
      ]),
    ).toMatchObject({ value: { leadId: 'a', odd: 'SEVERAL_LEADS' } });
    expect(consortiumOf([])).toMatchObject({ refusal: { code: 'NO_PARTICIPANT' } });
  });

  it('loses nobody', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), fc.infiniteStream(fc.boolean()), (ids, leads) => {
        const consortium = consortiumOf(ids.map((id) => ({ id, leads: leads.next().value })));
        if (!consortium.ok) throw new Error('refused');
        expect([consortium.value.leadId, ...consortium.value.partnerIds].sort()).toEqual(ids.toSorted());
      }),
    );
  });
});

describe('a participation', () => {
  it('has a role we know', () => {
    const row = { project_id: 'H1', actor_id: 'A1', role: 'coordinator' };
    expect(participationOf(row)).toEqual({ ok: true, value: { projectKey: 'H1', actorKey: 'A1', leads: true } });
    expect(participationOf({ ...row, role: 'observer' })).toMatchObject({ refusal: { code: 'ROLE_UNKNOWN' } });
  });
});

describe('texts', () => {
  it('are cut to what people may write', () => {
    fc.assert(fc.property(fc.string(), fc.integer({ min: 2, max: 40 }), (text, max) => [...cutTo(text, max)].length <= max));
    expect(cutTo('short', 10)).toBe('short');
    expect(cutTo('three words here', 12)).toBe('three words…');
  });

  it('lose what no database takes', () => {
    expect(plain(' a\u0000b\u001f ')).toBe('a b');
  });
});
