import {resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {WriteRules} from '../transact/types.ts'

type Guard = NonNullable<WriteRules['guard']>

const isGuard = (value: unknown): value is Guard => typeof value === 'function'

/**
 * The publish guard that `MODULE` or `MODULE#name` exports, `guard` when no name is given. Throws an Error that names the
 * module and what it lacks.
 */
export async function loadGuard(given: string): Promise<Guard> {
  const [path = '', name = 'guard'] = given.split('#')
  const module: unknown = await import(pathToFileURL(resolve(path)).href).catch((cause: unknown) => {
    throw new Error(`The guard ${path} cannot be loaded: ${String(cause)}`, {cause})
  })
  const found: unknown = typeof module === 'object' && module !== null ? Reflect.get(module, name) : undefined
  if (!isGuard(found)) throw new Error(`The guard ${path} exports no function “${name}”.`)
  return found
}
