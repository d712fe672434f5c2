import {z} from 'zod'
import {system, text} from '../field/field.ts'

export const appProfileFields = z.object({
  ...system,
  _type: z.literal('appProfile'),
  name: text,
  appStoreId: z.string().regex(/^\d+$/, 'expected digits'),
  playPackage: z
    .string()
    .regex(/^[a-zA-Z][\w]*(\.[a-zA-Z][\w]*)+$/, 'expected a package name such as org.example.app'),
})

export const appProfile = appProfileFields

export type AppProfile = z.infer<typeof appProfile>
