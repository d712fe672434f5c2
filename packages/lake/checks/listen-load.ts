/** L5 and L6: `npm run check:listen-load -w packages/lake -- [listeners] [stuck] [seconds] [bytes]`. */
import {runListenLoad} from '../src/listen/load.fixture.ts'

const [listeners = 500, stuck = 0, seconds = 300, documentBytes = 2000] = process.argv.slice(2).map(Number)
const options = {listeners, stuck, seconds, perSecond: 10, documentBytes}
console.log(JSON.stringify({...options, ...(await runListenLoad(options))}))
