import {findAssetFaults} from '../store/verify-assets.ts'
import {findFaults} from '../store/verify.ts'
import {dataOption, type Command} from './command.ts'
import {withSnapshot} from './open-data.ts'

const mostShown = 100

export const verify: Command = {
  summary: 'Checks pages, history, documents, references and assets; the lake may run meanwhile.',
  options: {...dataOption, quick: {describe: 'leave out the comparison of indexes with their tables'}},
  more: 'Exit code 0: everything is as it was written. 1: it is not, and each fault is a line.',
  run: (given, {print, progress}) => {
    const directory = given.required('data')
    return withSnapshot(directory, (db) => {
      const meter = progress('transactions checked')
      const pages = given.isSet('quick') ? 'quick' : 'full'
      let count = 0
      const found = [findFaults(db, {pages, onProgress: meter.at}), findAssetFaults(db, directory)]
      for (const faults of found) {
        for (const fault of faults) {
          count += 1
          if (count <= mostShown) print(fault)
        }
      }
      meter.end()
      const {seq} = db.prepare('SELECT coalesce(max(seq), 0) AS seq FROM transactions').get() ?? {}
      const {n} = db.prepare('SELECT count(*) AS n FROM documents').get() ?? {}
      print(`${String(n)} documents, ${String(seq)} transactions, ${count} faults`)
      return count === 0 ? 0 : 1
    })
  },
}
