-- Writing the journal. Only the verbs call what is here, and they hold the wallet's lock.
-- In this folder a name that begins with an underscore is an argument; `w` is the locked wallet, passed on from function
-- to function and written back once, and `e` the entry being made.
SET ROLE ledger_owner;

-- The only clock of the ledger: the time of the question and not of the transaction, which may have waited for a lock.
CREATE OR REPLACE FUNCTION ledger.clock() RETURNS timestamptz LANGUAGE sql VOLATILE
RETURN clock_timestamp();

CREATE OR REPLACE FUNCTION ledger.microseconds(_instant timestamptz) RETURNS bigint LANGUAGE sql STABLE
RETURN (extract(epoch FROM _instant) * 1000000)::bigint;

-- The transaction that is running, as seals count them.
CREATE OR REPLACE FUNCTION ledger.transaction_id() RETURNS bigint LANGUAGE sql STABLE
RETURN ledger.transaction_base() + pg_current_xact_id()::text::bigint;

-- The hash of an entry: of the hash before it and of all that the entry says, as the text of one row, in which every
-- value is quoted so that no two entries read alike. The audit computes the same outside the database.
CREATE OR REPLACE FUNCTION ledger.digest(_head bytea, _wallet_id text, _version bigint, _key text, _fingerprint bytea,
  _kind text, _lot_id text, _hold_id text, _from text, _to text, _credits bigint, _available bigint, _held bigint,
  _frozen bigint, _cause text, _reason text, _terms jsonb, _grace_until timestamptz, _at timestamptz)
RETURNS bytea LANGUAGE sql STABLE
RETURN sha256(_head || convert_to(ROW(_wallet_id, _version, _key, encode(_fingerprint, 'hex'), _kind, _lot_id, _hold_id,
  _from, _to, _credits, _available, _held, _frozen, _cause, _reason, _terms, ledger.microseconds(_grace_until),
  ledger.microseconds(_at))::text, 'UTF8'));

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

-- What an entry may be, by its kind. Spent credits can be paid back but never reclaimed; nothing comes back from expired.
-- What comes back goes where its lot and wallet say: see `ledger.way_back`.
CREATE OR REPLACE FUNCTION ledger.is_legal(e ledger.entry) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS $$
DECLARE
  back text[] := ARRAY['available', 'frozen', 'expired', 'forfeited', 'charged-back'];
BEGIN
  RETURN CASE e.kind
      WHEN 'grant' THEN e.from_bucket = 'issued' AND e.to_bucket IN ('available', 'expired')
      WHEN 'hold' THEN e.from_bucket = 'available' AND e.to_bucket = 'held'
      WHEN 'review' THEN e.from_bucket = 'held' AND e.to_bucket = 'held'
      WHEN 'capture' THEN e.from_bucket = 'held' AND e.to_bucket = 'spent'
      WHEN 'release' THEN e.from_bucket = 'held' AND e.to_bucket = ANY (back)
      WHEN 'pay-back' THEN e.from_bucket = 'spent' AND e.to_bucket = ANY (back)
      WHEN 'expire' THEN e.from_bucket = 'available' AND e.to_bucket = 'expired'
      WHEN 'reclaim' THEN e.from_bucket = 'available' AND e.to_bucket = 'reclaimed'
      WHEN 'unreclaim' THEN e.from_bucket = 'reclaimed' AND e.to_bucket = ANY (back)
      WHEN 'freeze' THEN e.from_bucket = 'available' AND e.to_bucket = 'frozen'
      WHEN 'unfreeze' THEN e.from_bucket = 'frozen' AND e.to_bucket IN ('available', 'expired')
      WHEN 'chargeback' THEN e.from_bucket = 'frozen' AND e.to_bucket = 'charged-back'
      WHEN 'unchargeback' THEN e.from_bucket = 'charged-back' AND e.to_bucket IN ('available', 'expired', 'forfeited')
      WHEN 'forfeit' THEN e.from_bucket IN ('available', 'frozen') AND e.to_bucket = 'forfeited'
      WHEN 'restore' THEN e.from_bucket = 'forfeited' AND e.to_bucket = ANY (back) AND e.to_bucket <> 'forfeited'
      WHEN 'adjust' THEN e.from_bucket = 'available' AND e.to_bucket = 'adjusted'
      ELSE false END
    AND (e.kind IN ('hold', 'review', 'capture', 'release', 'pay-back')) = (e.hold_id IS NOT NULL)
    AND CASE WHEN e.credits > 0 THEN e.lot_id IS NOT NULL ELSE e.fingerprint IS NOT NULL AND e.lot_id IS NULL
      AND e.kind NOT IN ('grant', 'hold', 'capture', 'release', 'pay-back', 'adjust') END
    AND (e.key IS NOT NULL OR e.kind = 'expire' AND e.fingerprint IS NULL);
