/** A role as the lake takes it: Sanity's own grants, a GROQ filter with what it permits, and where. */
export type Role = {
  title: string
  grants: {
    filter: string
    permissions: ('read' | 'create' | 'update' | 'history')[]
    dataset?: string
  }[]
  administers?: boolean
}

/** The types of content-model.md in the groups that its table “Who may do what” speaks of. Each type is in one. */
export const typeGroups = {
  signed: [
    'condition',
    'biomarker',
    'treatmentClass',
    'medicine',
    'supportResource',
    'article',
    'glossaryTerm',
    'question',
    'careAdvice',
  ],
  source: ['source'],
  page: ['page'],
  people: ['person'],
  settings: ['siteSettings', 'redirect'],
  notice: ['siteNotice'],
  marketing: ['appProfile', 'callToAction', 'placement', 'campaign'],
  /** Private: their ids hold a dot. */
  workflow: ['changeNote', 'withdrawal'],
  reviewRequest: ['reviewRequest'],
  signOff: ['signOff'],
  privateNote: ['privateNote'],
  assets: ['sanity.imageAsset', 'sanity.fileAsset'],
  release: ['system.release'],
  /** Whoever can make one opens the site's preview, which shows every draft. */
  previewSecret: ['sanity.previewUrlSecret'],
  /** In the add-on dataset beside the documents. */
  comments: ['comment', 'tasks.task'],
} as const
type Group = keyof typeof typeGroups

const ofTypes = (...groups: Group[]): string =>
  `_type in [${groups
    .flatMap((group) => typeGroups[group])
    .map((type) => `"${type}"`)
    .join(', ')}]`
/** A version is a draft that waits in a release. */
const isDraft = '(_id in path("drafts.**") || _id in path("versions.**"))'
/** Published documents have ids without a dot; those of drafts, versions and of workflow documents hold one. */
const isPublished = '_id in path("*")'
const languages = {es: 'Spanish'} as const

/** Everybody who works on drafts may look at the site with them, and may put pictures beside a text. */
function tools(dataset: string): Role['grants'] {
  return [
    {dataset, filter: ofTypes('previewSecret'), permissions: ['create', 'update']},
    {dataset: `${dataset}-comments`, filter: ofTypes('comments'), permissions: ['create', 'update']},
  ]
}

function translators(dataset: string): Record<string, Role> {
  const translator = ([language, name]: [string, string]): [string, Role] => [
    `translator-${language}`,
    {
      title: `Translator (${name})`,
      grants: [
        {filter: `!(${ofTypes('privateNote')})`, permissions: ['read', 'history']},
        {
          dataset,
          filter: `${isDraft} && language == "${language}" && ${ofTypes('signed', 'page', 'notice', 'marketing')}`,
          permissions: ['create', 'update'],
        },
        {dataset, filter: ofTypes('reviewRequest'), permissions: ['create', 'update']},
        ...tools(dataset),
      ],
    },
  ]
  return Object.fromEntries(Object.entries(languages).map(translator))
}

function staff(dataset: string): Record<string, Role> {
  return {
    author: {
      title: 'Author',
      grants: [
        {filter: `!(${ofTypes('privateNote')})`, permissions: ['read', 'history']},
        {
          dataset,
          filter: `${isDraft} && ${ofTypes('signed', 'source')}`,
          permissions: ['create', 'update'],
        },
        {dataset, filter: ofTypes('reviewRequest', 'assets'), permissions: ['create', 'update']},
        ...tools(dataset),
      ],
    },
    editor: {
      title: 'Editor',
      grants: [
        {filter: 'true', permissions: ['read', 'history']},
        // What of this is approved, the publish guard says.
        {dataset, filter: ofTypes('signed', 'source', 'page'), permissions: ['create', 'update']},
        {
          dataset,
          filter: `${isDraft} && ${ofTypes('settings', 'notice')}`,
          permissions: ['create', 'update'],
        },
        {
          dataset,
          filter: ofTypes('workflow', 'reviewRequest', 'privateNote', 'assets', 'release'),
          permissions: ['create', 'update'],
        },
        ...tools(dataset),
      ],
    },
    'clinical-reviewer': {
      title: 'Clinical reviewer',
      grants: [
        {filter: 'true', permissions: ['read', 'history']},
        {dataset, filter: ofTypes('reviewRequest'), permissions: ['update']},
        ...tools(dataset),
      ],
    },
    'patient-reviewer': {
      title: 'Patient reviewer',
      grants: [
        {filter: `!(${ofTypes('privateNote')})`, permissions: ['read', 'history']},
        {dataset, filter: ofTypes('reviewRequest'), permissions: ['update']},
        ...tools(dataset),
      ],
    },
    ...translators(dataset),
    marketer: {
      title: 'Marketer',
      grants: [
        {
          dataset,
          filter: `${isPublished} && !(${ofTypes('workflow', 'reviewRequest', 'signOff', 'privateNote', 'previewSecret')})`,
          permissions: ['read'],
        },
        {
          dataset,
          filter: ofTypes('marketing', 'notice'),
          permissions: ['read', 'create', 'update', 'history'],
        },
        {dataset, filter: ofTypes('assets'), permissions: ['create', 'update']},
      ],
    },
    administrator: {
      title: 'Administrator',
      administers: true,
      grants: [
        {filter: 'true', permissions: ['read', 'history']},
        {dataset, filter: ofTypes('settings', 'people', 'assets'), permissions: ['create', 'update']},
        ...tools(dataset),
      ],
    },
  }
}

function robots(dataset: string): Record<string, Role> {
  return {
    site: {
      title: 'Site (robot)',
      grants: [
        {
          dataset,
          filter: `${isPublished} && !(${ofTypes('privateNote', 'previewSecret')})`,
          permissions: ['read'],
        },
        {dataset, filter: ofTypes('workflow', 'reviewRequest', 'signOff'), permissions: ['read']},
      ],
    },
    /** The site's second token, used only where an editor looks at drafts. */
    preview: {
      title: 'Preview of the site (robot)',
      grants: [{dataset, filter: `!(${ofTypes('privateNote')})`, permissions: ['read']}],
    },
    /** Writes what was signed, and points the draft to it; it alone makes sign-offs, and changes none. */
    'review-service': {
      title: 'Review service (robot)',
      grants: [
        {dataset, filter: 'true', permissions: ['read', 'history']},
        {dataset, filter: ofTypes('signOff'), permissions: ['create']},
        {dataset, filter: `${isDraft} && ${ofTypes('signed')}`, permissions: ['update']},
      ],
    },
    /** Import and restore, by whoever runs the machine. */
    importer: {
      title: 'Import (robot)',
      administers: true,
      grants: [{filter: 'true', permissions: ['read', 'create', 'update', 'history']}],
    },
  }
}

/** content-model.md's table “Who may do what” as grants for a dataset and the comments beside it. */
export const rolesFor = (dataset: string): Record<string, Role> => ({...staff(dataset), ...robots(dataset)})

/** The people of a first start. They log in by a one-time link; nobody has a password yet. */
export const people = [
  {
    id: 'administrator',
    name: 'Sample Administrator',
    email: 'administrator@lantern.example',
    role: 'administrator',
  },
  {id: 'editor', name: 'Sample Editor', email: 'editor@lantern.example', role: 'editor'},
  {id: 'author', name: 'Sample Author', email: 'author@lantern.example', role: 'author'},
] as const
