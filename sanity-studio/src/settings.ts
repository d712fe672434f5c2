/** Where this Studio's documents live. One build serves every backend: the desk writes the settings into the page. */
export type StudioSettings = {
  /** Address of a lake, e.g. `http://localhost:3900`; null for hosted Sanity. */
  apiHost: string | null
  projectId: string
  dataset: string
  siteUrl: string
}

/** The lake of this machine, as `npm start` sets it up. */
export const localSettings: StudioSettings = {
  apiHost: 'http://localhost:3900',
  projectId: 'lantern',
  dataset: 'production',
  siteUrl: 'http://localhost:3000',
}

function isSettings(value: unknown): value is StudioSettings {
  if (typeof value !== 'object' || value === null) return false
  const fields = Object.entries(localSettings).map(([name]) => [name, Reflect.get(value, name)] as const)
  return fields.every(([name, field]) => typeof field === 'string' || (name === 'apiHost' && field === null))
}

/**
 * Reads the settings from the content of `<meta name="lantern-settings">`; absent, they are those of the local lake.
 * Throws an Error that says what was expected when the content is something else.
 */
export function parseSettings(content: string | null): StudioSettings {
  if (content === null) return localSettings
  const value: unknown = JSON.parse(content)
  if (isSettings(value)) return value
  throw new Error(
    'lantern-settings: expected apiHost (text or null), projectId, dataset and siteUrl (texts).',
  )
}

/** The settings of the page that this Studio runs in; outside a browser those of the local lake. */
export function readSettings(): StudioSettings {
  if (typeof document === 'undefined') return localSettings
  return parseSettings(
    document.querySelector('meta[name="lantern-settings"]')?.getAttribute('content') ?? null,
  )
}
