-- Seals: entries hashed together in batches, afterwards and apart from the verbs, so that no member waits for it.
SET ROLE ledger_owner;

-- The hash of a leaf. Leaves and inner nodes of the tree begin with different bytes, so that
-- neither can be passed off as the other.
CREATE OR REPLACE FUNCTION ledger.leaf_hash(_wallet_id text, _first_version bigint, _hashes bytea) RETURNS bytea
LANGUAGE sql STABLE
RETURN sha256('\x00'::bytea || convert_to(ROW(_wallet_id, _first_version)::text, 'UTF8') || _hashes);

-- The root of a Merkle tree: pairs of hashes are hashed until one is left, and one without a neighbour goes up as it is.
CREATE OR REPLACE FUNCTION ledger.merkle_root(_level bytea[]) RETURNS bytea LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  WHILE cardinality(_level) > 1 LOOP
    _level := ARRAY(
      SELECT CASE WHEN at < cardinality(_level) THEN sha256('\x01'::bytea || _level[at] || _level[at + 1])
        ELSE _level[at] END
      FROM generate_series(1, cardinality(_level), 2) AS at ORDER BY at);
  END LOOP;
  RETURN _level[1];
END $$;

-- The first transaction that may still be running. All before it have ended, and what they wrote can be seen.
CREATE OR REPLACE FUNCTION ledger.first_unfinished() RETURNS bigint LANGUAGE sql VOLATILE
RETURN ledger.transaction_base() + pg_snapshot_xmin(pg_current_snapshot())::text::bigint;

-- Seals all entries of finished transactions that are not sealed yet; null when there are none, or when somebody else is
-- sealing. Never by the order of the entries: of two transactions the one that began later may end first, and whoever
-- sealed up to its entries would leave the other's out for ever.
CREATE OR REPLACE FUNCTION ledger.seal() RETURNS ledger.seal
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  last ledger.seal;
  s ledger.seal;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('ledger.seal', 0)) THEN
    RETURN NULL;
  END IF;
  SELECT * INTO last FROM ledger.seal ORDER BY number DESC LIMIT 1;
  s.number := coalesce(last.number, 0) + 1;
  s.from_transaction := coalesce(last.to_transaction, 0);
  s.to_transaction := ledger.first_unfinished();
  s.previous := coalesce(last.hash, '');
  s.sealed_at := ledger.clock();
  IF s.to_transaction < s.from_transaction THEN
    RAISE EXCEPTION 'transactions are counted from % though % are sealed; call ledger.resume_after_restore()',
      s.to_transaction, s.from_transaction USING ERRCODE = 'LG008';
  END IF;

  -- Entries that follow each other are one leaf. A wallet has several where a transaction that began before the others,
  -- and came to it after them, is sealed before them.
  INSERT INTO ledger.seal_leaf (wallet_id, first_version, seal_number, hashes)
  SELECT wallet_id, min(version), s.number, string_agg(hash, '' ORDER BY version)
  FROM (SELECT wallet_id, version, hash, version - row_number() OVER (PARTITION BY wallet_id ORDER BY version) AS run
    FROM ledger.entry WHERE transaction_id >= s.from_transaction AND transaction_id < s.to_transaction) AS e
  GROUP BY wallet_id, run;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;

  SELECT sum(length(hashes)) / 32,
    ledger.merkle_root(array_agg(ledger.leaf_hash(wallet_id, first_version, hashes)
      ORDER BY wallet_id COLLATE "C", first_version))
  INTO s.entries, s.root FROM ledger.seal_leaf WHERE seal_number = s.number;
  s.hash := sha256(s.previous || convert_to(ROW(s.number, s.from_transaction, s.to_transaction, s.entries,
    encode(s.root, 'hex'), ledger.microseconds(s.sealed_at))::text, 'UTF8'));
  INSERT INTO ledger.seal VALUES (s.*);
  RETURN s;
END $$;

-- For the owner alone, after a restore from a dump and before anybody calls a verb: lets transactions count on from where
-- the entries have stopped. Answers what is added to each from now on.
CREATE OR REPLACE FUNCTION ledger.resume_after_restore() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  reached bigint := greatest((SELECT max(transaction_id) FROM ledger.entry), (SELECT max(to_transaction) FROM ledger.seal));
  base bigint := greatest(ledger.transaction_base(),
    ledger.transaction_base() + reached + 1 - ledger.transaction_id());
BEGIN
  EXECUTE format('CREATE OR REPLACE FUNCTION ledger.transaction_base() RETURNS bigint LANGUAGE sql IMMUTABLE RETURN %s',
    base);
  RETURN base;
END $$;

RESET ROLE;
