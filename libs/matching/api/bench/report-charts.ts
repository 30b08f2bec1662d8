/** Drawings of the report as SVG without script. Colours come from the page's variables, so that they follow light and dark. */

const WIDTH = 680;
const LABELS = 150;
const ROW = 24;
const AXIS = 34;

/** One row of a chart. */
export interface Row {
  name: string;
  value: number;
  /** Ends of an interval, where there is one. */
  between?: readonly [number, number];
  /** Drawn as ours. */
  ours?: boolean;
}

/** Points with intervals on one scale; `wanted` is a line to reach. */
export function dotChart(title: string, rows: readonly Row[], wanted?: number): string {
  const most = Math.max(...rows.flatMap(({ value, between }) => [value, between?.[1] ?? 0]), wanted ?? 0) || 1;
  const x = scale(0, most * 1.08);
  const body = rows.map(({ name, value, between, ours }, at) => {
    const y = ROW * at + ROW / 2;
    const colour = ours ? 'var(--ours)' : 'var(--other)';
    const line = between
      ? `<line x1="${x(between[0])}" x2="${x(between[1])}" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="2"/>`
      : '';
    return `${label(name, y)}${line}<circle cx="${x(value)}" cy="${y}" r="5" fill="${colour}"/>${figure(x(Math.max(value, between?.[1] ?? 0)) + 8, y, value)}`;
  });
  const goal =
    wanted === undefined
      ? ''
      : `<line x1="${x(wanted)}" x2="${x(wanted)}" y1="0" y2="${ROW * rows.length}" stroke="var(--wanted)" stroke-dasharray="4 3"/>`;
  return drawing(title, ROW * rows.length, `${goal}${body.join('')}${axis(0, most * 1.08, x, ROW * rows.length)}`);
}

/** Bars to both sides of zero. */
export function barChart(title: string, rows: readonly Row[]): string {
  const most = Math.max(...rows.map(({ value }) => Math.abs(value)), 1e-9) * 1.2;
  const x = scale(-most, most);
  const body = rows.map(({ name, value, ours }, at) => {
    const y = ROW * at + ROW / 2;
    const [from, to] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
    const bar = `<rect x="${from}" y="${y - 7}" width="${round(to - from)}" height="14" fill="${ours ? 'var(--ours)' : 'var(--other)'}"/>`;
    return `${label(name, y)}${bar}${figure(value < 0 ? x(0) + 6 : to + 6, y, value)}`;
  });
  return drawing(title, ROW * rows.length, `${body.join('')}${axis(-most, most, x, ROW * rows.length)}`);
}

/** What was said against what came true; on the dotted line both are the same. */
export function calibrationChart(title: string, steps: readonly { said: number; cameTrue: number }[]): string {
  const side = 260;
  const most = Math.max(...steps.flatMap(({ said, cameTrue }) => [said, cameTrue]), 1e-9) * 1.1;
  const at = (value: number) => round((value / most) * side);
  const points = steps.map(({ said, cameTrue }) => [LABELS + at(said), side - at(cameTrue)] as const);
  const line = `<polyline fill="none" stroke="var(--ours)" stroke-width="2" points="${points.map((point) => point.join(',')).join(' ')}"/>`;
  const dots = points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="4" fill="var(--ours)"/>`).join('');
  const same = `<line x1="${LABELS}" y1="${side}" x2="${LABELS + side}" y2="0" stroke="var(--wanted)" stroke-dasharray="4 3"/>`;
  const [low, high] = [figureAt(LABELS, side + 18, '0'), figureAt(LABELS + side, side + 18, `${most.toFixed(2)} said`)];
  const frame = `<rect x="${LABELS}" y="0" width="${side}" height="${side}" fill="none" stroke="var(--line)"/>`;
  return drawing(title, side, `${frame}${same}${line}${dots}${low}${high}${figureAt(LABELS - 44, 12, 'true')}`);
}

function drawing(title: string, height: number, body: string): string {
  const box = `viewBox="0 -4 ${WIDTH} ${height + AXIS}"`;
  return `<figure><figcaption>${escaped(title)}</figcaption><svg ${box} role="img" aria-label="${escaped(title)}">${body}</svg></figure>`;
}

function scale(from: number, to: number): (value: number) => number {
  const width = WIDTH - LABELS - 70;
  return (value) => round(LABELS + ((value - from) / (to - from)) * width);
}

function axis(from: number, to: number, x: (value: number) => number, y: number): string {
  const line = `<line x1="${x(from)}" x2="${x(to)}" y1="${y}" y2="${y}" stroke="var(--line)"/>`;
  const zero = from < 0 ? `<line x1="${x(0)}" x2="${x(0)}" y1="0" y2="${y}" stroke="var(--line)"/>` : '';
  return `${line}${zero}${figureAt(x(0), y + 18, '0')}${figureAt(x(to), y + 18, to.toFixed(2))}`;
}

function label(name: string, y: number): string {
  return `<text x="${LABELS - 10}" y="${y + 4}" text-anchor="end">${escaped(name)}</text>`;
}

function figure(x: number, y: number, value: number): string {
  return `<text x="${round(x)}" y="${y + 4}" class="figure">${value.toFixed(3)}</text>`;
}

function figureAt(x: number, y: number, text: string): string {
  return `<text x="${x}" y="${y}" text-anchor="middle" class="figure">${escaped(text)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Text as it may stand in HTML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
