// A plot of time by number or size of files, both on logarithmic scales, as one SVG without fonts or scripts of its own.
const WIDTH = 720;
const HEIGHT = 420;
const LEFT = 80;
const RIGHT = 200;
const TOP = 20;
const BOTTOM = 50;
const COLORS = ['#0b6e4f', '#c84b31', '#2d4263', '#8e5ea2', '#b8860b', '#5f7470', '#d1495b', '#00798c'];

/**
 * @param rows {name, count, seconds}
 * @param axis what `count` counts, and what `seconds` are called.
 */
export function plot(rows, {axis = 'files', unit = 's', title = 'Time by number of files'} = {}) {
  const counts = [...new Set(rows.map(({count}) => count))].sort((a, b) => a - b);
  const most = Math.max(...rows.map(({seconds}) => seconds));
  const least = Math.min(...rows.map(({seconds}) => seconds));
  const x = count =>
    LEFT + ((WIDTH - LEFT - RIGHT) * Math.log(count / counts[0])) / Math.log(counts.at(-1) / counts[0]);
  const y = seconds => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * Math.log(seconds / least)) / Math.log(most / least);
  const labels = labelHeights(rows, x, y);
  const lines = [...new Set(rows.map(({name}) => name))].map((name, index) => {
    const points = rows.filter(row => row.name === name);
    const color = COLORS[index % COLORS.length];
    const path = points.map(({count, seconds}) => `${x(count).toFixed(1)},${y(seconds).toFixed(1)}`).join(' ');
    const last = points.at(-1);
    const width = name.startsWith('govlint') ? 3 : 1.5;
    return `<polyline fill="none" stroke="${color}" stroke-width="${width}" points="${path}"/>${points
      .map(
        ({count, seconds}) =>
          `<circle cx="${x(count).toFixed(1)}" cy="${y(seconds).toFixed(1)}" r="3" fill="${color}"/>`,
      )
      .join(
        '',
      )}<text x="${(x(last.count) + 8).toFixed(1)}" y="${(labels.get(name) + 4).toFixed(1)}" fill="${color}">${name}</text>`;
  });
  const ticks = counts.map(
    count => `<text x="${x(count).toFixed(1)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${count}</text>`,
  );
  const steps = [0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000].filter(
    step => step >= least && step <= most,
  );
  const grid = steps.map(
    step =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(step).toFixed(1)}" y2="${y(step).toFixed(1)}" stroke="#ddd"/><text x="${LEFT - 8}" y="${(y(step) + 4).toFixed(1)}" text-anchor="end">${step} ${unit}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="${title}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${grid.join('\n')}
${ticks.join('\n')}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 8}" text-anchor="middle">${axis}</text>
${lines.join('\n')}
</svg>
`;
}

const LINE_HEIGHT = 13;

/** Where the names at the ends of the lines stand: each at its own height, or below the one it would cover. */
function labelHeights(rows, x, y) {
  const ends = [...new Set(rows.map(({name}) => name))].map(name => {
    const {count, seconds} = rows.findLast(row => row.name === name);
    return {name, at: x(count), height: y(seconds)};
  });
  const heights = new Map();
  let above;
  for (const end of ends.sort((a, b) => a.at - b.at || a.height - b.height)) {
    if (above?.at === end.at) end.height = Math.max(end.height, above.height + LINE_HEIGHT);
    heights.set(end.name, end.height);
    above = end;
  }
  return heights;
}
