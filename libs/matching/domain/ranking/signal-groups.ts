/** Signals that say something alike, so that a report can leave out one group at a time. */
export const SIGNAL_GROUPS = {
  popularity: ['pop', 'popd', 'popd60', 'deg', 'breadth', 'msize', 'coord', 'spop'],
  neighbours: ['ties', 'tied', 'cn', 'aa', 'ra', 'path2', 'againra'],
  walks: ['ppr', 'bppr3', 'bpprd', 'p3', 'rp3b', 'tppr', 'tbias'],
  linear: ['ease50', 'ease200', 'teas', 'pknn', 'svd', 'svddot', 'again'],
  text: ['t1', 't3', 't3s', 'tmax', 'tp', 'tpd', 'tpx', 'tO', 't3O', 'tonly', 'tlift', 'c1', 'c3', 'tprof', 'sprof'],
  attributes: ['clift', 'slift', 'csame', 'ssame', 'cpop', 'city', 'tcountry', 'tsector', 'pcountry', 'psector'].concat(
    ['HES', 'REC', 'PRC', 'PUB', 'OTH'].map((sector) => `sector_${sector}`),
  ),
  names: ['ntext', 'name', 'tname'],
} as const satisfies Record<string, readonly string[]>;
