import {describe, expect, it} from 'vitest'
import {readEnv} from './env.ts'

const whole = {SANITY_PROJECT_ID: 'lantern1', SANITY_DATASET: 'production', SANITY_AUTH_TOKEN: 'secret-token'}

describe('where to import to', () => {
  it('is hosted Sanity when no host is given', () => {
    expect(readEnv(whole).apiHost).toBeUndefined()
  })

  it('is the given host otherwise', () => {
    expect(readEnv({...whole, SANITY_API_HOST: 'http://localhost:4180'}).apiHost).toBe(
      'http://localhost:4180',
    )
  })

  it.each(['SANITY_PROJECT_ID', 'SANITY_DATASET', 'SANITY_AUTH_TOKEN'])(
    'is refused without %s, by name',
    (name) => {
      expect(() => readEnv({...whole, [name]: undefined})).toThrow(name)
    },
  )

  it('never tells the token in a refusal', () => {
    expect(() => readEnv({...whole, SANITY_API_HOST: 'nowhere'})).toThrow(
      expect.objectContaining({message: expect.not.stringContaining('secret-token')}),
    )
  })
})
