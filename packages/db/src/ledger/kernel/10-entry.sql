-- Writing the journal. Only the verbs call what is here, and they hold the wallet's lock.
-- In this folder a name that begins with an underscore is an argument; `w` is the locked wallet, passed on from function
-- to function and written back once, and `e` the entry being made.
SET ROLE ledger_owner;

-- The only clock of the ledger: the time of the question and not of the transaction, which may have waited for a lock.
CREATE OR REPLACE FUNCTION ledger.clock() RETURNS timestamptz LANGUAGE sql VOLATILE
RETURN clock_timestamp();

CREATE OR REPLACE FUNCTION ledger.microseconds(_instant timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE
RETURN (extract(epoch FROM _instant) * 1000000)::bigint;

-- What an entry adds to a bucket; negative when it takes.
CREATE OR REPLACE FUNCTION ledger.change(_bucket text, e ledger.entry) RETURNS bigint LANGUAGE sql IMMUTABLE
RETURN CASE _bucket WHEN (e).to_bucket THEN (e).credits WHEN (e).from_bucket THEN -(e).credits ELSE 0 END;

-- The hash of an entry: of the hash before it and of all that the entry says, as one JSON array so that no two entries
-- read alike. The audit computes the same outside the database.
CREATE OR REPLACE FUNCTION ledger.digest(_head bytea, e ledger.entry) RETURNS bytea LANGUAGE sql STABLE
RETURN sha256(_head || convert_to(json_build_array(
  (e).wallet_id, (e).version, (e).key, (e).kind, (e).lot_id, (e).hold_id, (e).from_bucket, (e).to_bucket, (e).credits,
  (e).available_after, (e).held_after, (e).frozen_after, (e).cause, (e).reason, (e).terms,
  ledger.microseconds((e).grace_until), ledger.microseconds((e).at))::text, 'UTF8'));

-- Adds an entry to the journal and carries it into the wallet's balance.
CREATE OR REPLACE FUNCTION ledger.record(INOUT w ledger.wallet, e ledger.entry) LANGUAGE plpgsql AS $$
BEGIN
  w.version := w.version + 1;
  w.available := w.available + ledger.change('available', e);
  w.held := w.held + ledger.change('held', e);
  w.frozen := w.frozen + ledger.change('frozen', e);

  e.wallet_id := w.id;
  e.version := w.version;
  e.available_after := w.available;
  e.held_after := w.held;
  e.frozen_after := w.frozen;
  w.head := ledger.digest(w.head, e);

  INSERT INTO ledger.entry (wallet_id, version, key, kind, lot_id, hold_id, from_bucket, to_bucket, credits,
    available_after, held_after, frozen_after, cause, reason, terms, grace_until, at, hash)
  VALUES (e.wallet_id, e.version, e.key, e.kind, e.lot_id, e.hold_id, e.from_bucket, e.to_bucket, e.credits,
    e.available_after, e.held_after, e.frozen_after, e.cause, e.reason, e.terms, e.grace_until, e.at, w.head);
END $$;

-- Moves credits of a lot that exists, and records it.
CREATE OR REPLACE FUNCTION ledger.move(INOUT w ledger.wallet, e ledger.entry) LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ledger.lot SET
    available = available + ledger.change('available', e),
    held = held + ledger.change('held', e),
    frozen = frozen + ledger.change('frozen', e),
    spent = spent + ledger.change('spent', e),
    expired = expired + ledger.change('expired', e),
    reclaimed = reclaimed + ledger.change('reclaimed', e),
    forfeited = forfeited + ledger.change('forfeited', e),
    charged_back = charged_back + ledger.change('charged-back', e),
    grace_until = greatest(grace_until, e.grace_until)
  WHERE id = e.lot_id AND wallet_id = w.id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'lot % is not in wallet %', e.lot_id, w.id USING ERRCODE = 'LG002';
  END IF;
  w := ledger.record(w, e);
END $$;

RESET ROLE;
