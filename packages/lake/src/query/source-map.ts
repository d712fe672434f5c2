import type {Evaluation} from './evaluate.ts'

export type SourceMap = {
  documents: {_id: string; _type: string}[]
  paths: string[]
  mappings: Record<string, {type: 'value'; source: {type: 'documentValue'; document: number; path: number}}>
}

export function sourceMapOf(_input: {query: string; value: unknown; evaluation: Evaluation}): SourceMap {
  return {documents: [], paths: [], mappings: {}}
}
