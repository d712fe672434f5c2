import {z} from 'zod'

const state = z.looseObject({
  locations: z.array(z.looseObject({documentId: z.string().optional()})).optional(),
})

/** Where somebody is, without the places that the other may not know of; null for what is no such message. */
export function openLocations(data: unknown, mayKnow: (documentId: string) => boolean): unknown {
  const parsed = state.safeParse(data)
  if (!parsed.success) return null
  const {locations, ...rest} = parsed.data
  if (!locations) return rest
  return {...rest, locations: locations.filter(({documentId}) => !documentId || mayKnow(documentId))}
}
