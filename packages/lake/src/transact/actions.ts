import {z} from 'zod'
import {applyReleaseAction, releaseActions, type ReleaseAction} from '../releases/release-actions.ts'
import type {ActionContext} from './action.ts'
import {applyDocumentAction, documentActions, type DocumentAction} from './document-actions.ts'
import type {ActionName} from './types.ts'
import {applyVersionAction, versionActions, type VersionAction} from './version-actions.ts'

const prefix = 'sanity.action.'

/** Every action that is offered; variants of documents are not. */
export const actionSchema = z.discriminatedUnion('actionType', [
  ...documentActions,
  ...versionActions,
  ...releaseActions,
])
type Action = z.infer<typeof actionSchema>

/** The name of an action without its prefix, for messages; “nothing” when there is none. */
export function actionName(value: unknown): string {
  const type: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'actionType') : undefined
  return typeof type === 'string' ? type.replace(prefix, '') : 'nothing'
}

/** The name as the rules of the caller are told it. */
export function causeOf(action: Action): ActionName {
  return nameOf(action.actionType)
}

function nameOf<Name extends ActionName>(type: `sanity.action.${Name}`): Name
function nameOf(type: string): string {
  return type.slice(prefix.length)
}

/** Applies one action to the working set. Throws a LakeError that names the document and what was expected. */
export function applyAction(action: Action, context: ActionContext): void {
  if (isRelease(action)) return applyReleaseAction(action, context)
  if (isVersion(action)) return applyVersionAction(action, context)
  return applyDocumentAction(action, context)
}

const isRelease = (action: Action): action is ReleaseAction =>
  action.actionType.startsWith(`${prefix}release.`)
const isVersion = (action: DocumentAction | VersionAction): action is VersionAction =>
  action.actionType.startsWith(`${prefix}document.version.`)
