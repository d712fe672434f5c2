/**
 * `documents` is the state now; `transactions` and `effects` are what happened, append-only (triggers refuse change).
 * One global sequence, `transactions.seq`, orders everything; time is only a label.
 */
export const documents = `
  CREATE TABLE datasets (
    name TEXT PRIMARY KEY,
    acl_mode TEXT NOT NULL DEFAULT 'private',
    profile TEXT,
    addon_for TEXT,
    created_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE documents (
    dataset TEXT NOT NULL REFERENCES datasets(name) ON DELETE CASCADE,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    rev TEXT NOT NULL,
    seq INTEGER NOT NULL,
    slug TEXT GENERATED ALWAYS AS (json_extract(json, '$.slug.current')) VIRTUAL,
    json TEXT NOT NULL,
    PRIMARY KEY (dataset, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX documents_by_type ON documents (dataset, type, id);
  CREATE INDEX documents_by_slug ON documents (dataset, slug) WHERE slug IS NOT NULL;
  CREATE INDEX documents_by_seq ON documents (dataset, seq);

  CREATE TABLE document_references (
    dataset TEXT NOT NULL,
    source_id TEXT NOT NULL,
    target_id TEXT NOT NULL,
    weak INTEGER NOT NULL,
    PRIMARY KEY (dataset, source_id, target_id, weak)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX references_to ON document_references (dataset, target_id, source_id);

  CREATE TABLE transactions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL,
    id TEXT NOT NULL,
    author TEXT NOT NULL,
    timestamp TEXT NOT NULL,
    document_ids TEXT NOT NULL,
    mutations TEXT NOT NULL,
    action TEXT,
    UNIQUE (dataset, id)
  ) STRICT;

  CREATE TABLE effects (
    seq INTEGER NOT NULL REFERENCES transactions(seq),
    dataset TEXT NOT NULL,
    document_id TEXT NOT NULL,
    previous_rev TEXT,
    result_rev TEXT,
    before_json TEXT,
    after_json TEXT,
    PRIMARY KEY (seq, document_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX effects_by_document ON effects (dataset, document_id, seq);

  CREATE TRIGGER transactions_are_final BEFORE UPDATE ON transactions BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
  CREATE TRIGGER transactions_stay BEFORE DELETE ON transactions BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
  CREATE TRIGGER effects_are_final BEFORE UPDATE ON effects BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
  CREATE TRIGGER effects_stay BEFORE DELETE ON effects BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    webhook TEXT NOT NULL,
    seq INTEGER NOT NULL,
    document_id TEXT NOT NULL,
    operation TEXT NOT NULL,
    body TEXT NOT NULL,
    idempotency_key TEXT NOT NULL UNIQUE,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    last_error TEXT
  ) STRICT;
  CREATE INDEX outbox_due ON outbox (next_attempt_at);

  CREATE TABLE users (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    image_url TEXT,
    created_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE tokens (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    user_id TEXT REFERENCES users(id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    last_used_at INTEGER,
    detail TEXT
  ) STRICT;

  CREATE TABLE key_values (
    user_id TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (user_id, key)
  ) STRICT, WITHOUT ROWID;
`
