/** Accounts of this lake's own beside those of the configuration, and passwords for both. */
export const accounts = `
  ALTER TABLE users ADD COLUMN kept_by TEXT NOT NULL DEFAULT 'configuration';
  CREATE TABLE passwords (
    user_id TEXT PRIMARY KEY REFERENCES users(id) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    set_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`
