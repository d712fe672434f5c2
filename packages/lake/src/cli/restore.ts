import {restoreBackup} from '../backup/restore.ts'
import {findAssetFaults} from '../store/verify-assets.ts'
import {findFaults} from '../store/verify.ts'
import {UsageError} from './arguments.ts'
import {dataOption, type Command} from './command.ts'
import {withSnapshot} from './open-data.ts'

export const restore: Command = {
  summary: 'Makes a data folder out of a backup and checks it.',
  options: {
    ...dataOption,
    from: {value: 'DIR', describe: 'backup folder'},
    until: {value: 'N', describe: 'the last transaction to have; all that there are when left out'},
  },
  more: 'The data folder must be empty or not there. People and tokens are those of the snapshot: revoke again what was revoked since.',
  run: (given, {print, progress}) => {
    const to = given.required('data')
    const from = given.required('from')
    const until = given.text('until') === undefined ? undefined : given.number('until')
    if (until === 0) throw new UsageError('--until: the first transaction has number 1')
    const meter = progress('transactions replayed')
    const {snapshot, replayed, sequence} = restoreBackup({
      from,
      to,
      onProgress: meter.at,
      ...(until ? {until} : {}),
    })
    meter.end()
    return withSnapshot(to, (db) => {
      const check = progress('transactions checked')
      const faults = [...findFaults(db, {pages: 'full', onProgress: check.at}), ...findAssetFaults(db, to)]
      check.end()
      for (const fault of faults.slice(0, 100)) print(fault)
      print(
        `${to} holds the lake up to transaction ${sequence}: the snapshot of ${snapshot.taken} and ${replayed} transactions after it; ${faults.length} faults`,
      )
      return faults.length === 0 ? 0 : 1
    })
  },
}
