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
  svg,
  tree,
} from './shapes.ts'

const sky = [
  box(0, 0, field.width, field.height, 'url(#sky)'),
  circle(1090, 372, 430, 'url(#halo)'),
  circle(1090, 372, 86, 'url(#sun)'),
  ...[
    [300, 150, 230, 10],
    [420, 176, 150, 8],
    [700, 92, 170, 8],
    [1420, 160, 190, 9],
    [1330, 184, 110, 7],
  ].map(([x = 0, y = 0, w = 0, h = 0]) => oval(x, y, w, h, ink.paper, 'opacity="0.55"')),
]

const far = [
  ridge(
    [
      [0, 430],
      [200, 392],
      [430, 440],
      [690, 380],
      [930, 424],
      [1180, 396],
      [1400, 426],
      [1600, 384],
    ],
    '#c5d6c0',
  ),
  ridge(
    [
      [0, 486],
      [240, 452],
      [520, 500],
      [780, 446],
      [1040, 486],
      [1320, 440],
      [1600, 480],
    ],
    '#abc6ae',
  ),
  ridge(
    [
      [0, 552],
      [260, 520],
      [520, 560],
      [820, 520],
      [1120, 556],
      [1370, 506],
      [1600, 540],
    ],
    '#8db294',
  ),
]

const path = [
  ridge(
    [
      [0, 640],
      [280, 596],
      [560, 622],
      [860, 588],
      [1180, 624],
      [1400, 580],
      [1600, 600],
    ],
    '#6f9d80',
  ),
  road(
    [
      [1012, 602, 7],
      [984, 622, 12],
      [1014, 646, 20],
      [1094, 680, 34],
      [1086, 728, 56],
      [950, 782, 86],
      [800, 840, 122],
      [712, 900, 160],
    ],
    'url(#path)',
  ),
]

const stems = [
  ...[
    [84, 850, 74, -8],
    [128, 842, 96, 6],
    [176, 852, 66, 12],
    [232, 862, 84, -6],
  ].map(([x = 0, y = 0, h = 0, l = 0]) => stem(x, y, h, l, ink.paper)),
  ...[
    [1432, 864, 82, 8],
    [1486, 856, 102, -6],
    [1540, 852, 70, -12],
  ].map(([x = 0, y = 0, h = 0, l = 0]) => stem(x, y, h, l, ink.peach)),
]

const near = [
  tree(330, 634, 204, ink.pine, 'url(#crown)'),
  tree(446, 642, 136, ink.pine, 'url(#crown-light)'),
  tree(228, 650, 118, ink.pine, 'url(#crown-light)'),
  tree(1380, 614, 164, ink.pine, 'url(#crown)'),
  tree(1470, 618, 116, ink.pine, 'url(#crown-light)'),
  tree(748, 614, 82, ink.moss, 'url(#crown-light)'),
  tree(804, 608, 60, ink.moss, 'url(#crown)'),
  shape(
    `${curve([
      [0, 742],
      [190, 728],
      [380, 776],
      [520, 836],
      [590, 900],
    ])} L0 900 Z`,
    ink.moss,
  ),
  shape(
    `${curve([
      [980, 900],
      [1130, 834],
      [1330, 772],
      [1600, 736],
    ])} L1600 900 Z`,
    ink.moss,
  ),
  shape(
    `${curve([
      [0, 826],
      [180, 822],
      [330, 868],
      [380, 900],
    ])} L0 900 Z`,
    ink.pine,
  ),
  shape(
    `${curve([
      [1250, 900],
      [1400, 852],
      [1600, 822],
    ])} L1600 900 Z`,
    ink.pine,
  ),
  ...stems,
]

function stem(x: number, foot: number, height: number, lean: number, colour: string): string {
  const top = [x + lean, foot - height]
  return [
    line(`M${x} ${foot} Q${x} ${foot - height * 0.6} ${top[0]} ${top[1]}`, ink.pine, 4),
    circle(top[0] ?? 0, top[1] ?? 0, 11, colour),
    circle(top[0] ?? 0, top[1] ?? 0, 4.5, ink.lamp),
  ].join('')
}

export const morningPath = svg(
  'A path through hills in the morning',
  [
    downward('sky', [0, '#9cc3c2'], [0.28, '#cfdccb'], [0.46, '#fbe8c4'], [0.6, '#fbdca6']),
    round('halo', [0, '#fff3cf', 0.95], [0.35, '#ffe9b0', 0.5], [1, '#ffe9b0', 0]),
    round('sun', [0, '#fffbee'], [0.7, '#fff0c4'], [1, '#fbdd93']),
    aslant('crown', '#7fae86', '#44765f'),
    aslant('crown-light', '#9cc39a', '#5d9272'),
    downward('path', [0, '#fbe6bb'], [0.4, '#f2d9a6'], [1, '#e2bf88']),
  ],
  [...sky, ...far, ...path, ...near],
)
