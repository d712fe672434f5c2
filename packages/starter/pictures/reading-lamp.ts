import {box, circle, curve, downward, field, ink, line, oval, round, shape, soften, svg} from './shapes.ts'

const room = [
  box(0, 0, field.width, field.height, 'url(#wall)'),
  box(150, 96, 560, 500, ink.cream, 'rx="14"'),
  '<g clip-path="url(#glass)">',
  box(172, 118, 516, 456, 'url(#dusk)'),
  circle(556, 220, 30, ink.cream, 'opacity="0.9"'),
  shape(
    `${curve([
      [172, 410],
      [300, 376],
      [430, 420],
      [560, 384],
      [688, 412],
    ])} V574 H172 Z`,
    '#8fb3a6',
  ),
  shape(
    `${curve([
      [172, 462],
      [320, 440],
      [470, 474],
      [600, 444],
      [688, 466],
    ])} V574 H172 Z`,
    '#5d8f8b',
  ),
  shape(
    `${curve([
      [172, 520],
      [310, 496],
      [480, 524],
      [688, 500],
    ])} V574 H172 Z`,
    '#35696c',
  ),
  '</g>',
  line('M430 118 V574 M172 330 H688', ink.cream, 16),
  box(128, 590, 604, 24, '#f3e4c4', 'rx="8"'),
]

const light = [
  circle(1118, 360, 620, 'url(#aura)'),
  shape('M1010 372 L1226 372 L1500 690 L700 690 Z', 'url(#cone)', 'filter="url(#soft)"'),
]

const table = [
  box(0, 676, field.width, 224, 'url(#table)'),
  box(0, 676, field.width, 10, '#d9a878', 'opacity="0.7"'),
  oval(1000, 748, 470, 74, '#ffe9b4', 'opacity="0.5" filter="url(#soft)"'),
]

const lamp = [
  oval(1330, 762, 116, 20, '#5b3a24', 'opacity="0.28"'),
  oval(1330, 754, 98, 18, '#0a2a32'),
  oval(1330, 745, 98, 18, ink.deep),
  oval(1330, 742, 60, 9, ink.teal, 'opacity="0.7"'),
  line('M1330 740 V430 C1330 270 1236 204 1122 226', ink.teal, 16),
  circle(1118, 372, 46, '#fff7dc'),
  shape(
    'M1064 250 H1172 a18 18 0 0 1 17 12 L1232 362 a14 14 0 0 1 -13 18 H1017 a14 14 0 0 1 -13 -18 L1047 262 a18 18 0 0 1 17 -12 Z',
    'url(#shade)',
  ),
  box(1098, 230, 40, 22, ink.deep, 'rx="8"'),
]

/** Two pages with lines that cannot be read and a few marks of colour: a report, but no one's. */
const report = [
  shape(
    'M642 802 C760 770 850 770 912 796 C974 770 1066 770 1184 802 L1166 712 C1066 690 980 694 914 716 C848 694 760 690 660 712 Z',
    '#5b3a24',
    'opacity="0.22" transform="translate(6 12)"',
  ),
  shape('M640 800 C756 768 848 770 912 796 L914 712 C850 690 762 688 660 710 Z', ink.paper),
  shape('M912 796 C976 770 1068 768 1184 800 L1164 710 C1062 688 978 690 914 712 Z', '#fff6e2'),
  line('M913 714 L912 794', '#e2cda2', 3),
  ...[0, 1, 2, 3].map((row) => {
    const y = 719 + row * 18
    const [left, right] = [690 - row * 6, row % 2 === 0 ? 886 : 830 - row * 4]
    return line(
      `M${left} ${y} Q${(left + right) / 2} ${y - 16} ${right} ${y - (row % 2 === 0 ? 2 : 9)}`,
      '#9db7ae',
      5,
    )
  }),
  ...[0, 1, 2, 3].map((row) => {
    const y = 717 + row * 18
    const [left, right] = [984 + row, row % 2 === 0 ? 1126 + row * 6 : 1064 + row * 4]
    return [
      circle(954 + row, y + 1, 7, [ink.leaf, ink.lamp, ink.lake, ink.clay][row] ?? ink.leaf),
      line(
        `M${left} ${y - 5} Q${(left + right) / 2} ${y - 13} ${right} ${y - (row % 2 === 0 ? 3 : 9)}`,
        '#9db7ae',
        5,
      ),
    ].join('')
  }),
]

const cup = [
  oval(486, 792, 92, 15, '#5b3a24', 'opacity="0.25"'),
  oval(478, 782, 96, 15, '#e8d6ae'),
  shape('M414 672 H542 C542 732 528 780 478 780 C428 780 414 732 414 672 Z', 'url(#cup)'),
  line('M542 696 C586 688 590 744 530 744', '#4c8183', 13),
  oval(478, 672, 64, 14, '#e9f0e8'),
  oval(478, 674, 53, 9.5, '#8a5a3a'),
  line('M456 640 C444 616 470 602 458 574', ink.paper, 7, 'opacity="0.4"'),
  line('M500 640 C488 610 516 594 502 562', ink.paper, 7, 'opacity="0.4"'),
]

const plant = [
  oval(226, 768, 84, 14, '#5b3a24', 'opacity="0.22"'),
  line('M226 640 C224 560 214 500 176 448', ink.moss, 7),
  line('M228 640 C232 560 248 520 288 478', ink.moss, 7),
  line('M227 640 C228 570 228 520 230 452', ink.moss, 7),
  ...[
    [176, 448, -38, 34],
    [203, 497, -66, 30],
    [288, 478, 46, 33],
    [251, 530, 74, 30],
    [230, 446, 4, 38],
    [219, 566, -50, 27],
    [239, 561, 48, 26],
  ].map(([x = 0, y = 0, turn = 0, length = 0]) =>
    oval(
      0,
      -length,
      length * 0.46,
      length,
      turn % 4 === 0 ? ink.leaf : '#5f9075',
      `transform="translate(${x} ${y}) rotate(${turn})"`,
    ),
  ),
  shape('M176 640 H278 C290 690 276 764 254 766 H200 C178 764 164 690 176 640 Z', 'url(#vase)'),
  oval(227, 640, 51, 9, '#a5613f'),
]

export const readingLamp = svg(
  'A lamp, a report and a cup',
  [
    downward('wall', [0, '#2a5f66'], [0.7, '#3b7376'], [1, '#3b7376']),
    downward('dusk', [0, '#1d4f5a'], [0.45, '#6b9c98'], [0.72, '#f0cb96']),
    downward('table', [0, '#c58e63'], [1, '#8d5a3c']),
    downward('shade', [0, '#e3a233'], [1, '#fbd987']),
    downward('cup', [0, '#6fa09c'], [1, '#3f777b']),
    downward('vase', [0, '#d08a63'], [1, '#a9623f']),
    downward('cone', [0, '#fff0c0', 0.6], [1, '#ffe39a', 0.08]),
    round('aura', [0, ink.lamp, 0.42], [0.5, ink.lamp, 0.14], [1, ink.lamp, 0]),
    soften('soft', 14),
    '<clipPath id="glass"><rect x="172" y="118" width="516" height="456" rx="4"/></clipPath>',
  ],
  [...room, ...light, ...table, ...plant, ...lamp, ...cup, ...report],
)
