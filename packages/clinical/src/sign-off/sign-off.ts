import {z} from 'zod'
import {publishedId} from '../document.ts'

/** What kind of judgement a sign-off is: of the clinical text, of a translation, or of a change that cannot wait. */
const signOffKind = z.enum(['clinical', 'translation', 'emergency'])

/** What the reviewer found. Only `approved` lets a text be shown; `rejected` is kept as evidence. */
const signOffOutcome = z.enum(['approved', 'rejected'])

const instant = z.iso.datetime()
const weakReference = z.object({_ref: z.string().min(1).transform(publishedId)})

const reviewer = z.object({
  person: weakReference,
  name: z.string().min(1),
  credentials: z.string().optional(),
})

/** How long a text may be shown that two people approved in an emergency, in days. */
export const emergencyDays = 7
const dayMs = 86_400_000

/**
 * A sign-off as the review service stores it (type `signOff`, private: its id holds a dot). It is never edited, and
 * whatever is not named here is not signed and not read. Name and credentials are those on the day of signing.
 */
export const signOff = z
  .object({
    _id: z.string().regex(/^signOff\.[A-Za-z0-9_-]+$/),
    _type: z.literal('signOff'),
    format: z.literal('lantern-sign-off/1'),
    subject: weakReference,
    subjectType: z.string().min(1),
    language: z.string().min(2),
    kind: signOffKind,
    outcome: signOffOutcome,
    reviewers: z.array(reviewer).min(1),
    signedAt: instant,
    validUntil: instant,
    digest: z.string().regex(/^lantern-digest\/1:[0-9a-f]{64}$/),
    snapshot: z.string().min(2),
    keyId: z.string().min(1),
    signature: z.string().regex(/^[0-9a-f]{128}$/),
  })
  .superRefine(({kind, reviewers, signedAt, validUntil}, context) => {
    const refuse = (message: string) => context.addIssue({code: 'custom', message})
    const people = new Set(reviewers.map(({person}) => person._ref)).size
    const days = (Date.parse(validUntil) - Date.parse(signedAt)) / dayMs
    if (people !== reviewers.length) refuse('A reviewer signs once.')
    if (people !== (kind === 'emergency' ? 2 : 1)) refuse('One person signs, in an emergency two.')
    if (days <= 0) refuse('A sign-off is valid until a moment after its signing.')
    if (kind === 'emergency' && days > emergencyDays)
      refuse(`An emergency lasts ${emergencyDays} days at most.`)
  })

/** A sign-off of the right shape; whether it is genuine, `verifySignOff` says. */
export type SignOff = z.infer<typeof signOff>
export type SignOffKind = SignOff['kind']
