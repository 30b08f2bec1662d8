import { daysBetween } from '@knotenpunkt/kernel';
import { harkenrodeSeed } from './harkenrode-seed';
import needs from './seed/harkenrode-needs.json' with { type: 'json' };

const today = '2026-11-25';
const seed = harkenrodeSeed(today);
const countBy = <Row>(rows: Row[], keyOf: (row: Row) => string) => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
  return counts;
};
const taking = (purpose: { type: string; key: string }): string[] => {
  const initiative = seed.initiatives.find((each) => purpose.type === 'INITIATIVE' && each.key === purpose.key);
  const alliance = seed.alliances.find((each) => purpose.type === 'ALLIANCE' && each.key === purpose.key);
  const partners = initiative?.partners.filter((partner) => partner.state === 'ACCEPTED') ?? [];
  return [initiative?.lead ?? '', ...[...partners, ...(alliance?.members ?? [])].map((each) => each.actor)];
};

describe('Harkenrode', () => {
  it('keeps all actors, offers and needs word for word', () => {
    for (const known of needs.actors) {
      const actor = seed.actors.find((each) => each.key === known.id)!;
      expect([actor.kind, actor.name, actor.summary, actor.themes]).toEqual([known.kind, known.name, known.summary, known.themes]);
    }
    const words = ({ actor, title, text, themes }: { actor: string; title: string; text: string; themes: string[] }) => ({
      actor,
      title,
      text,
      themes,
    });
    const entries = (direction: string) =>
      seed.entries.filter((entry) => entry.direction === direction).map((entry) => ({ id: entry.key, ...words(entry) }));
    expect(entries('OFFER')).toEqual(needs.offers);
    expect(entries('NEED')).toEqual(needs.needs);
  });

  it('has every kind of actor, among them three works or staff councils', () => {
    expect(Object.keys(countBy(seed.actors, (actor) => actor.kind))).toHaveLength(12);
    expect(seed.actors.filter((actor) => /^(Betriebs|Personal)rat/.test(actor.name) && actor.kind === 'UNION')).toHaveLength(3);
  });

  it('places every actor, and no two at the same spot', () => {
    const spots = seed.actors.map((actor) => `${actor.lat},${actor.lon}`);
    expect(spots.filter((spot) => spot.includes('null'))).toEqual([]);
    expect(new Set(spots).size).toBe(spots.length);
    expect(seed.actors.filter((actor) => !actor.district)).toEqual([]);
  });

  it('names functions instead of people, at addresses that exist nowhere', () => {
    const contacts = seed.actors.flatMap((actor) => actor.contacts);
    expect(contacts.filter((contact) => !contact.email.endsWith('.example'))).toEqual([]);
    expect(contacts.filter((contact) => /\b(Herr|Frau|Dr\.|Prof\.)/.test(contact.name))).toEqual([]);
    expect(seed.people.filter((person) => !person.email.endsWith('@harkenrode.example'))).toEqual([]);
    const links = [...seed.actors.map((each) => each.website), ...seed.commitments.map((each) => each.evidenceUrl)];
    expect(links.filter((link) => link !== null && !new URL(link).hostname.endsWith('.example'))).toEqual([]);
  });

  it('has Vorhaben of every kind and in every state', () => {
    expect(Object.keys(countBy(seed.initiatives, (each) => each.kind))).toHaveLength(7);
    expect(Object.keys(countBy(seed.initiatives, (each) => each.state))).toHaveLength(5);
    for (const each of seed.initiatives) {
      if (each.state === 'FINISHED') expect([each.key, each.endOn !== null && each.endOn < today]).toEqual([each.key, true]);
      if (each.state === 'ACTIVE') expect([each.key, each.startOn !== null && each.startOn <= today]).toEqual([each.key, true]);
      if (each.state === 'ACTIVE' && each.endOn) expect([each.key, each.endOn >= today]).toEqual([each.key, true]);
      if (each.state === 'PROPOSED' && each.startOn) expect([each.key, each.startOn > today]).toEqual([each.key, true]);
    }
  });

  it('tells a plan for the future and a result for the past', () => {
    for (const each of seed.initiatives) {
      for (const result of each.results) expect([each.key, result.on <= today]).toEqual([each.key, true]);
      if (each.budget?.decided) expect([each.key, each.budget.decided.on <= today]).toEqual([each.key, true]);
    }
    for (const event of seed.events) {
      if (event.state === 'ANNOUNCED') expect([event.key, event.dateOn > today]).toEqual([event.key, true]);
      if (event.state === 'HELD') expect([event.key, event.dateOn < today]).toEqual([event.key, true]);
    }
  });

  it('asks four questions that no formed alliance answers yet, and has one proposed', () => {
    const answered = new Set(seed.alliances.filter((each) => !['DRAFT', 'INVITING'].includes(each.state)).map((each) => each.challenge));
    const open = seed.challenges.filter((each) => each.state === 'PUBLISHED' && !answered.has(each.key));
    expect(open.map((each) => each.key)).toEqual(['schichten', 'kein-amt', 'abwaerme', 'helfer']);
    expect(countBy(seed.challenges, (each) => each.state)).toMatchObject({ PROPOSED: 1 });
    for (const each of seed.challenges) expect([each.key, each.question.endsWith('?')]).toEqual([each.key, true]);
  });
});

