import type {StarterDocument} from './document.ts'
import {library} from './library.ts'

export type {StarterDocument} from './document.ts'
export {importStarter, type ImportOptions, type Imported} from './import.ts'
export {starterPictures, type StarterPicture} from './pictures.ts'

/** The documents of the starter library by their published ids; pictures are referred to by their asset ids. */
export function starterDocuments(): StarterDocument[] {
  return structuredClone(library)
}
