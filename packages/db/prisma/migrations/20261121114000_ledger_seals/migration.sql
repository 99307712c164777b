-- The functions that move credits chain their entries themselves, in the statement that writes them: nobody else may write
-- one, and the audit names a link that is wrong. What made the links before is in src/ledger/kernel now, with the same text.
SET ROLE ledger_owner;

DROP TRIGGER entry_is_chained ON ledger.entry;
DROP FUNCTION ledger.chain_entry();
DROP FUNCTION ledger.is_legal(ledger.entry);
DROP FUNCTION ledger.microseconds(timestamptz);

-- Entries that no transaction can join any more, hashed together and chained to the seal before. Whoever can rewrite a
-- wallet's whole chain cannot hide it from them, nor them from whoever has written down the hash of the last.
CREATE TABLE ledger.seal (
  number           bigint      PRIMARY KEY,
  -- Of the entries' transactions: the first that is in, and the first that is not.
  from_transaction bigint      NOT NULL,
  to_transaction   bigint      NOT NULL,
  entries          bigint      NOT NULL,
  -- Of the Merkle tree over its leaves, in the order of wallets' ids and versions.
  root             bytea       NOT NULL,
  -- Hash of the seal before; empty for the first.
  previous         bytea       NOT NULL,
  hash             bytea       NOT NULL,
  sealed_at        timestamptz NOT NULL
);

-- What a seal has of a wallet: the hashes of entries that follow each other, 32 bytes each.
CREATE TABLE ledger.seal_leaf (
  wallet_id     text   NOT NULL,
  first_version bigint NOT NULL,
  seal_number   bigint NOT NULL,
  hashes        bytea  NOT NULL,

  PRIMARY KEY (wallet_id, first_version)
);
CREATE INDEX seal_leaf_order ON ledger.seal_leaf (seal_number, wallet_id COLLATE "C", first_version);

-- Added to every transaction id. A database restored from a dump counts its transactions anew, and must go on where the
-- entries it brought along have stopped: see `ledger.resume_after_restore`.
CREATE FUNCTION ledger.transaction_base() RETURNS bigint LANGUAGE sql IMMUTABLE RETURN 0;

CREATE TRIGGER added_to_only BEFORE UPDATE OR DELETE ON ledger.seal
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER added_to_only BEFORE UPDATE OR DELETE ON ledger.seal_leaf
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON ledger.seal
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON ledger.seal_leaf
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER terms_stand BEFORE UPDATE OF id, opened_at ON ledger.wallet
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER terms_stand BEFORE UPDATE OF id, wallet_id, lot_id, cause, credits, first_version, last_version, opened_at
  ON ledger.hold FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();

RESET ROLE;
