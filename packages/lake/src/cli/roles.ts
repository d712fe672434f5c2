import type {LakeConfig} from '../config.ts'

const everything = {filter: 'true', permissions: ['read', 'create', 'update', 'history']} as const

/** The roles of a lake that runs alone. A host program brings its own instead. */
export const standardRoles: LakeConfig['roles'] = {
  administrator: {title: 'Administrator', grants: [everything]},
  editor: {title: 'Editor', grants: [everything]},
  viewer: {title: 'Viewer', grants: [{filter: 'true', permissions: ['read']}]},
}
