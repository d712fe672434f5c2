import {z} from 'zod'
import {system, text} from '../values/parse.ts'

export const appProfile = z.object({
  ...system,
  _type: z.literal('appProfile'),
  name: text,
  appStoreId: z.string().regex(/^\d+$/, 'Expected the digits of the App Store id'),
  playPackage: text,
})

export type AppProfile = z.infer<typeof appProfile>
