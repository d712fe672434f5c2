/** Small makers of SVG, so that the three pictures come from one hand. All lengths are in a field of 1600 × 900. */

export const field = {width: 1600, height: 900}

/** The colours of the pictures, near to those of the site: dusk teal, sage, cream and lamp light. */
export const ink = {
  night: '#123f4a',
  deep: '#0d333c',
  teal: '#1f545c',
  lake: '#3f777b',
  mist: '#7ba59f',
  sage: '#a9c2a6',
  leaf: '#6f9a7c',
  moss: '#477563',
  pine: '#2b5a52',
  cream: '#fbf3df',
  paper: '#fffaf0',
  sand: '#e9d3a6',
  peach: '#f3c48d',
  lamp: '#f0b541',
  glow: '#ffe6a3',
  clay: '#c8805a',
  wood: '#9c6a4a',
} as const

type Stop = [offset: number, colour: string, opacity?: number]

const stops = (all: Stop[]) =>
  all
    .map(
      ([offset, colour, opacity = 1]) =>
        `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join('')

export const downward = (id: string, ...all: Stop[]) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops(all)}</linearGradient>`

export const round = (id: string, ...all: Stop[]) =>
  `<radialGradient id="${id}">${stops(all)}</radialGradient>`

export const soften = (id: string, deviation: number) =>
  `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`

export const circle = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`

export const oval = (x: number, y: number, rx: number, ry: number, fill: string, more = '') =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`

export const box = (x: number, y: number, width: number, height: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`

export const shape = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`

export const line = (d: string, stroke: string, width: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`

type Point = [x: number, y: number]

/** A soft ridge through the points, filled down to the foot of the picture. */
export function ridge(points: Point[], fill: string, more = ''): string {
  return shape(`${curve(points)} L${field.width} ${field.height} L0 ${field.height} Z`, fill, more)
}

/** A smooth line through points (Catmull–Rom, drawn as Bézier pieces). */
export function curve(points: Point[]): string {
  const at = (index: number): Point => points[Math.min(points.length - 1, Math.max(0, index))] ?? [0, 0]
  const [startX, startY] = at(0)
  const pieces = points.slice(1).map((end, index) => {
    const [before, start, after] = [at(index - 1), at(index), at(index + 2)]
    const one = [start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6]
    const two = [end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6]
    return `C${one.map(tidy).join(' ')} ${two.map(tidy).join(' ')} ${end.map(tidy).join(' ')}`
  })
  return `M${tidy(startX)} ${tidy(startY)} ${pieces.join(' ')}`
}

const tidy = (value: number) => Math.round(value * 10) / 10

/** A round tree on a short trunk; `crown` is a colour or a gradient that is light on its right side. */
export function tree(x: number, foot: number, size: number, trunk: string, crown: string): string {
  const lobes: [dx: number, dy: number, r: number][] = [
    [0, 0.62, 0.3],
    [-0.2, 0.56, 0.2],
    [0.21, 0.58, 0.19],
    [-0.12, 0.8, 0.23],
    [0.13, 0.82, 0.21],
    [0, 0.96, 0.17],
  ]
  const outline = lobes.map(([dx, dy, r]) => ring(x + dx * size, foot - dy * size, r * size)).join('')
  return [
    shape(
      `M${tidy(x - size * 0.04)} ${foot} L${tidy(x - size * 0.025)} ${tidy(foot - size * 0.5)} H${tidy(x + size * 0.025)} L${tidy(x + size * 0.04)} ${foot} Z`,
      trunk,
    ),
    shape(outline, crown),
  ].join('')
}

/** A full circle as a piece of a path, so that several make one shape under one gradient. */
const ring = (x: number, y: number, r: number) =>
  `M${tidy(x - r)} ${tidy(y)} a${tidy(r)} ${tidy(r)} 0 1 1 ${tidy(r * 2)} 0 a${tidy(r)} ${tidy(r)} 0 1 1 ${tidy(-r * 2)} 0 Z `

/** From light on the upper right to dark on the lower left. */
export const aslant = (id: string, light: string, dark: string) =>
  `<linearGradient id="${id}" x1="0.85" y1="0.1" x2="0.2" y2="0.9">${stops([
    [0, light],
    [0.55, dark],
    [1, dark],
  ])}</linearGradient>`

/** A road along points, each with half its width there. */
export function road(along: [x: number, y: number, half: number][], fill: string): string {
  const left = curve(along.map(([x, y, half]) => [x - half, y]))
  const right = curve(along.map(([x, y, half]): Point => [x + half, y]).reverse())
  return shape(`${left} ${right.replace('M', 'L')} Z`, fill)
}

export function svg(title: string, definitions: string[], parts: string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${field.width} ${field.height}" width="${field.width}" height="${field.height}">`,
    `<title>${title}</title>`,
    `<defs>${definitions.join('\n')}</defs>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n')
}
