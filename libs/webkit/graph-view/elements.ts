import type { Core, ElementDefinition, NodeSingular } from 'cytoscape';
import { toKind } from '@knotenpunkt/webkit/ui';
import type { Weight } from './emphasis';
import { radiusOf, type NetworkNode, type NetworkTie, type Point } from './model';
import { boxOf } from './stylesheet';

/** The id of a tie's element: one for each pair and grade. */
export function tieId({ a, b, grade }: NetworkTie): string {
  return `${a} ${b} ${grade}`;
}

/** What Cytoscape is to hold. */
export interface WantedElements {
  nodes: readonly NetworkNode[];
  ties: readonly NetworkTie[];
  positions: ReadonlyMap<string, Point>;
  /** A colour instead of that of the kind. */
  hueOf: (id: string) => string | undefined;
  /** Length of a pixel in the picture's coordinates. */
  unit: number;
}

/** So many elements enter or leave before giving way. */
const AT_ONCE = 90;

/** Keeps what Cytoscape holds in step with what is wanted, and touches only what differs: styling is what takes time. */
export class Elements {
  private faded = new Set<string>();

  constructor(private readonly cy: Core) {}

  /** Lets elements leave and enter; gives way in between. */
  *exchange(wanted: WantedElements): Generator<undefined, void> {
    const { nodes, ties, positions, hueOf, unit } = wanted;
    // A tie whose end is not in the picture is left out.
    const held = ties.filter(({ a, b }) => positions.has(a) && positions.has(b));
    const ids = new Set([...nodes.map(({ id }) => id), ...held.map(tieId)]);
    const leaving = this.cy.elements().filter((element) => !ids.has(element.id()));
    if (leaving.nonempty()) {
      leaving.forEach((element) => void this.faded.delete(element.id()));
      leaving.remove();
      yield;
    }
    const entering: ElementDefinition[] = [];
    this.cy.batch(() => {
      for (const node of nodes) {
        const known = this.cy.getElementById(node.id);
        const data = { kind: toKind(node.kind), hue: hueOf(node.id) ?? null, ...sizes(node, unit) };
        const position = { ...positions.get(node.id)! };
        if (known.empty()) entering.push({ group: 'nodes', data: withoutNothing({ id: node.id, ...data }), position });
        else keepUp(known, data, position);
      }
      for (const tie of held) {
        const id = tieId(tie);
        if (this.cy.getElementById(id).empty())
          entering.push({ group: 'edges', data: { id, source: tie.a, target: tie.b, grade: tie.grade } });
      }
    });
    for (let at = 0; at < entering.length; at += AT_ONCE) {
      if (at > 0) yield;
      this.cy.add(entering.slice(at, at + AT_ONCE));
    }
  }

  /** Sizes on the screen after the zoom changed. */
  resize(nodes: readonly NetworkNode[], unit: number): void {
    for (const node of nodes) this.cy.getElementById(node.id).data(sizes(node, unit));
  }

  /** Moves marks. */
  place(positions: ReadonlyMap<string, Point>): void {
    this.cy.batch(() => {
      for (const [id, position] of positions) this.cy.getElementById(id).position({ ...position });
    });
  }

  /** Fades what the legend has taken back; touches only what changed. */
  fade(nodes: ReadonlyMap<string, Weight>, ties: readonly { id: string; weight: Weight }[]): void {
    const faded = new Set<string>();
    for (const [id, weight] of nodes) if (weight === 'filtered') faded.add(id);
    for (const { id, weight } of ties) if (weight === 'filtered') faded.add(id);
    this.cy.batch(() => {
      for (const id of faded) if (!this.faded.has(id)) this.cy.getElementById(id).addClass('filtered');
      for (const id of this.faded) if (!faded.has(id)) this.cy.getElementById(id).removeClass('filtered');
    });
    // What has not entered yet is faded when it has.
    this.faded = new Set([...faded].filter((id) => this.cy.getElementById(id).nonempty()));
  }
}

function sizes({ degree }: NetworkNode, unit: number) {
  const radius = radiusOf(degree) * unit;
  return { box: boxOf(radius), disc: 2 * radius, ring: 2 * radius - 2.6 * unit };
}

function keepUp(node: NodeSingular, data: Record<string, unknown>, { x, y }: Point): void {
  const held = node.data() as Record<string, unknown>;
  const changed = Object.entries(data).filter(([name, value]) => (held[name] ?? null) !== value);
  for (const [name, value] of changed) {
    if (value === null) node.removeData(name);
    else node.data(name, value);
  }
  const at = node.position();
  if (at.x !== x || at.y !== y) node.position({ x, y });
}

function withoutNothing(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}
