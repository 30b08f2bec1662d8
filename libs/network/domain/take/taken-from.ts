import {
  atOnce,
  fromDay,
  GRADES,
  KIND_HUES,
  ACTOR_KINDS,
  OPEN_END,
  toKind,
  type Audience,
  type Grade,
  type Id,
  type Point,
} from '@knotenpunkt/kernel';
import { themeLabel } from '@knotenpunkt/themes/domain';
import type { NetworkOverview, OverviewActor } from '../columns/network-overview';
import { asShown, shownOf, type Shown } from '../view/shown';
import type { NetworkView } from '../view/view';
import { aboutOf } from './about';
import { licenceOf } from './licence';
import { TakeWords } from './take-words';
import type { Taken, TakenGround, TakenLegend, TakenNode, TakenNote, TakenPattern, TakenSource, TakenTie } from './taken';
import type { PinnedNote } from '../views/saved-view';

/** What must be known besides the network and the view. */
export interface TakenContext {
  language: 'de' | 'en';
  region: { slug: string; name: string; example: boolean; sourceNote: string | null };
  /** Whose eyes the network was read with. */
  audience: Audience;
  /** The licence the operator grants for public data, by its id. */
  licence: string | null;
  /** Address of the region's start page, without a slash at its end: "https://…/r/harkenrode". */
  home: string;
  /** Address of the page that shows the same; null: there is none. */
  page: string | null;
}

/** How a view decorates actors and where it puts them; asked by place in the columns. */
export interface TakenLooks {
  colourOf(place: number): string;
  patternOf(place: number): TakenPattern;
  /** As a number of ties. */
  sizeOf(place: number): number;
  labelOf(place: number): string;
  /** 0 to 1000. */
  pointOf(place: number): Point;
  /** Whether the grounds of communities are drawn. */
  grounds: boolean;
  /** What lies beneath the arrangement; null: nothing. */
  ground: TakenGround | null;
  /** What colours mean; null: kinds, whose shapes are told anyway. */
  legend: TakenLegend | null;
}

/** Colours by kind, sizes by ties, places as computed. */
export function plainLooks(network: NetworkOverview, view: NetworkView): TakenLooks {
  const { actors, kinds } = network.columns;
  const hues = kinds.map((kind) => KIND_HUES[toKind(kind)]);
  return {
    colourOf: (place) => hues[actors.kind[place]!]!,
    patternOf: () => 'full',
    sizeOf: (place) => (view.size === 'same' ? 4 : actors.degree[place]!),
    labelOf: (place) =>
      view.label === 'none'
        ? ''
        : view.label === 'city'
          ? actors.cities[place]!
          : (view.label === 'name' ? actors.names : actors.labels)[place]!,
    pointOf: (place) => ({ x: actors.x[place]!, y: actors.y[place]! }),
    grounds: view.arrangement === 'communities',
    ground: null,
    legend: null,
  };
}

/** So many actors are described in one step. */
const STRIDE = 1_000;

function* nodesOf(
  network: NetworkOverview,
  shown: Shown,
  groups: Groups,
  looks: TakenLooks,
  context: TakenContext,
): Generator<number, TakenNode[]> {
  const { actors } = network.columns;
  const themes = new Map(network.columns.themes.map((theme) => [theme, themeLabel(theme, context.language)]));
  const nodes: TakenNode[] = [];
  for (let place = 0; place < shown.actors.length; place++) {
    if (place % STRIDE === 0) yield place / shown.actors.length;
    if (!shown.actors[place]) continue;
    const actor: OverviewActor = network.actorAt(place);
    nodes.push({
      ...{ id: actor.id, name: actor.name, label: looks.labelOf(place), kind: toKind(actor.kind), city: actor.city, degree: actor.degree },
      ...looks.pointOf(place),
      themes: actor.themes.map((theme) => themes.get(theme)!),
      community: groups.placeOf(actors.community[place]!),
      ...{
        colour: looks.colourOf(place),
        pattern: looks.patternOf(place),
        size: looks.sizeOf(place),
        address: `${context.home}/akteure/${actor.slug}`,
      },
    });
  }
  return nodes;
}

/** Ties one by one, each time they are asked for. */
function tiesOf(network: NetworkOverview, shown: Shown): Iterable<TakenTie> {
  const { ids } = network.columns.actors;
  const { a, b, grade, strength, since, until, sources } = network.columns.ties;
  return {
    *[Symbol.iterator]() {
      for (let tie = 0; tie < shown.ties.length; tie++) {
        if (!shown.ties[tie]) continue;
        yield {
          ...{ a: ids[a[tie]!]!, b: ids[b[tie]!]!, grade: GRADES[grade[tie]!]!, strength: strength[tie]!, sources: sources[tie]! },
          ...{ since: fromDay(since[tie]!), until: until[tie] === OPEN_END ? null : fromDay(until[tie]!) },
        };
      }
    },
  };
}

/** More communities than these nobody can tell apart: then the ones they are part of are named. */
const MOST_NAMED = 24;

interface Groups {
  named: { id: string; name: string }[];
  /** Place in `named` of a community by its place in the columns; -1: of none. */
  placeOf(community: number): number;
}

/** The communities that are named: the finest ones, or where there are many, those they are part of. */
function groupsOf({ communities }: NetworkOverview, words: TakeWords): Groups {
  const parents = new Set(communities.map(({ parent }) => parent));
  const finest = communities.filter((_, at) => !parents.has(at));
  const level = finest.length <= MOST_NAMED ? Infinity : 0;
  const home = communities.map((_, at) => {
    let up = at;
    while (communities[up]!.level > level && communities[up]!.parent >= 0) up = communities[up]!.parent;
    return up;
  });
  const used = [...new Set(home.filter((_, at) => !parents.has(at)))].toSorted((p, q) => p - q);
  const places = new Map(used.map((at, place) => [at, place]));
  return {
    named: used.map((at) => ({ id: communities[at]!.id, name: words.community(communities[at]!.naming) })),
    placeOf: (community) => places.get(home[community] ?? -1) ?? -1,
  };
}

