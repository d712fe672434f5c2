/** Writes until it is killed and names each transaction once it was acknowledged. */
import {writeSync} from 'node:fs'
import {openStore} from '../store/store.ts'
import {createWriter} from './transact.ts'

const [, , directory = '', round = ''] = process.argv
const store = openStore({directory})
store.db.prepare('INSERT OR IGNORE INTO datasets (name, created_at) VALUES (?, ?)').run('test', '2026')
const writer = createWriter({
  store,
  clock: {now: () => Date.now()},
  rules: {permit: () => null},
  selectIds: () => [],
})
for (let count = 0; ; count++) {
  const transactionId = `${round}-${count}`
  const mutations = ['one', 'two'].map((half) => ({
    create: {_id: `${transactionId}-${half}`, _type: 'note', text: 'x'.repeat(2000)},
  }))
  writer.mutate({
    dataset: 'test',
    body: {transactionId, mutations},
    identity: {userId: 'writer', role: 'robot'},
    options: {},
  })
  writeSync(1, `${transactionId}\n`)
}
