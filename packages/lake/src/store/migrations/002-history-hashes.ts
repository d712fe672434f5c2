import type {DatabaseSync} from 'node:sqlite'
import {hashOfEffect, hashOfTransaction} from '../hashes.ts'
import {effectOf, transactionOf} from '../history-rows.ts'

const columns = `
  ALTER TABLE effects ADD COLUMN hash TEXT;
  ALTER TABLE transactions ADD COLUMN hash TEXT;
  ALTER TABLE datasets ADD COLUMN guarded INTEGER NOT NULL DEFAULT 0;
  DROP TRIGGER transactions_are_final;
  DROP TRIGGER effects_are_final;
`

/** INSERT OR REPLACE deletes without firing delete triggers unless a connection asks for it; so the insert refuses. */
const guards = `
  CREATE TRIGGER transactions_are_final BEFORE UPDATE ON transactions BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
  CREATE TRIGGER effects_are_final BEFORE UPDATE ON effects BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
  CREATE TRIGGER transactions_once BEFORE INSERT ON transactions
    WHEN EXISTS (SELECT 1 FROM transactions WHERE seq = NEW.seq)
      OR EXISTS (SELECT 1 FROM transactions WHERE dataset = NEW.dataset AND id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
  CREATE TRIGGER effects_once BEFORE INSERT ON effects
    WHEN NEW.seq < (SELECT max(seq) FROM transactions)
      OR EXISTS (SELECT 1 FROM effects WHERE seq = NEW.seq AND document_id = NEW.document_id)
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
`

/** Gives each revision and each transaction its hash, also those that were written before there were hashes. */
export function historyHashes(db: DatabaseSync): void {
  db.exec(columns)
  const effects = db.prepare('SELECT * FROM effects WHERE seq = ? ORDER BY document_id')
  const sealEffect = db.prepare('UPDATE effects SET hash = ? WHERE seq = ? AND document_id = ?')
  const seal = db.prepare('UPDATE transactions SET hash = ? WHERE seq = ?')
  // Numbers first: a statement that walks a table must not meet its own updates.
  const numbers = db
    .prepare('SELECT seq FROM transactions ORDER BY seq')
    .all()
    .map(({seq}) => Number(seq))
  const one = db.prepare('SELECT * FROM transactions WHERE seq = ?')
  let previous: string | null = null
  for (const seq of numbers) {
    const hashes = effects.all(seq).map((row) => {
      const effect = effectOf(row)
      const made = hashOfEffect(effect)
      sealEffect.run(made, seq, effect.documentId)
      return made
    })
    previous = hashOfTransaction(previous, transactionOf(one.get(seq) ?? {}), hashes)
    seal.run(previous, seq)
  }
  db.exec(guards)
}
