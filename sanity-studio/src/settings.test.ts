import {createClient} from '@sanity/client'
import {describe, expect, it} from 'vitest'
import {backendOptions} from './backend.ts'
import {localSettings, parseSettings} from './settings.ts'

/** The address that a client made by the Studio would call for a query, without calling it. */
function addressCalled(settings: typeof localSettings): string {
  const options = backendOptions(settings)
  const factory = options.unstable_clientFactory ?? createClient
  const client = factory({
    projectId: settings.projectId,
    dataset: settings.dataset,
    apiVersion: '2025-02-19',
    useCdn: false,
  })
  return client.getUrl(client.getDataUrl('query'))
}

describe('where the Studio calls', () => {
  it('with local settings every client calls the lake by its one address', () => {
    expect(addressCalled(localSettings)).toBe('http://localhost:3900/v2025-02-19/data/query/production')
    expect(backendOptions(localSettings).auth).toMatchObject({loginMethod: 'token'})
  })

  it('with hosted settings every client calls the project’s own host at Sanity, and nothing names the lake', () => {
    const hosted = {...localSettings, apiHost: null, projectId: 'abc123'}
    expect(addressCalled(hosted)).toBe('https://abc123.api.sanity.io/v2025-02-19/data/query/production')
    expect(JSON.stringify(backendOptions(hosted))).not.toContain('localhost')
  })
})

describe('parseSettings', () => {
  it('takes the lake of this machine when the page says nothing', () => {
    expect(parseSettings(null)).toEqual(localSettings)
  })

  it('takes what the desk wrote into the page', () => {
    const hosted = {...localSettings, apiHost: null, projectId: 'abc123'}
    expect(parseSettings(JSON.stringify(hosted))).toEqual(hosted)
  })

  it.each(['{}', '[]', '{"apiHost":1}', 'null'])('refuses %s and says what was expected', (content) => {
    expect(() => parseSettings(content)).toThrow('expected apiHost')
  })
})
