import {z} from 'zod'
import {figure, obeying, reference, some, text} from '../values/parse.ts'
import {linksSayWhereTheyLead, saysSomething} from '../values/rules.ts'

const span = z.object({
  _type: z.literal('span'),
  _key: z.string(),
  text: z.string(),
  marks: z.array(z.string()).optional(),
})

const annotation = z.discriminatedUnion('_type', [
  z.object({_type: z.literal('sourceOf'), _key: text, source: reference}),
  z.object({_type: z.literal('internalLink'), _key: text, target: reference}),
  z.object({
    _type: z.literal('outsideLink'),
    _key: text,
    href: z.url({protocol: /^(https?|mailto|tel)$/}),
  }),
])

const block = {
  _type: z.literal('block'),
  _key: text,
  listItem: z.enum(['bullet', 'number']).optional(),
  level: z.number().optional(),
  children: z.array(span),
  markDefs: z.array(annotation).optional(),
}

const plainBlock = z
  .object({...block, style: z.enum(['normal']).optional()})
  .superRefine(obeying(linksSayWhereTheyLead))
const richBlock = z
  .object({...block, style: z.enum(['normal', 'h2', 'h3']).optional()})
  .superRefine(obeying(linksSayWhereTheyLead))

export const plainText = z.array(plainBlock).superRefine(obeying(saysSomething))

/** The blocks of an article that are not paragraphs, by the name of their object type. */
export const customBlocks = {
  callout: z.object({
    _type: z.literal('callout'),
    _key: text,
    tone: z.enum(['note', 'important']),
    title: z.string().optional(),
    text: plainText,
  }),
  biomarkerMeaning: z.object({
    _type: z.literal('biomarkerMeaning'),
    _key: text,
    biomarker: reference,
    result: z.string().optional(),
    heading: z.string().optional(),
  }),
  treatmentOptionList: z.object({
    _type: z.literal('treatmentOptionList'),
    _key: text,
    condition: reference,
    title: z.string().optional(),
  }),
  questionList: z.object({
    _type: z.literal('questionList'),
    _key: text,
    title: z.string().optional(),
    questions: some(reference),
  }),
  supportResourceList: z.object({
    _type: z.literal('supportResourceList'),
    _key: text,
    title: z.string().optional(),
    resources: some(reference),
  }),
}

export const richText = z
  .array(
    z.discriminatedUnion('_type', [
      richBlock,
      customBlocks.callout,
      customBlocks.biomarkerMeaning,
      customBlocks.treatmentOptionList,
      customBlocks.questionList,
      customBlocks.supportResourceList,
      figure,
    ]),
  )
  .superRefine(obeying(saysSomething))

export type PlainText = z.infer<typeof plainText>
export type RichText = z.infer<typeof richText>
