import type {LakeDocument} from '../document.ts'

/** A webhook as configured: which changes it hears of, what it sends, and where to. */
export type Webhook = {
  name: string
  dataset: string
  url: string
  filter: string
  projection?: string
  secret: string
  includeDrafts?: boolean
}

/** Evaluates GROQ in delta mode, where `before()`, `after()` and `delta::…` speak of this change. */
export type EvaluateChange = (
  query: string,
  params: Record<string, unknown>,
  options: {dataset: LakeDocument[]; before: LakeDocument | null; after: LakeDocument | null},
) => unknown
