import type { Commitment } from '@knotenpunkt/agreements/domain';
import type { Alliance, AllianceMember } from '@knotenpunkt/alliances/domain';
import type { Initiative } from '@knotenpunkt/initiatives/domain';
import { addDays } from '@knotenpunkt/kernel';
import fc from 'fast-check';
import { committeeReport } from './report';
import type { Report } from './report-content';
import type { ReportFacts } from './report-facts';
import { reportLists, type ReportListName } from './report-lists';
import { checkReportPeriod, LONGEST_REPORT_DAYS, usualPeriod } from './report-period';
import { PLAIN_TERMS } from '@knotenpunkt/themes/domain';

const TODAY = '2026-11-27';
const LISTS = Object.keys(reportLists({ from: TODAY, until: TODAY })) as ReportListName[];

function facts(given: Partial<ReportFacts> = {}, counts: Partial<ReportFacts['counts']> = {}): ReportFacts {
  return {
    region: 'Harkenrode',
    period: { from: '2026-07-01', until: TODAY },
    today: TODAY,
    at: new Date('2026-11-27T13:05:00Z'),
    timeZone: 'Europe/Berlin',
    version: 1204,
    counts: { ...(Object.fromEntries(LISTS.map((list) => [list, 0])) as ReportFacts['counts']), ...counts },
    ...{
      formed: [],
      working: [],
      concluded: [],
      benchesMissing: [],
      unanswered: [],
      overdue: [],
      kept: [],
      withdrawn: [],
      begun: [],
      ended: [],
    },
    ...{ names: new Map(), questions: new Map(), acquaintances: new Map(), origins: new Map() },
    ...given,
  };
}

const member = (actorId: string, bench: AllianceMember['bench'], state: AllianceMember['state'] = 'MEMBER'): AllianceMember => ({
  ...{ actorId, bench, state, commitment: 'Hilft', dueOn: TODAY, stance: '', joinedOn: null, ...PLAIN_TERMS },
});
const alliance = (more: Partial<Alliance> = {}): Alliance => ({
  ...{
    id: 'a',
    regionId: 'r',
    slug: 'dranbleiben',
    challengeId: 'c',
    title: 'Dranbleiben',
    purpose: '',
    state: 'FORMED',
    draftedById: null,
  },
  ...{ members: [], milestones: [], namedGaps: [], gapsNote: '', formedOn: '2026-10-24', activatedOn: null, concludedOn: null },
  ...{
    effect: '',
    employeesNote: '',
    employeesAsked: false,
    reviews: [],
    departures: [],
    calledOffOn: null,
    callOffReason: '',
    version: 1,
  },
  ...more,
});
const commitment = (more: Partial<Commitment> = {}): Commitment => ({
  ...{ id: 'z', regionId: 'r', actorId: 'spedition', toActorId: null, text: 'Pausenraum herrichten', dueOn: addDays(TODAY, -8) },
  purpose: { type: 'INITIATIVE', id: 'i', title: 'Deutsch an der Rampe', slug: 'deutsch-an-der-rampe' },
  ...{
    originalDueOn: null,
    state: 'OPEN',
    promisedOn: '2026-10-01',
    decidedOn: null,
    evidence: '',
    evidenceUrl: '',
    note: '',
    saidOutside: null,
    ...PLAIN_TERMS,
    nextStep: '',
    version: 1,
  },
  ...more,
});
const initiative = (more: Partial<Initiative>) =>
  ({
    ...{ id: 'i', slug: 'bauteile', title: 'Bauteile', state: 'ACTIVE', leadId: 'lead', leadCertainty: 'CONFIRMED', startOn: '2026-09-01' },
    ...{ startPrecision: 'MONTH', endedOn: null, endReason: '', results: [], partners: [] },
    ...more,
  }) as Initiative;

const section = (report: Report, name: string) => report.sections.find((each) => each.name === name)!;
const rowsOf = (report: Report, id: string) => section(report, id).table?.rows.map((row) => row.map(({ text }) => text)) ?? [];

