import type {LakeDocument} from '../document.ts'

/** One transaction of the log, with what it did to the documents that were asked about. */
export type LoggedTransaction = {
  seq: number
  id: string
  author: string
  timestamp: string
  /** The actions it was made of, or the road by which it came. */
  action: string
  mutations: unknown[]
  /** All that it touched, whoever asks. */
  documentIds: string[]
  changes: {id: string; before: LakeDocument | null; after: LakeDocument | null}[]
}
