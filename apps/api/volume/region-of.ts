import { addDays, type LocalDate } from '@knotenpunkt/kernel';
import type { RegionSeed, SeedActorKind } from '@knotenpunkt/regions/api';
import { PLAIN_TERMS } from '@knotenpunkt/themes/domain';

const KINDS: readonly SeedActorKind[] = ['COMPANY', 'SCIENCE', 'CHAMBER', 'UNION', 'ADMINISTRATION', 'EDUCATION', 'CIVIL_SOCIETY'];

/**
 * A region with `size` of everything, whose first actor, challenge, Vorhaben and alliance have `size` of everything that hangs
 * on one: for asking whether lists get dearer with every row.
 */
export function regionOf(slug: string, size: number, today: LocalDate): RegionSeed {
  const each = <Made>(make: (at: number) => Made): Made[] => Array.from({ length: size }, (_, at) => make(at));
  const actor = (at: number) => `a${at % size}`;
  /** Who was named before is not named again. */
  const isFirst = (one: number, place: number, all: number[]) => all.findIndex((other) => other % size === one % size) === place;
  const kind = (at: number) => KINDS[at % KINDS.length]!;
  const soon = addDays(today, 30);
  const yesOf = (of: string) => ({ actor: of, person: null, answer: 'YES' as const, answeredOn: today });
  const words = (what: string, at: number) => `${what} ${at + 1}`;
  return {
    region: {
      ...{ slug, nameDe: slug, nameEn: slug, language: 'de', timeZone: 'Europe/Berlin', extent: [7, 51, 8, 52], example: true },
      ...{ asOf: null, sourceNote: null },
    },
    outlines: null,
    people: [],
    actors: [
      ...each((at) => ({
        ...{ key: actor(at), kind: kind(at), name: words('Akteur', at), shortName: null, summary: 'Tut etwas.', description: null },
        ...{ themes: ['energie'], competences: [], city: 'Ort', district: null, lat: 51.5, lon: 7.5, website: null, size: null },
        // Each council beside an employer of its own.
        employer: kind(at) === 'UNION' ? actor(at + 1) : null,
        ...{ parent: at === 0 ? null : 'a0', collective: false, confirmedOn: addDays(today, at % 2 === 0 ? 0 : -400), contacts: [] },
        words: [
          {
            written: words('Wort', at),
            state: 'PROPOSED' as const,
            term: words('Wort', at),
            reason: '',
            proposedOn: today,
            decidedOn: null,
          },
        ],
      })),
      {
        ...{
          key: 'net',
          kind: 'NETWORK',
          name: 'Netz',
          shortName: null,
          summary: 'Verbindet.',
          description: null,
          themes: [],
          competences: [],
        },
        ...{ city: 'Ort', district: null, lat: null, lon: null, website: null, size: null, parent: null, collective: false },
        ...{ confirmedOn: null, contacts: [] },
      },
    ],
    memberships: each((at) => ({ member: actor(at), of: 'net', certainty: 'INFERRED', since: today })),
    declaredTies: each((at) => ({ from: actor(at), to: 'a0', label: 'liefert', since: today, confirmed: false })).slice(1),
    entries: each((at) => at).flatMap((at) =>
      (['OFFER', 'NEED'] as const).flatMap((direction) => {
        const entry = {
          direction,
          title: `${direction === 'OFFER' ? 'Lastenrad' : 'Kühlraum'} ${at}`,
          text: 'Für alle.',
          themes: ['energie'],
        };
        const open = { ...entry, competences: [], fromOn: null, untilOn: null, confirmedOn: today, audience: 'PUBLIC' as const };
        return [
          { ...open, key: `e${direction}${at}`, actor: actor(at) },
          { ...open, key: `f${direction}${at}`, actor: 'a0' },
        ];
      }),
    ),
    initiatives: each((at) => ({
      ...{ key: `i${at}`, title: words('Vorhaben', at), kind: 'PROJECT', state: 'ACTIVE', summary: 'Wird getan.', description: null },
      ...{ lead: actor(at), leadCertainty: 'CONFIRMED', themes: ['energie'], startOn: today, startPrecision: 'DAY', endOn: null },
      partners: (at === 0 ? each((other) => other).slice(1) : [0, at + 1])
        .filter((other, place, all) => other % size !== at && isFirst(other, place, all))
        .map((other) => ({ actor: actor(other), role: 'PARTNER', state: 'ACCEPTED', since: today })),
      ...{ endPrecision: 'DAY', nextStep: null, budget: null, partOf: at === 0 ? null : 'i0' },
      wanted: [{ text: 'Ein Raum', competences: [], kinds: [] }],
      results: [{ text: 'Etwas kam heraus.', on: today, evidenceUrl: null }],
    })),
    events: each((at) => ({
      ...{ key: `v${at}`, title: words('Treffen', at), format: 'WORKSHOP', initiative: 'i0', dateOn: soon, datePrecision: 'DAY' },
      ...{ startTime: null, endTime: null, venue: null, hosts: ['a0'], participants: [actor(at + 1)].filter((one) => one !== 'a0') },
      ...{ forWhom: null, registration: null, livestream: false, state: 'ANNOUNCED', approximateParticipants: null },
    })),
    challenges: each((at) => ({
      ...{
        key: `c${at}`,
        question: words('Wie geht es weiter mit', at),
        context: null,
        concerns: null,
        askedBy: 'a0',
        themes: ['energie'],
      },
      ...{ competences: [], benches: [{ kind: 'COMPANY', minimum: 1 }], untilOn: null, origin: 'ACTOR' },
      state: at % 2 === 0 ? 'PUBLISHED' : 'PROPOSED',
    })),
    alliances: each((at) => ({
      ...{
        key: `l${at}`,
        challenge: 'c0',
        title: words('Allianz', at),
        purpose: 'Gemeinsam.',
        formedOn: at % 2 === 1 ? today : null,
        concludedOn: null,
      },
      ...{ state: at % 2 === 1 ? 'ACTIVE' : 'INVITING', effect: null },
      members: (at === 0 ? each((other) => other) : [0, at, at + 1]).filter(isFirst).map((other) => ({
        ...{ actor: actor(other), bench: kind(other % size), answer: at % 2 === 1 ? 'YES' : 'NONE', reservedUntil: null, change: null },
        ...{ answeredOn: at % 2 === 1 ? today : null, commitment: 'Ist dabei.', ...PLAIN_TERMS },
      })),
      milestones: [{ text: 'Erstes', dueOn: soon, reachedOn: null }],
    })),
    allianceWork: [
      {
        alliance: 'l1',
        statements: each((at) => ({
          ...{ key: `s${at}`, kind: 'RESULT', text: words('Ergebnis', at), on: today, by: 'a0', audience: 'PUBLIC', concerns: 'Alle' },
          ...{ place: '', present: [], nextOn: null, minutes: null, silent: [], confirmedOn: today },
        })),
        tasks: each((at) => ({ key: `k${at}`, by: 'a0', minutes: null, text: words('Aufgabe', at), dueOn: soon })),
        departed: [],
      },
    ],
    commitments: each((at) => ({
      ...{ key: `z${at}`, actor: actor(at), to: null, text: words('Hält', at), dueOn: soon, state: 'OPEN', decidedOn: null },
      ...{ purpose: { type: 'INITIATIVE', key: 'i0' }, evidence: null, evidenceUrl: null, note: null, promisedOn: today, ...PLAIN_TERMS },
    })),
    introductions: each((at) => ({
      ...{ key: `w${at}`, askedBy: 'a0', purpose: words('Sprechen über', at), reason: 'Passt.', askedOn: today, agreedOn: today },
      first: yesOf('a0'),
      goBetween: yesOf('a1'),
      second: yesOf(actor(at)),
    })).slice(2),
    suggestions: [],
    contentReports: each((at) => ({
      ...{ key: `m${at}`, subject: { type: 'ACTOR', key: actor(at) }, reason: 'UNTRUE', explanation: words('Stimmt nicht', at), place: '' },
      ...{ name: 'Kim Beispiel', email: `kim${at}@beispiel.example`, reportedOn: today },
    })),
    registrations: [],
    networkViews: each((at) => ({
      ...{ key: `n${at}`, name: words('Ansicht', at), sentence: '', value: {}, chosen: ['a0'], keptOn: today },
      notes: [{ actor: actor(at), text: 'Hier.' }],
    })),
    networkRounds: each((at) => ({
      ...{ key: `g${at}`, name: words('Rundgang', at), sentence: '', keptOn: today },
      stops: each((stop) => ({ view: `n${stop}`, sentence: 'Hier.' })).slice(0, 30),
    })),
    successions: [],
    networkNotes: each((at) => ({ key: `k${at}`, actor: 'a0', other: at === 0 ? null : actor(at), text: 'Notiz', writtenOn: today })),
    outsidePromises: each((at) => ({
      ...{ key: `o${at}`, actor: actor(0), text: words('Hält', at), dueOn: soon, way: 'TELEPHONE', saidOn: today, saidBy: 'Leitung' },
      ...{ purpose: { type: 'INITIATIVE', key: 'i0' }, proof: 'Notiz' },
    })),
    threads: each((at) => ({
      ...{
        key: `t${at}`,
        title: words('Faden', at),
        subject: { type: 'ALLIANCE', key: `l${at}` },
        actors: [...new Set(['a0', actor(at)])],
      },
      ...{ nextStep: 'Anrufen', stepActor: actor(at), followUpOn: addDays(today, at), owner: null, deputy: null, openedOn: today },
      ...{ attendedOn: today, doneOn: null, closing: '', correction: { actor: 'a0', text: 'Stimmt nicht ganz.', writtenOn: today } },
    })),
  };
}
