import cytoscape from 'cytoscape';
import Graph from 'graphology';
import Sigma from 'sigma';
import { COLOURS, drawn, TIE, type Actors, type Contender } from './contender';

/** Lines and dots by plain loops, everything anew in each frame. */
export function bareCanvas(stage: HTMLElement, { x, y, kind, ties }: Actors): Contender {
  const canvas = document.createElement('canvas');
  const [width, height] = [stage.clientWidth, stage.clientHeight];
  canvas.width = width;
  canvas.height = height;
  stage.append(canvas);
  const context = canvas.getContext('2d')!;
  let [zoom, left, top] = [Math.min(width, height) / 1000, 0, 0];
  const draw = () => {
    context.clearRect(0, 0, width, height);
    context.strokeStyle = TIE;
    context.lineWidth = 0.7;
    for (let tie = 0; tie < ties.a.length; tie++) {
      const [a, b] = [ties.a[tie]!, ties.b[tie]!];
      context.beginPath();
      context.moveTo(x[a]! * zoom + left, y[a]! * zoom + top);
      context.lineTo(x[b]! * zoom + left, y[b]! * zoom + top);
      context.stroke();
    }
    for (let at = 0; at < x.length; at++) {
      context.fillStyle = COLOURS[kind[at]!]!;
      context.beginPath();
      context.arc(x[at]! * zoom + left, y[at]! * zoom + top, 2, 0, 2 * Math.PI);
      context.fill();
    }
  };
  draw();
  const first = drawn();
  return {
    readable: first,
    whole: first,
    pan: (across, down) => {
      left += across;
      top += down;
      draw();
    },
    zoom: (factor) => {
      left = width / 2 - (width / 2 - left) * factor;
      top = height / 2 - (height / 2 - top) * factor;
      zoom *= factor;
      draw();
    },
  };
}

/** sigma as its first page tells it. */
export function sigma(stage: HTMLElement, { ids, x, y, kind, labels, ties }: Actors): Contender {
  const graph = new Graph({ multi: true });
  ids.forEach((id, at) => graph.addNode(id, { x: x[at], y: -y[at]!, size: 2, color: COLOURS[kind[at]!], label: labels[at] }));
  for (let tie = 0; tie < ties.a.length; tie++) graph.addEdge(ids[ties.a[tie]!], ids[ties.b[tie]!], { size: 0.7, color: TIE });
  const view = new Sigma(graph, stage);
  const first = drawn();
  const camera = view.getCamera();
  return {
    readable: first,
    whole: first,
    pan: (across, down) => {
      const state = camera.getState();
      const [from, to] = [view.viewportToFramedGraph({ x: 0, y: 0 }), view.viewportToFramedGraph({ x: across, y: down })];
      camera.setState({ ...state, x: state.x + from.x - to.x, y: state.y + from.y - to.y });
    },
    zoom: (factor) => camera.setState({ ...camera.getState(), ratio: camera.getState().ratio / factor }),
  };
}

/** Cytoscape as it comes, with the same things. */
export function plainCytoscape(stage: HTMLElement, { ids, x, y, kind, ties }: Actors): Contender {
  const view = cytoscape({
    container: stage,
    layout: { name: 'preset' },
    elements: {
      nodes: ids.map((id, at) => ({ data: { id, colour: COLOURS[kind[at]!] }, position: { x: x[at]!, y: y[at]! } })),
      edges: Array.from(ties.a, (a, tie) => ({ data: { id: `t${tie}`, source: ids[a]!, target: ids[ties.b[tie]!]! } })),
    },
    style: [
      { selector: 'node', style: { width: 4, height: 4, 'background-color': 'data(colour)' } },
      { selector: 'edge', style: { width: 0.7, 'line-color': TIE, 'curve-style': 'haystack' } },
    ],
  });
  const first = new Promise((done) => view.one('render', () => done(drawn())));
  return {
    readable: first,
    whole: first,
    pan: (across, down) => view.panBy({ x: across, y: down }),
    zoom: (factor) => view.zoom({ level: view.zoom() * factor, renderedPosition: { x: stage.clientWidth / 2, y: stage.clientHeight / 2 } }),
  };
}