describe('alliances of Harkenrode', () => {
  const inState = (state: string) => seed.alliances.filter((each) => each.state === state);

  it('stand in every state, one each', () => {
    expect(countBy(seed.alliances, (each) => each.state)).toEqual({ DRAFT: 1, INVITING: 1, FORMED: 1, ACTIVE: 1, CONCLUDED: 1 });
  });

  it('are formed only where everybody said yes', () => {
    for (const alliance of [...inState('FORMED'), ...inState('ACTIVE'), ...inState('CONCLUDED')]) {
      expect(alliance.members.filter((member) => member.answer !== 'YES')).toEqual([]);
      const last = alliance.members
        .map((member) => member.answeredOn ?? '9999')
        .sort()
        .at(-1)!;
      expect([alliance.key, alliance.formedOn]).toEqual([alliance.key, last]);
    }
    expect(inState('DRAFT')[0]!.members.every((member) => member.answer === 'NONE' && !member.answeredOn)).toBe(true);
  });

  it('show every answer that keeps one from being formed', () => {
    const [inviting] = inState('INVITING');
    expect(countBy(inviting!.members, (member) => member.answer)).toEqual({ YES: 2, RESERVED: 1, YES_BUT: 1, NONE: 1 });
    for (const member of inviting!.members) {
      expect(member.reservedUntil !== null).toBe(member.answer === 'RESERVED');
      expect(member.change !== null).toBe(member.answer === 'YES_BUT');
      if (member.reservedUntil) expect(member.reservedUntil > today).toBe(true);
    }
  });

  it('sit on the bench of their own kind; the formed one has an empty chair', () => {
    const kinds = new Map(seed.actors.map((actor) => [actor.key, actor.kind]));
    const wrong = seed.alliances.flatMap((each) => each.members.filter((member) => kinds.get(member.actor) !== member.bench));
    expect(wrong).toEqual([]);
    const gapsOf = (alliance: (typeof seed.alliances)[number]) => {
      const seats = countBy(alliance.members, (member) => member.bench);
      const wanted = seed.challenges.find((each) => each.key === alliance.challenge)!.benches;
      return wanted.filter((bench) => (seats[bench.kind] ?? 0) < bench.minimum).map((bench) => bench.kind);
    };
    expect(gapsOf(inState('FORMED')[0]!)).toEqual(['UNION']);
    expect(gapsOf(inState('ACTIVE')[0]!)).toEqual([]);
    expect(gapsOf(inState('DRAFT')[0]!)).toEqual(['UNION', 'ASSOCIATION', 'EDUCATION']);
  });

  it('say what came of them once concluded', () => {
    expect(inState('CONCLUDED')[0]).toMatchObject({ effect: expect.stringContaining('40 Kinder'), concludedOn: '2026-11-20' });
  });
});

