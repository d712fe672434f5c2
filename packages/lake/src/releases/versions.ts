import {releaseOf} from '../document-id.ts'
import type {LakeDocument} from '../document.ts'
import type {Store} from '../store/store.ts'
import type {WorkingSet} from '../transact/working-set.ts'

/** Finds the versions that a release holds, in the order of their ids, as a transaction sees them by now. */
export function openReleaseVersions({
  db,
}: Store): (dataset: string, releaseId: string, documents: WorkingSet) => LakeDocument[] {
  // “/” follows “.”, so the two ends hold exactly the ids that begin with `versions.<release>.`.
  const stored = db.prepare('SELECT id FROM documents WHERE dataset = ? AND id >= ? AND id < ?')
  return (dataset, releaseId, documents) => {
    const start = `versions.${releaseId}`
    const before = stored.all(dataset, `${start}.`, `${start}/`).map((row) => String(row['id']))
    const touched = documents.touched().map(({id}) => id)
    const ids = new Set([...before, ...touched.filter((id) => releaseOf(id) === releaseId)])
    return [...ids]
      .toSorted()
      .map(documents.get)
      .filter((document) => document !== null)
  }
}
