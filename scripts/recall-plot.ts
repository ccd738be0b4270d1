// An SVG of recall against reports per 10,000 characters, for docs/missing-punctuation.md.

export interface Curve {
  readonly name: string;
  /** Recall in per cent at so many reports per 10,000 characters. */
  recall(reports: number): number;
}

const WIDTH = 640;
const HEIGHT = 360;
const LEFT = 48;
const BOTTOM = 40;
const TOP = 16;
const RIGHT = 170;
const MOST_REPORTS = 20;
const MOST_RECALL = 60;
const COLOURS = ['#1b6ca8', '#c2571a', '#2e7d32', '#7b3fa0', '#8a6d00'];

export function plot(curves: readonly Curve[]): string {
  const x = (reports: number) => Math.round(LEFT + (reports / MOST_REPORTS) * (WIDTH - LEFT - RIGHT));
  const y = (recall: number) => Math.round(HEIGHT - BOTTOM - (recall / MOST_RECALL) * (HEIGHT - BOTTOM - TOP));
  const parts: string[] = [];
  for (let recall = 0; recall <= MOST_RECALL; recall += 10)
    parts.push(
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(recall)}" y2="${y(recall)}" stroke="#ddd"/>`,
      `<text x="${LEFT - 6}" y="${y(recall) + 4}" text-anchor="end">${recall} %</text>`,
    );
  for (const reports of [1, 3, 5, 10, 15, 20])
    parts.push(`<text x="${x(reports)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${reports}</text>`);
  parts.push(
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 6}" text-anchor="middle">reports per 10,000 characters</text>`,
  );
  curves.forEach(({name, recall}, index) => {
    const colour = COLOURS[index % COLOURS.length];
    const points = Array.from({length: 41}, (_, step) => (step * MOST_REPORTS) / 40)
      .map(reports => `${x(reports)},${y(Math.min(MOST_RECALL, recall(reports)))}`)
      .join(' ');
    parts.push(
      `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      `<text x="${WIDTH - RIGHT + 8}" y="${TOP + 16 + index * 18}" fill="${colour}">${name}</text>`,
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">\n<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>\n${parts.join('\n')}\n</svg>\n`;
}