describe('Zusagen in Harkenrode', () => {
  it('are overdue, open, kept with evidence, and withdrawn with a note', () => {
    const overdue = seed.commitments.filter((each) => each.state === 'OPEN' && each.dueOn < today);
    expect(overdue.map((each) => daysBetween(each.dueOn, today))).toEqual([12, 8, 3]);
    expect(countBy(seed.commitments, (each) => each.state)).toEqual({ OPEN: 16, KEPT: 14, WITHDRAWN: 2 });
    for (const each of seed.commitments) {
      expect([each.key, each.decidedOn !== null && each.decidedOn <= today]).toEqual([each.key, each.state !== 'OPEN']);
      if (each.state === 'KEPT') expect([each.key, each.evidence]).toEqual([each.key, expect.any(String)]);
      if (each.state === 'WITHDRAWN') expect([each.key, each.note]).toEqual([each.key, expect.any(String)]);
    }
  });

  it('are given for what everybody may read, for a Zusage is public', () => {
    const unseen = seed.initiatives.filter(({ state }) => state === 'PROPOSED').map(({ key }) => key);
    expect(seed.commitments.filter(({ purpose }) => purpose.type === 'INITIATIVE' && unseen.includes(purpose.key))).toEqual([]);
  });

  it('are made by and to those who take part and agreed', () => {
    for (const each of seed.commitments) {
      const present = taking(each.purpose);
      expect([each.key, present.includes(each.actor)]).toEqual([each.key, true]);
      if (each.to) expect([each.key, present.includes(each.to)]).toEqual([each.key, true]);
      const seat = seed.alliances
        .find((alliance) => alliance.key === each.purpose.key)
        ?.members.find((member) => member.actor === each.actor);
      if (each.purpose.type === 'ALLIANCE') expect([each.key, seat?.answer]).toEqual([each.key, 'YES']);
    }
  });

  it('are some said to have been promised elsewhere, by who takes part in what runs', () => {
    expect(seed.outsidePromises.length).toBeGreaterThan(0);
    for (const each of seed.outsidePromises) {
      expect([each.key, taking(each.purpose).includes(each.actor), each.saidOn <= today]).toEqual([each.key, true, true]);
      expect(seed.initiatives.find(({ key }) => key === each.purpose.key)?.state).toBe('ACTIVE');
    }
  });
});

describe('demo people of Harkenrode', () => {
  const rolesOf = (key: string) => seed.people.find((each) => each.key === key)!;

  it('hold every role once at least', () => {
    expect(seed.people.filter((each) => each.platformAdministrator)).toHaveLength(1);
    expect(seed.people.filter((each) => each.coordinator)).toHaveLength(2);
    expect(
      Object.keys(
        countBy(
          seed.people.flatMap((each) => each.mandates),
          (mandate) => mandate.role,
        ),
      ).sort(),
    ).toEqual(['ADMINISTRATOR', 'DELEGATE', 'EDITOR', 'SUBSTITUTE']);
    expect(seed.people.filter((each) => each.mandates.length === 2)).toHaveLength(1);
  });

  it('have mandates that run today, but for the one who shows what an expired mandate is', () => {
    const expired = seed.people.filter((each) => each.mandates.some((mandate) => mandate.until && mandate.until < today));
    expect(expired.map((each) => each.key)).toEqual(['frauke.lindner']);
    expect(seed.people.flatMap((each) => each.mandates).filter((mandate) => mandate.from > today)).toEqual([]);
    expect(rolesOf('frauke.lindner').mandates).toHaveLength(1);
  });
});