/** Longer notes are cut in the legend. */
const NOTE_IN_LEGEND = 90;

/** The notes at actors that are shown; each keeps its number though another is missing. */
function notesOf(notes: readonly PinnedNote[], nodes: readonly TakenNode[]): TakenNote[] {
  const wanted = new Set(notes.map(({ actorId }) => actorId));
  const names = new Map(nodes.flatMap(({ id, name }) => (wanted.has(id) ? [[id, name] as const] : [])));
  return notes.flatMap(({ actorId, text }, at) => {
    const name = names.get(actorId);
    return name === undefined ? [] : [{ actorId, text, name, number: at + 1 }];
  });
}

function legendOfNotes(notes: readonly TakenNote[], words: TakeWords): TakenLegend {
  const short = (text: string) => (text.length > NOTE_IN_LEGEND ? `${text.slice(0, NOTE_IN_LEGEND).trimEnd()}…` : text);
  return {
    title: words.own.legend.notes,
    entries: notes.map(({ number, name, text }) => ({ label: short(`${name}: ${text}`), count: null, mark: { note: number } })),
  };
}

/** How many ties of each grade are shown; ties are not made for that. */
function gradesOf({ columns }: NetworkOverview, shown: Shown): ReadonlyMap<Grade, number> {
  const counts = new Uint32Array(GRADES.length);
  for (let tie = 0; tie < shown.ties.length; tie++) if (shown.ties[tie]) counts[columns.ties.grade[tie]!]!++;
  return new Map(GRADES.map((grade, at) => [grade, counts[at]!]));
}

function legendsOf(nodes: readonly TakenNode[], grades: ReadonlyMap<Grade, number>, looks: TakenLooks, words: TakeWords): TakenLegend[] {
  const kinds = new Map<string, number>();
  for (const { kind } of nodes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const shapeColour = (kind: (typeof ACTOR_KINDS)[number]) => (looks.legend ? KIND_HUES.OTHER : KIND_HUES[kind]);
  return [
    {
      title: words.own.legend.kinds,
      entries: ACTOR_KINDS.filter((kind) => kinds.has(kind)).map((kind) => ({
        ...{ label: words.kind(kind), count: kinds.get(kind)!, mark: { kind, colour: shapeColour(kind) } },
      })),
    },
    ...(looks.legend ? [looks.legend] : []),
    {
      title: words.own.legend.grades,
      entries: GRADES.filter((grade) => grades.get(grade)! > 0).map((grade) => ({
        ...{ label: words.grade(grade), count: grades.get(grade)!, mark: { grade } },
      })),
    },
  ];
}

/** Whose data these are, and what one may do with them. */
export function sourceOf({ language, region, audience, licence, page }: TakenContext): TakenSource {
  const words = new TakeWords(language);
  const { platform, press, invented } = words.own.source;
  const granted = audience === 'PUBLIC' ? licenceOf(region, licence) : null;
  const foreign = region.sourceNote === null ? null : words.fill(press, { note: region.sourceNote });
  return {
    attribution: words.fill(platform, { region: region.name }),
    licence: granted && { name: granted.name, address: granted.address },
    note: region.example ? words.fill(invented, { region: region.name }) : foreign,
    address: page,
  };
}

export interface TakenOptions {
  /** How what is shown looks; as a matter of course by kinds and ties. */
  looks?: (shown: Shown) => TakenLooks;
  /** What the page shows, where it narrows by what the columns do not tell, such as roles; missing: what follows from the columns. */
  shown?: Shown;
  /** The notes of a kept view, as its reader has them. */
  notes?: readonly PinnedNote[];
}

/** What a view shows of a network, ready to be taken along, at once. */
export function takenFrom(network: NetworkOverview, view: NetworkView, context: TakenContext, options: TakenOptions = {}): Taken {
  return atOnce(takenInSteps(network, view, context, options));
}

/** The same step by step: of a hundred thousand actors it takes a second. */
export function* takenInSteps(
  network: NetworkOverview,
  view: NetworkView,
  context: TakenContext,
  options: TakenOptions = {},
): Generator<number, Taken> {
  const words = new TakeWords(context.language);
  const shown = options.shown ?? shownOf(network, asShown(view));
  const looks = options.looks?.(shown) ?? plainLooks(network, view);
  const groups = groupsOf(network, words);
  const nodes = yield* nodesOf(network, shown, groups, looks, context);
  const ties = tiesOf(network, shown);
  const notes = notesOf(options.notes ?? [], nodes);
  const chosen = view.chosen.flatMap((slug) => network.bySlug(slug) ?? []);
  const about = aboutOf(network, asShown(view), { chosen, knowsRoles: options.shown !== undefined, audience: context.audience, words });
  return {
    ...{
      language: context.language,
      title: words.title(context.region.name),
      region: { slug: context.region.slug, name: context.region.name },
    },
    ...{ asOf: network.asOf, about, nodes, ties, tieCount: shown.tieCount },
    ...{ communities: groups.named, grounds: looks.grounds, ground: looks.ground, notes },
    legends: [...legendsOf(nodes, gradesOf(network, shown), looks, words), ...(notes.length > 0 ? [legendOfNotes(notes, words)] : [])],
    chosen: new Set<Id>(chosen.map(({ id }) => id)),
    source: sourceOf(context),
  };
}
