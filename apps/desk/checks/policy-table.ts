/**
 * Who may do what, written by hand from content-model.md's table and from nothing in the code. It is what the lake's
 * answers are compared with.
 *
 * States: `D` draft and version, `P` published, `N` an id with a dot that is neither. Permissions: `r` read, `h` history,
 * `c` create, `u` update.
 */
export const levels = {
  '-': '',
  read: 'r:DPN',
  published: 'r:P',
  see: 'r:DPN h:DPN',
  draft: 'r:DPN h:DPN c:D u:D',
  full: 'r:DPN h:DPN c:DPN u:DPN',
  answer: 'r:DPN h:DPN u:DPN',
  blind: 'c:DPN u:DPN',
  add: 'r:P c:DPN u:DPN',
  issue: 'r:DPN h:DPN c:DPN',
  approve: 'r:DPN h:DPN u:D',
} as const
export type Level = keyof typeof levels

/** One type stands for each group; `types` are tried in the long form. */
export const groups = {
  english: {
    types: ['article', 'condition', 'biomarker', 'treatmentClass', 'medicine', 'supportResource'],
    language: 'en',
  },
  spanish: {types: ['question', 'glossaryTerm', 'careAdvice'], language: 'es'},
  source: {types: ['source'], language: 'en'},
  page: {types: ['page'], language: 'es'},
  person: {types: ['person'], language: 'en'},
  settings: {types: ['redirect', 'siteSettings'], language: 'en'},
  notice: {types: ['siteNotice'], language: 'en'},
  marketing: {types: ['campaign', 'appProfile', 'callToAction', 'placement'], language: 'en'},
  workflow: {types: ['changeNote', 'withdrawal'], language: 'en'},
  request: {types: ['reviewRequest'], language: 'en'},
  signOff: {types: ['signOff'], language: 'en'},
  note: {types: ['privateNote'], language: 'en'},
  asset: {types: ['sanity.imageAsset', 'sanity.fileAsset'], language: 'en'},
  release: {types: ['system.release'], language: 'en'},
  secret: {types: ['sanity.previewUrlSecret'], language: 'en'},
  unknown: {types: ['somethingNew'], language: 'en'},
} as const
export type Group = keyof typeof groups

const table = `
role              english   spanish   source    page      person    settings  notice    marketing workflow  request   signOff   note      asset     release   secret    unknown
author            draft     draft     draft     see       see       see       see       see       see       full      see       -         full      see       full      see
editor            full      full      full      full      see       draft     draft     see       full      full      see       full      full      full      full      see
clinical-reviewer see       see       see       see       see       see       see       see       see       answer    see       see       see       see       full      see
patient-reviewer  see       see       see       see       see       see       see       see       see       answer    see       -         see       see       full      see
translator-es     see       draft     see       draft     see       see       see       see       see       full      see       -         see       see       full      see
marketer          published published published published published published full      full      -         -         -         -         add       published -         published
administrator     see       see       see       see       full      full      see       see       see       see       see       see       full      see       full      see
site              published published published published published published published published read      read      read      -         published published -         published
preview           read      read      read      read      read      read      read      read      read      read      read      -         read      read      read      read
review-service    approve   approve   see       see       see       see       see       see       see       see       issue     see       see       see       see       see
importer          full      full      full      full      full      full      full      full      full      full      full      full      full      full      full      full
`

/** Who may read and write the comments in the add-on dataset. */
export const comments: Record<string, Level> = {
  author: 'full',
  editor: 'full',
  'clinical-reviewer': 'full',
  'patient-reviewer': 'full',
  'translator-es': 'full',
  marketer: '-',
  administrator: 'full',
  site: '-',
  preview: '-',
  'review-service': '-',
  importer: 'full',
}

/** What is neither comment nor task, in the same dataset. */
export const strangersInComments: Record<string, Level> = {
  author: 'see',
  editor: 'see',
  'clinical-reviewer': 'see',
  'patient-reviewer': 'see',
  'translator-es': 'see',
  marketer: '-',
  administrator: 'see',
  site: '-',
  preview: '-',
  'review-service': '-',
  importer: 'full',
}

const levelOf = (word: string | undefined): Level => {
  const known = Object.keys(levels).find((name): name is Level => name === word)
  if (!known) throw new Error(`“${word}” is no level of the policy table`)
  return known
}

/** The table by role and group. */
export const expected: ReadonlyMap<string, ReadonlyMap<string, Level>> = (() => {
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  return new Map(
    rows.map(([role = '', ...cells]) => [
      role,
      new Map(head.slice(1).map((group, index) => [group, levelOf(cells[index])])),
    ]),
  )
})()
