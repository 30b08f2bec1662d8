import { systemClock } from '@knotenpunkt/kernel';
import type { TestApp } from '@knotenpunkt/platform/testing';
import { DataSource } from 'typeorm';
import { createNetworkTestApp } from '../network-test-app';

interface Mark {
  kind: string;
  title: string;
  day: string;
  precision: string;
  participants: number;
  slug: string | null;
}

describe('marks of the region', () => {
  let app: TestApp;
  const marks = async () => {
    const { data, errors } = await app.query<{ networkMarks: Mark[] }>('{ networkMarks { kind title day precision participants slug } }');
    expect(errors).toBeUndefined();
    return data.networkMarks;
  };

  beforeAll(async () => {
    ({ app } = await createNetworkTestApp());
  });
  afterAll(() => app.close());

  it('are what was held, formed and begun until today, in order of days, with where one reads about it', async () => {
    const told = await marks();
    const today = systemClock.today('Europe/Berlin');
    expect(told.every(({ day }) => day <= today)).toBe(true);
    expect(told.map(({ day }) => day)).toEqual(told.map(({ day }) => day).toSorted());
    expect(told).toContainEqual(
      expect.objectContaining({ kind: 'EVENT', title: 'Fokus-Konferenz Übergang: das Plenum', slug: 'fokus-konferenz-uebergang' }),
    );
    expect(told.some(({ kind }) => kind === 'ALLIANCE')).toBe(true);
    expect(told.filter(({ kind, participants }) => kind === 'INITIATIVE' && participants < 5)).toEqual([]);
  });

  it('are none of a Vorhaben that was put to others and came to nothing: only those who were asked know of it', async () => {
    const database = app.get(DataSource);
    await database.query(
      `UPDATE initiative SET state = 'ABANDONED', lead_since_on = NULL, ended_on = current_date WHERE slug = 'fokus-konferenz-uebergang'`,
    );
    const told = await marks();
    expect(told.map(({ slug }) => slug)).not.toContain('fokus-konferenz-uebergang');
    await database.query(`UPDATE initiative SET lead_since_on = current_date WHERE slug = 'fokus-konferenz-uebergang'`);
    expect((await marks()).map(({ slug }) => slug)).toContain('fokus-konferenz-uebergang');
  });

  it('are none of what is announced, called off, proposed or a draft', async () => {
    const before = await marks();
    const database = app.get(DataSource);
    await database.query(`UPDATE initiative SET state = 'DRAFT' WHERE slug = 'fokus-konferenz-uebergang'`);
    await database.query(`UPDATE event SET state = 'CANCELLED' WHERE initiative_id IS NULL`);
    const after = await marks();
    const gone = before.filter(({ title }) => !after.some((mark) => mark.title === title)).map(({ title }) => title);
    expect(gone.toSorted()).toEqual([
      'Auftakt der Aktionswoche Arbeit',
      'Fokus-Konferenz Übergang',
      'Fokus-Konferenz Übergang: das Plenum',
    ]);
  });
});
