/** Opens a store, which brings it up to date, and says when it begins and when it is done. */
import {writeSync} from 'node:fs'
import {openStore} from '../src/store/store.ts'

writeSync(1, 'opening\n')
openStore({directory: process.argv[2] ?? ''}).close()
writeSync(1, 'opened\n')
