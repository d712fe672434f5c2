import {z} from 'zod'
import {figure} from '../figure/parse.ts'
import {optional, reference, references, text, webAddress} from '../field/field.ts'

const span = z.object({
  _type: z.literal('span'),
  _key: z.string(),
  text: z.string(),
  marks: optional(z.array(z.string())),
})

const annotation = z.discriminatedUnion('_type', [
  z.object({_type: z.literal('sourceOf'), _key: z.string(), source: reference}),
  z.object({_type: z.literal('internalLink'), _key: z.string(), target: reference}),
  z.object({_type: z.literal('outsideLink'), _key: z.string(), href: webAddress}),
])

const blockOf = <Style extends string>(styles: readonly [Style, ...Style[]]) =>
  z.object({
    _type: z.literal('block'),
    _key: z.string(),
    style: optional(z.enum(styles)),
    listItem: optional(z.enum(['bullet', 'number'])),
    level: optional(z.number().int().positive()),
    children: z.array(span),
    markDefs: optional(z.array(annotation)),
  })

const plainBlock = blockOf(['normal'])
/** Paragraphs and lists. */
export const plainText = z.array(plainBlock)

const keyed = {_key: z.string()}
const callout = z.object({
  ...keyed,
  _type: z.literal('callout'),
  tone: z.enum(['note', 'important']),
  title: optional(text),
  text: plainText,
})
const biomarkerMeaning = z.object({
  ...keyed,
  _type: z.literal('biomarkerMeaning'),
  biomarker: reference,
  result: optional(text),
  heading: optional(text),
})
const treatmentOptionList = z.object({
  ...keyed,
  _type: z.literal('treatmentOptionList'),
  condition: reference,
  title: optional(text),
})
const questionList = z.object({
  ...keyed,
  _type: z.literal('questionList'),
  title: optional(text),
  questions: references,
})
const supportResourceList = z.object({
  ...keyed,
  _type: z.literal('supportResourceList'),
  title: optional(text),
  resources: references,
})

/** The body of an article: text with headings, and the blocks that show other documents. */
export const richText = z.array(
  z.discriminatedUnion('_type', [
    blockOf(['normal', 'h2', 'h3']),
    callout,
    biomarkerMeaning,
    treatmentOptionList,
    questionList,
    supportResourceList,
    figure,
  ]),
)

export type PlainText = z.infer<typeof plainText>
export type RichText = z.infer<typeof richText>
