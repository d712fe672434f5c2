import {z} from 'zod'
import {publishedId} from '../document.ts'

const reference = z.object({_ref: z.string().min(1).transform(publishedId)})

/** A reviewer's remark on a place of the document; `path` as a path of JSONMatch, for example `sections.next[2]`. */
const comment = z.object({path: z.string(), text: z.string().min(1)})

/** What an editor asks of a reviewer (type `reviewRequest`, private). The digest says which wording was asked about. */
export const reviewRequest = z.object({
  _id: z.string().regex(/^reviewRequest\.[A-Za-z0-9_-]+$/),
  _type: z.literal('reviewRequest'),
  subject: reference,
  digest: z.string(),
  askedBy: reference,
  askedAt: z.iso.datetime(),
  assignee: reference.optional(),
  comments: z.array(comment).default([]),
  state: z.enum(['open', 'changesAsked', 'signed', 'closed']),
})

export type ReviewRequest = z.infer<typeof reviewRequest>
