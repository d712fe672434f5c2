import {randomBytes, scrypt, timingSafeEqual} from 'node:crypto'
import {z} from 'zod'
import type {Clock} from '../clock.ts'
import type {Store} from '../store/store.ts'

/** OWASP's password storage cheat sheet names N = 2^15, r = 8, p = 3 among the equals for scrypt. */
const cost = {N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024}
const bytes = 32
export const minPasswordLength = 12
const maxPasswordLength = 1000

export type Passwords = {
  /** Sets or changes a password and ends the sessions of before. Throws for an unknown user or a short password. */
  setPassword(userId: string, password: string): Promise<void>
  /** Takes the same time whether there is such a user, with a password or without, or not. */
  isPassword(userId: string, password: string): Promise<boolean>
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // NFC, so that one password typed on two keyboards is one password.
    scrypt(password.normalize('NFC'), salt, bytes, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

const stored = z.object({hash: z.string().regex(/^scrypt\$[\w-]+\$[\w-]+$/)}).optional()

/** Passwords of the accounts: scrypt with a salt of its own for each; the text itself is nowhere. */
export function createPasswords({store, clock}: {store: Store; clock: Clock}): Passwords {
  const {db} = store
  const select = db.prepare('SELECT hash FROM passwords WHERE user_id = ?')
  const upsert = db.prepare(
    `INSERT INTO passwords (user_id, hash, set_at) VALUES (?, ?, ?)
     ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at`,
  )
  // What is compared with when there is nothing to compare with: nobody's password, at the same price.
  const nobody = `scrypt$${randomBytes(16).toString('base64url')}$${randomBytes(bytes).toString('base64url')}`
  return {
    setPassword: async (userId, password) => {
      if (password.length < minPasswordLength || password.length > maxPasswordLength)
        throw new Error(`A password has ${minPasswordLength} to ${maxPasswordLength} characters`)
      if (!db.prepare(`SELECT 1 FROM users WHERE id = ? AND role != ''`).get(userId))
        throw new Error(`No password for the unknown user "${userId}"`)
      const salt = randomBytes(16)
      const key = await derive(password, salt)
      upsert.run(userId, `scrypt$${salt.toString('base64url')}$${key.toString('base64url')}`, clock.now())
      db.prepare(`DELETE FROM tokens WHERE user_id = ? AND kind = 'session'`).run(userId)
    },
    isPassword: async (userId, password) => {
      const row = stored.parse(select.get(userId))
      const [, salt = '', hash = ''] = (row?.hash ?? nobody).split('$')
      const key = await derive(password.slice(0, maxPasswordLength), Buffer.from(salt, 'base64url'))
      return timingSafeEqual(key, Buffer.from(hash, 'base64url')) && row !== undefined
    },
  }
}
