-- Writing the journal. Only the verbs call what is here, and they hold the wallet's lock.
-- In this folder a name that begins with an underscore is an argument; `w` is the locked wallet, passed on from function
-- to function and written back once, and `e` the entry being made.
SET ROLE ledger_owner;

-- The only clock of the ledger: the time of the question and not of the transaction, which may have waited for a lock.
CREATE OR REPLACE FUNCTION ledger.clock() RETURNS timestamptz LANGUAGE sql VOLATILE
RETURN clock_timestamp();

-- An entry of a kind, to be filled in.
CREATE OR REPLACE FUNCTION ledger.draft(_kind text, _from text, _to text, _reason text, _grace_until timestamptz,
  _key text) RETURNS ledger.entry LANGUAGE plpgsql AS $$
DECLARE
  e ledger.entry;
BEGIN
  e.kind := _kind;
  e.from_bucket := _from;
  e.to_bucket := _to;
  e.reason := _reason;
  e.grace_until := _grace_until;
  e.key := _key;
  RETURN e;
END $$;

-- What a movement adds to a bucket; negative when it takes.
CREATE OR REPLACE FUNCTION ledger.change(_bucket text, e ledger.entry) RETURNS bigint LANGUAGE sql IMMUTABLE
RETURN CASE _bucket WHEN (e).to_bucket THEN (e).credits ELSE 0 END
  - CASE _bucket WHEN (e).from_bucket THEN (e).credits ELSE 0 END;

-- Adds an entry to the journal and carries it into the wallet's balance. The journal itself chains and checks it.
CREATE OR REPLACE FUNCTION ledger.record(INOUT w ledger.wallet, e ledger.entry) LANGUAGE plpgsql AS $$
BEGIN
  w.version := w.version + 1;
  w.available := w.available + ledger.change('available', e);
  w.held := w.held + ledger.change('held', e);
  w.frozen := w.frozen + ledger.change('frozen', e);
  INSERT INTO ledger.entry (wallet_id, version, key, fingerprint, kind, lot_id, hold_id, from_bucket, to_bucket, credits,
    available_after, held_after, frozen_after, cause, reason, terms, grace_until, at)
  VALUES (w.id, w.version, e.key, e.fingerprint, e.kind, e.lot_id, e.hold_id, e.from_bucket, e.to_bucket, e.credits,
    w.available, w.held, w.frozen, e.cause, e.reason, e.terms, e.grace_until, e.at);
END $$;

-- What a lot says of a dispute after an entry of a kind.
CREATE OR REPLACE FUNCTION ledger.dispute_after(_kind text, _dispute text) RETURNS text LANGUAGE sql IMMUTABLE
RETURN CASE WHEN _kind = 'freeze' THEN 'open' WHEN _kind = 'chargeback' THEN 'lost'
  WHEN _kind NOT IN ('unfreeze', 'unchargeback') THEN _dispute END;

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
    adjusted = adjusted + ledger.change('adjusted', e),
    dispute = ledger.dispute_after(e.kind, dispute),
    is_open = available + held + frozen
      + ledger.change('available', e) + ledger.change('held', e) + ledger.change('frozen', e) > 0
  WHERE id = e.lot_id AND wallet_id = w.id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'lot % is not in wallet %', e.lot_id, w.id USING ERRCODE = 'LG002';
  END IF;
  w := ledger.record(w, e);
END $$;

RESET ROLE;
