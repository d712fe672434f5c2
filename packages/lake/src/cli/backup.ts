import {resolve} from 'node:path'
import {takeSnapshot} from '../backup/snapshot.ts'
import {dataOption, type Command} from './command.ts'
import {requireLakeFile} from './open-data.ts'

export const backup: Command = {
  summary: 'Copies the lake as it is at this moment, with its history and assets; the lake may run.',
  options: {...dataOption, to: {value: 'DIR', describe: 'backup folder, on another disk if there is one'}},
  more: 'A running lake started with --backup DIR does this by itself, hourly, and copies its log each minute.',
  run: async (given, {print, progress}) => {
    const data = given.required('data')
    const to = given.required('to')
    requireLakeFile(data)
    const meter = progress('pages copied')
    const {sequence, taken} = await takeSnapshot({data, to, now: Date.now(), onProgress: meter.at})
    meter.end()
    print(`${resolve(to)} holds the lake up to transaction ${sequence}, taken ${taken}`)
    return 0
  },
}