END $$;

-- What an entry adds to a bucket; negative when it takes.
CREATE OR REPLACE FUNCTION ledger.change(_bucket text, e ledger.entry) RETURNS bigint LANGUAGE sql IMMUTABLE
RETURN CASE _bucket WHEN (e).to_bucket THEN (e).credits ELSE 0 END
  - CASE _bucket WHEN (e).from_bucket THEN (e).credits ELSE 0 END;

-- The last entry of a wallet, at which the next one begins. For the first, one of nothing.
CREATE OR REPLACE FUNCTION ledger.last_entry(w ledger.wallet) RETURNS ledger.entry LANGUAGE plpgsql AS $$
DECLARE
  last ledger.entry;
BEGIN
  IF w.version > 0 THEN
    SELECT * INTO last FROM ledger.entry WHERE wallet_id = w.id AND version = w.version;
  ELSE
    last.available_after := 0;
    last.held_after := 0;
    last.frozen_after := 0;
    last.hash := '';
  END IF;
  IF (last.available_after, last.held_after, last.frozen_after) IS DISTINCT FROM (w.available, w.held, w.frozen) THEN
    RAISE EXCEPTION 'wallet % is not what entry % left', w.id, w.version USING ERRCODE = 'LG003';
  END IF;
  RETURN last;
END $$;

-- Adds an entry to the journal and carries it into the wallet's balance.
CREATE OR REPLACE FUNCTION ledger.record(INOUT w ledger.wallet, e ledger.entry) LANGUAGE plpgsql AS $$
DECLARE
  last ledger.entry := ledger.last_entry(w);
BEGIN
  IF ledger.is_legal(e) IS NOT TRUE THEN
    RAISE EXCEPTION 'a % may not move % credits from % to %', e.kind, e.credits, e.from_bucket, e.to_bucket
      USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_moves_legally', SCHEMA = 'ledger', TABLE = 'entry';
  END IF;
  w.version := w.version + 1;
  w.available := w.available + ledger.change('available', e);
  w.held := w.held + ledger.change('held', e);
  w.frozen := w.frozen + ledger.change('frozen', e);
  INSERT INTO ledger.entry (wallet_id, version, key, fingerprint, kind, lot_id, hold_id, from_bucket, to_bucket, credits,
    available_after, held_after, frozen_after, cause, reason, terms, grace_until, at, transaction_id, hash)
  VALUES (w.id, w.version, e.key, e.fingerprint, e.kind, e.lot_id, e.hold_id, e.from_bucket, e.to_bucket, e.credits,
    w.available, w.held, w.frozen, e.cause, e.reason, e.terms, e.grace_until, e.at, ledger.transaction_id(),
    ledger.digest(last.hash, w.id, w.version, e.key, e.fingerprint, e.kind, e.lot_id, e.hold_id, e.from_bucket,
      e.to_bucket, e.credits, w.available, w.held, w.frozen, e.cause, e.reason, e.terms, e.grace_until, e.at));
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