describe('the period of a report', () => {
  it('is the last quarter and what has passed of this one, unless another is wished', () => {
    expect(usualPeriod('2026-11-27')).toEqual({ from: '2026-07-01', until: '2026-11-27' });
    expect(usualPeriod('2026-01-01')).toEqual({ from: '2025-10-01', until: '2026-01-01' });
    expect(usualPeriod('2026-06-30')).toEqual({ from: '2026-01-01', until: '2026-06-30' });
  });

  it('is refused where it ends before it begins, has not come, or is too long', () => {
    const code = (from: string, until: string) => {
      const checked = checkReportPeriod({ from, until }, TODAY);
      return checked.ok ? null : checked.refusal.code;
    };
    expect(code(TODAY, TODAY)).toBeNull();
    expect(code('2026-11-26', '2026-11-25')).toBe('PERIOD_ORDER');
    expect(code('2026-11-26', '2026-11-28')).toBe('PERIOD_FUTURE');
    expect(code(addDays(TODAY, -LONGEST_REPORT_DAYS - 1), TODAY)).toBe('PERIOD_LONG');
  });
});

describe('a report', () => {
  it('tells of a formed alliance who belongs to it, who sits on the bench of the employees and who worked together before', () => {
    const members = [member('werk', 'COMPANY'), member('rat', 'UNION'), member('weg', 'COMPANY', 'DECLINED')];
    const told = (acquainted: number) =>
      rowsOf(
        committeeReport(
          facts(
            {
              formed: [alliance({ members })],
              names: new Map([
                ['werk', 'Gießerei'],
                ['rat', 'Betriebsrat'],
                ['weg', 'Fort'],
              ]),
              acquaintances: new Map([['a', { pairs: 3, acquainted }]]),
            },
            { formed: 1 },
          ),
          'de',
        ),
        'formed',
      );
    expect(told(2)).toEqual([
      ['Dranbleiben', '24. Oktober 2026', 'Gießerei und Betriebsrat', 'Betriebsrat', '2 von 3 Paaren arbeiteten schon zusammen'],
    ]);
    expect(told(0)[0]!.at(-1)).toBe('keine frühere Zusammenarbeit bekannt');
    expect(told(3)[0]!.at(-1)).toBe('alle arbeiteten schon zusammen');
  });

  it('says why nobody speaks for the employees', () => {
    const side = (members: AllianceMember[], employeesNote = '') =>
      rowsOf(committeeReport(facts({ formed: [alliance({ members, employeesNote })] }, { formed: 1 }), 'de'), 'formed')[0]![3];
    expect(side([])).toBe('nicht angefragt');
    expect(side([], 'Kein Betriebsrat gewählt.')).toBe('nicht angefragt, weil: Kein Betriebsrat gewählt.');
    expect(side([member('rat', 'UNION', 'DECLINED')])).toBe('angefragt, nicht dabei');
  });

  it('says who owes what since when, and what became of the rest', () => {
    const report = committeeReport(
      facts(
        {
          overdue: [commitment()],
          withdrawn: [commitment({ state: 'WITHDRAWN', decidedOn: '2026-09-16', note: 'Halle belegt.' })],
          ended: [initiative({ state: 'ABANDONED', endedOn: '2026-08-01', endReason: 'Kein Geld.', leadCertainty: 'REPORTED' })],
          names: new Map([
            ['spedition', 'Spedition Hellwald'],
            ['lead', 'Werkhof'],
          ]),
        },
        { overdue: 1, withdrawn: 1, ended: 1 },
      ),
      'de',
    );
    expect(rowsOf(report, 'overdue')).toEqual([
      ['Pausenraum herrichten', 'Spedition Hellwald', 'Deutsch an der Rampe', '19. November 2026', '8 Tage', 'keine Angabe'],
    ]);
    expect(rowsOf(report, 'withdrawn')[0]!.slice(3)).toEqual(['16. September 2026', 'Halle belegt.']);
    expect(rowsOf(report, 'ended')).toEqual([['Bauteile', 'Werkhof (nicht bestätigt)', '1. August 2026', 'aufgegeben: Kein Geld.']]);
  });

  it('says how far an alliance is, and by which milestone it is late', () => {
    const milestones = [
      { id: '1', text: 'Halle eingerichtet', dueOn: '2026-09-01', reachedOn: '2026-08-30' },
      { id: '2', text: 'Geräte geprüft', dueOn: addDays(TODAY, -1), reachedOn: null },
    ];
    const report = (language: 'de' | 'en') => committeeReport(facts({ working: [alliance({ milestones })] }, { working: 1 }), language);
    expect(rowsOf(report('de'), 'working')[0]!.slice(2)).toEqual(['1 von 2', 'Geräte geprüft, bis 26. November 2026 (ein Tag überfällig)']);
    expect(rowsOf(report('en'), 'working')[0]!.slice(2)).toEqual(['1 of 2', 'Geräte geprüft, by 26 November 2026 (one day overdue)']);
  });

  it('names the benches on which too few sit, by the question the alliance answers', () => {
    const benches = [
      { kind: 'COMPANY' as const, minimum: 2 },
      { kind: 'UNION' as const, minimum: 1 },
    ];
    const questions = new Map([['c', { question: 'Wohin mit der Abwärme?', slug: 'abwaerme', benches }]]);
    const report = committeeReport(facts({ benchesMissing: [alliance({ members: [member('w', 'COMPANY')] })], questions }), 'de');
    expect(rowsOf(report, 'benches')).toEqual([
      ['Dranbleiben', 'Wirtschaft (1 von 2) und Beschäftigtenseite (0 von 1)', 'Wohin mit der Abwärme?'],
    ]);
  });

  it('says that an origin is not known rather than inventing one', () => {
    const begun = [initiative({}), initiative({ id: 'j' })];
    const report = committeeReport(facts({ begun, origins: new Map([['j', 'AGREED_HERE']]) }, { begun: 2 }), 'de');
    expect(rowsOf(report, 'begun').map((row) => row.slice(2))).toEqual([
      ['September 2026', 'nicht bekannt'],
      ['September 2026', 'hier vereinbart'],
    ]);
  });

  it('says as of when it was made, in both languages', () => {
    expect(committeeReport(facts(), 'de').about[0]).toContain('Stand: 27. November 2026 um 14:05 Uhr, Fassung 1204');
    expect(committeeReport(facts(), 'en').about[0]).toContain('As of 27 November 2026 at 14:05, version 1204');
  });

  it('shows with every figure the number and the address of its list, and says how many rows it left out', () => {
    const count = fc.nat({ max: 10_000 });
    const counts = fc.record(Object.fromEntries(LISTS.map((list) => [list, count]))) as fc.Arbitrary<ReportFacts['counts']>;
    fc.assert(
      fc.property(counts, fc.constantFrom('de' as const, 'en' as const), fc.nat({ max: 5 }), (counted, language, shown) => {
        const overdue = Array.from({ length: Math.min(shown, counted.overdue) }, () => commitment());
        const report = committeeReport(facts({ overdue }, counted), language);
        const lists = reportLists(facts().period);
        const figures = report.sections.flatMap((each) => each.figures);
        expect(new Set(figures.map(({ list }) => list)).size).toBe(LISTS.length);
        for (const { list, value, address } of figures)
          expect({ value, address }).toEqual({ value: counted[list], address: lists[list].address });
        const { table, more } = section(report, 'overdue');
        const left = counted.overdue - (table?.rows.length ?? 0);
        expect(more?.address ?? null).toBe(left > 0 ? lists.overdue.address : null);
        if (left > 1) expect(more!.text).toContain(new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB').format(left));
        for (const each of report.sections) for (const row of each.table?.rows ?? []) expect(row).toHaveLength(each.table!.columns.length);
      }),
    );
  });
});
