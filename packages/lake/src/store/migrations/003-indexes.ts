/**
 * Documents get a number of their own, so that scans of ids do not walk their texts and the search index can name them.
 * `field_values` holds the plain values of documents for equality and order, `search_words` their words. Both are derived:
 * `derived_indexes` says which form of them the store holds, and another form is built again at start.
 */
export const indexes = `
  ALTER TABLE documents RENAME TO documents_before;
  CREATE TABLE documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL REFERENCES datasets(name) ON DELETE CASCADE,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    rev TEXT NOT NULL,
    seq INTEGER NOT NULL,
    json TEXT NOT NULL,
    UNIQUE (dataset, id)
  ) STRICT;
  INSERT INTO documents (dataset, id, type, rev, seq, json)
    SELECT dataset, id, type, rev, seq, json FROM documents_before ORDER BY dataset, id;
  DROP TABLE documents_before;
  CREATE INDEX documents_by_type ON documents (dataset, type, id);
  CREATE INDEX documents_by_seq ON documents (seq, dataset, id);

  CREATE TABLE field_paths (
    path_id INTEGER PRIMARY KEY,
    dataset TEXT NOT NULL,
    path TEXT NOT NULL,
    type TEXT NOT NULL,
    variant INTEGER NOT NULL,
    documents INTEGER NOT NULL DEFAULT 0,
    UNIQUE (dataset, path, type, variant)
  ) STRICT;
  CREATE TABLE field_values (
    path_id INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    value ANY NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (path_id, rank, value, id)
  ) STRICT, WITHOUT ROWID;

  CREATE VIRTUAL TABLE search_words USING fts5 (
    words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '._'"
  );
  CREATE TABLE derived_indexes (name TEXT PRIMARY KEY, form INTEGER NOT NULL, seq INTEGER NOT NULL) STRICT;
`
