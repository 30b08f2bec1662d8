/**
 * The rooms of the house in their order: a room may ask those before it, never those after it. The lint rules, the
 * fences' tests and the generator read this list; a new room is a line here.
 *
 * @typedef {'domain' | 'api' | 'web'} Layer
 * @typedef {{ name: string, kind: 'kernel' | 'platform' | 'webkit' | 'feature', purpose: string }} Room
 * @type {Room[]}
 */
export const rooms = [
  { name: 'kernel', kind: 'kernel', purpose: 'ids, Result, Clock, pages; depends on nothing' },
  { name: 'platform', kind: 'platform', purpose: 'server services without domain words' },
  { name: 'webkit', kind: 'webkit', purpose: 'client services without domain words' },
  { name: 'regions', kind: 'feature', purpose: 'a region: names, time zone, language, map extent' },
  { name: 'identity', kind: 'feature', purpose: 'persons, sessions, mandates, permissions, audit trail' },
  { name: 'themes', kind: 'feature', purpose: 'the shared vocabulary' },
  { name: 'notices', kind: 'feature', purpose: 'following, digests, mail links' },
  { name: 'actors', kind: 'feature', purpose: 'organisations, their profile, offers and needs, declared ties' },
  { name: 'agreements', kind: 'feature', purpose: 'consent rounds and commitments of whatever is agreed together' },
  { name: 'initiatives', kind: 'feature', purpose: 'what actors start and others join' },
  { name: 'challenges', kind: 'feature', purpose: 'the questions alliances are formed for' },
  { name: 'alliances', kind: 'feature', purpose: 'from challenge over consent to commitments and review' },
  { name: 'network', kind: 'feature', purpose: 'reading the graph' },
  { name: 'matching', kind: 'feature', purpose: 'who fits whom, which alliance is missing, and why' },
  { name: 'coordination', kind: 'feature', purpose: 'introductions, the coordinator’s desk, reports' },
  { name: 'imports', kind: 'feature', purpose: 'tables in, with difference and undo; duplicates and merging' },
  { name: 'moderation', kind: 'feature', purpose: 'reports of wrong content, statements, retention' },
  { name: 'knowledge', kind: 'feature', purpose: 'the shared base of what is known' },
  { name: 'dialogue', kind: 'feature', purpose: 'conflict lines and potential lines' },
  { name: 'conference', kind: 'feature', purpose: 'the focus conference: ideas, plenum, advisory board' },
  { name: 'programme', kind: 'feature', purpose: 'event weeks, seats, livestream' },
  { name: 'exchange', kind: 'feature', purpose: 'internships and apprenticeships' },
  { name: 'monitoring', kind: 'feature', purpose: 'indicators of the region’s development' },
  { name: 'newsroom', kind: 'feature', purpose: 'press and public' },
  { name: 'operations', kind: 'feature', purpose: 'how the installation itself is doing, for those who run it' },
];

/** Folders outside `libs/` (and the workshop itself) that are projects too. */
export const otherProjects = ['migrations', 'graph-schema', 'workshop', 'app', 'e2e'];

/** @type {Record<Layer, Layer[]>} Which layers a layer may ask, its own included. */
export const layers = { domain: ['domain'], api: ['domain', 'api'], web: ['domain', 'web'] };

/**
 * The room's name and those of earlier rooms which its layer may ask. Server services are for `api` only, client
 * services for `web` only.
 *
 * @param {string} name
 * @param {Layer} layer
 * @returns {string[]}
 */
export function roomsToAsk(name, layer) {
  const place = rooms.findIndex((room) => room.name === name);
  const servicesOf = { domain: ['kernel'], api: ['kernel', 'platform'], web: ['kernel', 'webkit'] }[layer];
  return rooms
    .slice(0, place + 1)
    .filter((room) => room.kind === 'feature' || room.name === name || servicesOf.includes(room.kind))
    .map((room) => room.name);
}

const scope = (/** @type {string} */ name) => `scope:${name}`;

/** The constraints of `@nx/enforce-module-boundaries`, generated from the list above. */
export function boundaries() {
  const everyRoom = rooms.map((room) => room.name);
  const ofLayers = Object.entries(layers).map(([layer, asks]) => ({
    sourceTag: `layer:${layer}`,
    onlyDependOnLibsWithTags: asks.map((asked) => `layer:${asked}`),
  }));
  const ofRooms = rooms.flatMap(({ name }) =>
    /** @type {Layer[]} */ (Object.keys(layers)).map((layer) => ({
      allSourceTags: [scope(name), `layer:${layer}`],
      onlyDependOnLibsWithTags: [
        ...roomsToAsk(name, layer).map(scope),
        ...(name === 'platform' ? [scope('migrations'), scope('graph-schema')] : []),
      ],
    })),
  );
  return [
    ...ofLayers,
    ...ofRooms,
    { sourceTag: scope('migrations'), onlyDependOnLibsWithTags: [scope('kernel')] },
    { sourceTag: scope('graph-schema'), onlyDependOnLibsWithTags: [scope('kernel')] },
    { allSourceTags: [scope('app'), 'layer:api'], onlyDependOnLibsWithTags: [...everyRoom, 'migrations', 'graph-schema'].map(scope) },
    { allSourceTags: [scope('app'), 'layer:web'], onlyDependOnLibsWithTags: everyRoom.map(scope) },
    // Journeys and the workshop's own tests look at the house from outside: they may start its services.
    { sourceTag: scope('e2e'), onlyDependOnLibsWithTags: everyRoom.map(scope) },
    { sourceTag: scope('workshop'), onlyDependOnLibsWithTags: [...everyRoom, 'migrations', 'graph-schema'].map(scope) },
  ];
}
