import type { Figure } from './figures.ts';
import { isMet, rounded } from './figures.ts';

export interface Measured {
  readonly taskCount: number;
  readonly figures: readonly Figure[];
}

const WIDTH = 260;
const HEIGHT = 150;
const COLUMNS = 3;
const MARGIN = { left: 16, right: 24, top: 44, bottom: 30 };

/** One small chart for each figure: the number of tasks to the right, the value upwards, the bar as a dashed line. */
export const growthSvg = (sizes: readonly Measured[]): string => {
  const names = sizes[0]?.figures.map(({ name }) => name) ?? [];
  const charts = names.map((name, index) => {
    const points = sizes.flatMap(({ taskCount, figures }) => {
      const figure = figures.find((each) => each.name === name);
      return figure ? [{ taskCount, figure }] : [];
    });
    const x = (index % COLUMNS) * WIDTH;
    const y = Math.floor(index / COLUMNS) * HEIGHT;
    return `<g transform="translate(${x} ${y})">${chart(name, points)}</g>`;
  });
  const rows = Math.ceil(names.length / COLUMNS);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH * COLUMNS}" height="${HEIGHT * rows}" font-family="sans-serif" font-size="11">
<style>${HALO}</style>
<rect width="100%" height="100%" fill="#fff"/>
${charts.join('\n')}
</svg>
`;
};

/** Figures can be read also where a line runs behind them. */
const HALO = 'text { paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round; }';

interface Point {
  readonly taskCount: number;
  readonly figure: Figure;
}

const chart = (name: string, points: readonly Point[]): string => {
  const [first] = points;
  if (first === undefined) return '';
  const { bar, unit } = first.figure;
  const highest = Math.max(bar, ...points.map(({ figure }) => figure.value)) * 1.1;
  const across = (index: number): number =>
    MARGIN.left + (index * (WIDTH - MARGIN.left - MARGIN.right)) / Math.max(1, points.length - 1);
  const up = (value: number): number =>
    rounded(HEIGHT - MARGIN.bottom - (value / highest) * (HEIGHT - MARGIN.top - MARGIN.bottom));
  const path = points.map(({ figure }, index) => `${across(index)},${up(figure.value)}`).join(' ');
  return [
    `<text x="${MARGIN.left}" y="18" font-weight="bold">${escaped(name)}</text>`,
    `<text x="${MARGIN.left}" y="32" fill="#666">${unit}, bar ${bar}</text>`,
    `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${up(0)}" y2="${up(0)}" stroke="#999"/>`,
    `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${up(bar)}" y2="${up(bar)}" stroke="#b00" stroke-dasharray="4 3"/>`,
    `<polyline points="${path}" fill="none" stroke="#0a5" stroke-width="2"/>`,
    ...points.map(({ taskCount, figure }, index) => {
      const [x, y] = [across(index), up(figure.value)];
      const anchor = index === 0 ? 'start' : index === points.length - 1 ? 'end' : 'middle';
      return (
        `<circle cx="${x}" cy="${y}" r="3" fill="${isMet(figure) ? '#0a5' : '#b00'}"/>` +
        `<text x="${x}" y="${y - 6}" text-anchor="${anchor}">${rounded(figure.value)}</text>` +
        `<text x="${x}" y="${HEIGHT - 14}" text-anchor="${anchor}" fill="#666">${taskCount.toLocaleString('en')}</text>`
      );
    }),
  ].join('');
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
