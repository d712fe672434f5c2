/** Writes a number of transactions on a store whose disk may fail; says of each whether it was acknowledged. */
import {writeSync} from 'node:fs'
import {LakeError} from '../src/lake-error.ts'
import {dataset, identity, openSample} from './sample-store.ts'

const [, , directory = '', count = '0', prefix = 'note'] = process.argv
const {store, writer} = openSample(directory)
// So that the log is folded in often, and a fault meets that too.
store.db.exec('PRAGMA wal_autocheckpoint = 20')
writeSync(1, 'ready\n')
for (let number = 0; number < Number(count); number++) {
  const id = `${prefix}-${number}`
  try {
    const mutations = [{create: {_id: id, _type: 'note', text: 'x'.repeat(3000)}}]
    writer.mutate({dataset, body: {mutations}, identity, options: {}})
    writeSync(1, `stored ${id}\n`)
  } catch (error) {
    const code = error instanceof LakeError ? error.code : String(error)
    writeSync(1, `refused ${id} ${code}\n`)
  }
}
