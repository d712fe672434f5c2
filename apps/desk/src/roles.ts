/** A role as the lake takes it: Sanity's own grants, a GROQ filter with what it permits. */
export type Role = {
  title: string
  grants: {filter: string; permissions: ('read' | 'create' | 'update' | 'history')[]}[]
}

const marketing = ['appProfile', 'callToAction', 'placement', 'siteNotice']
const administration = ['siteSettings', 'person', 'redirect']

const quoted = (types: readonly string[]): string => types.map((type) => `"${type}"`).join(', ')

/** Roles of content-model.md that this stage has: one administrator, one editor, and the site, which only reads. */
export const roles = {
  administrator: {
    title: 'Administrator',
    grants: [{filter: 'true', permissions: ['read', 'create', 'update', 'history']}],
  },
  editor: {
    title: 'Editor',
    grants: [
      {filter: 'true', permissions: ['read', 'history']},
      {
        filter: `!(_type in [${quoted([...marketing, ...administration])}]) && !string::startsWith(_type, "system.")`,
        permissions: ['create', 'update'],
      },
    ],
  },
  site: {
    title: 'Site (robot)',
    grants: [{filter: 'true', permissions: ['read']}],
  },
} satisfies Record<string, Role>

/** The two people of a first start. They log in by a one-time link; nobody has a password. */
export const people = [
  {
    id: 'administrator',
    name: 'Sample Administrator',
    email: 'administrator@lantern.example',
    role: 'administrator',
  },
  {id: 'editor', name: 'Sample Editor', email: 'editor@lantern.example', role: 'editor'},
] as const
