import {
  aslant,
  box,
  circle,
  curve,
  downward,
  field,
  ink,
  line,
  oval,
  ridge,
  road,
  round,
  shape,
  soften,
  svg,
  tree,
} from './shapes.ts'

const sky = [
  box(0, 0, field.width, field.height, 'url(#sky)'),
  ...[
    [210, 110],
    [330, 230],
    [520, 90],
    [640, 190],
    [760, 70],
    [905, 150],
    [1010, 60],
    [1180, 120],
    [1330, 70],
    [1450, 170],
    [1540, 90],
    [90, 250],
  ].map(([x = 0, y = 0], index) => circle(x, y, index % 3 === 0 ? 2.6 : 1.8, ink.cream, 'opacity="0.6"')),
  circle(420, 200, 150, 'url(#halo)'),
  circle(420, 200, 44, ink.cream, 'opacity="0.95"'),
]

const hills = [
  ridge(
    [
      [0, 452],
      [180, 420],
      [380, 462],
      [600, 404],
      [840, 452],
      [1080, 392],
      [1330, 438],
      [1600, 398],
    ],
    ink.mist,
    'opacity="0.55"',
  ),
  ridge(
    [
      [0, 500],
      [220, 470],
      [470, 514],
      [720, 478],
      [980, 520],
      [1260, 470],
      [1600, 506],
    ],
    '#5c8f8d',
    'opacity="0.8"',
  ),
  box(0, 530, field.width, 190, 'url(#water)'),
  ...[
    [300, 560, 210],
    [470, 584, 150],
    [250, 608, 120],
    [640, 570, 120],
    [420, 632, 240],
    [760, 606, 90],
    [330, 656, 110],
  ].map(([x = 0, y = 0, w = 0]) => oval(x, y, w, 2.4, ink.cream, 'opacity="0.35"')),
  oval(420, 612, 40, 70, ink.cream, 'opacity="0.16" filter="url(#soft)"'),
]

const house = [
  ridge(
    [
      [0, 700],
      [260, 684],
      [520, 668],
      [760, 628],
      [1000, 572],
      [1240, 556],
      [1440, 580],
      [1600, 566],
    ],
    ink.teal,
  ),
  tree(1000, 590, 158, ink.deep, 'url(#crown)'),
  tree(926, 612, 108, ink.deep, 'url(#crown-far)'),
  tree(1482, 596, 224, ink.deep, 'url(#crown)'),
  tree(1576, 590, 158, ink.deep, 'url(#crown-far)'),
  circle(1214, 500, 250, 'url(#lamplight)'),
  box(1318, 352, 30, 84, ink.deep),
  shape('M1098 574 V432 L1228 348 L1358 432 V574 Z', '#1a4a52'),
  shape('M1072 444 L1228 336 L1384 444 L1370 460 L1228 364 L1086 460 Z', ink.deep),
  line('M1334 342 C1326 316 1350 302 1340 276 C1332 254 1352 244 1346 222', ink.cream, 7, 'opacity="0.22"'),
  box(1146, 456, 78, 84, 'url(#pane)', 'rx="6"'),
  line('M1185 456 V540 M1146 494 H1224', '#7a4f2c', 5, 'opacity="0.55"'),
  lantern(1185, 538),
  box(1138, 538, 94, 9, ink.deep, 'rx="4"'),
  shape('M1276 574 V494 a28 28 0 0 1 56 0 V574 Z', '#0f3a43'),
  circle(1322, 540, 3.4, ink.lamp),
  oval(1180, 606, 110, 14, ink.lamp, 'opacity="0.26" filter="url(#softer)"'),
]

/** The small lamp on the sill: the name of the site, and the one warm thing in the picture. */
function lantern(x: number, foot: number): string {
  return [
    circle(x, foot - 20, 30, 'url(#flame)'),
    box(x - 13, foot - 5, 26, 5, '#6b4423', 'rx="2"'),
    box(x - 10, foot - 31, 20, 26, '#fff6d6', 'rx="4"'),
    shape(`M${x - 13} ${foot - 31} L${x} ${foot - 43} L${x + 13} ${foot - 31} Z`, '#6b4423'),
  ].join('')
}

const foreground = [
  road(
    [
      [1303, 574, 26],
      [1240, 622, 34],
      [1110, 676, 50],
      [930, 738, 74],
      [720, 812, 104],
      [560, 900, 140],
    ],
    'url(#path)',
  ),
  ...[
    [62, 792, 66],
    [150, 776, 92],
    [246, 806, 70],
  ].map(([x = 0, y = 0, r = 0]) => circle(x, y, r, ink.deep)),
  shape(
    `${curve([
      [0, 806],
      [160, 800],
      [300, 836],
      [400, 900],
    ])} L0 900 Z`,
    ink.deep,
  ),
  ...[
    [1388, 800, 58],
    [1480, 770, 84],
    [1580, 764, 104],
  ].map(([x = 0, y = 0, r = 0]) => circle(x, y, r, '#103b44')),
  shape(
    `${curve([
      [860, 900],
      [1060, 862],
      [1300, 806],
      [1600, 776],
    ])} L1600 900 Z`,
    '#103b44',
  ),
]

export const litWindow = svg(
  'A lit window on a calm evening',
  [
    downward(
      'sky',
      [0, '#133f4b'],
      [0.3, '#2c646c'],
      [0.46, '#7aa79c'],
      [0.55, '#edc793'],
      [0.62, ink.peach],
    ),
    downward('water', [0, '#e9c597'], [0.5, '#8fb0a2'], [1, '#4f8586']),
    downward('pane', [0, '#ffedb9'], [1, '#f4bf55']),
    downward('path', [0, '#d6b27a', 0.75], [1, '#5d8078', 0.9]),
    round('halo', [0, ink.cream, 0.4], [1, ink.cream, 0]),
    round('lamplight', [0, ink.lamp, 0.5], [0.5, ink.lamp, 0.16], [1, ink.lamp, 0]),
    round('flame', [0, '#fffbe8', 0.95], [1, ink.glow, 0]),
    aslant('crown', '#2f6259', '#0f3a43'),
    aslant('crown-far', '#2a5b5a', '#154650'),
    soften('soft', 10),
    soften('softer', 18),
  ],
  [...sky, ...hills, ...house, ...foreground],
)
