import {describe, expect, it} from 'vitest'
import {readEnv} from './env.ts'

describe('readEnv', () => {
  it('starts a lake of its own when nothing is set', () => {
    const env = readEnv({})
    expect(env.backend).toBe('own-lake')
    expect(env.apiHost).toBe('http://localhost:3900')
    expect(env.ports.streams).toEqual([3901, 3902, 3903, 3904, 3905, 3906, 3907, 3908])
  })

  it('turns to hosted Sanity when a project of one’s own is named, and then wants its secrets', () => {
    const settings = {
      SANITY_PROJECT_ID: 'abc123',
      SANITY_READ_TOKEN: 't',
      SANITY_WEBHOOK_SECRET: 's'.repeat(16),
    }
    expect(readEnv(settings)).toMatchObject({backend: 'hosted', apiHost: null, projectId: 'abc123'})
    expect(() => readEnv({SANITY_PROJECT_ID: 'abc123'})).toThrow(
      'SANITY_READ_TOKEN and SANITY_WEBHOOK_SECRET',
    )
  })

  it('takes a lake that runs elsewhere', () => {
    const settings = {
      SANITY_API_HOST: 'https://lake.example',
      SANITY_READ_TOKEN: 't',
      SANITY_WEBHOOK_SECRET: 's'.repeat(16),
    }
    expect(readEnv(settings)).toMatchObject({backend: 'other-lake', apiHost: 'https://lake.example'})
  })

  it('counts an empty variable as unset', () => {
    expect(readEnv({SANITY_API_HOST: '', LANTERN_SITE_PORT: ''}).ports.site).toBe(3000)
  })

  it.each([
    ['LANTERN_SITE_PORT', 'many'],
    ['LANTERN_LAKE_PORT', '70000'],
    ['SANITY_DATASET', 'Not A Name'],
    ['SANITY_API_HOST', 'lake.example'],
  ])('names %s when it is %j', (name, value) => {
    expect(() => readEnv({[name]: value})).toThrow(name)
  })
})
