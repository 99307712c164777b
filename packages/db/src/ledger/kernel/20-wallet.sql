-- The frame of every verb: lock the wallet, look for an earlier answer, expire what is due, do the work, save.
SET ROLE ledger_owner;

-- An expected no. Code and facts travel in the message too, because some drivers drop the detail.
CREATE OR REPLACE FUNCTION ledger.refuse(_sqlstate text, _code text, _facts json) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% %', _code, _facts USING ERRCODE = _sqlstate, DETAIL = _facts::text;
END $$;

-- The one lock of a verb. It does not block the foreign-key checks of rows that name this wallet.
CREATE OR REPLACE FUNCTION ledger.lock_wallet(_wallet_id text, OUT w ledger.wallet) LANGUAGE plpgsql AS $$
BEGIN
  SELECT * INTO w FROM ledger.wallet WHERE id = _wallet_id FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    PERFORM ledger.refuse('LG404', 'thing/not-found', json_build_object('thing', 'wallet'));
  END IF;
END $$;

-- What was asked, as one value. Ids that the caller made for new things are no part of it: a second try may bring new ones.
CREATE OR REPLACE FUNCTION ledger.fingerprint(_verb_and_arguments text) RETURNS bytea LANGUAGE sql STABLE
RETURN sha256(convert_to(_verb_and_arguments, 'UTF8'));

-- The answer already given under this key, or null. Asked under the lock: two requests with one key come here in turn,
-- and the second sees what the first committed. The entries of an operation stand in a row and end with the one that has
-- its fingerprint.
CREATE OR REPLACE FUNCTION ledger.earlier_receipt(_wallet_id text, _key text, _fingerprint bytea)
RETURNS ledger.receipt LANGUAGE plpgsql AS $$
DECLARE
  earlier ledger.entry;
  part record;
  moved bigint := 0;
BEGIN
  SELECT * INTO earlier FROM ledger.entry
  WHERE wallet_id = _wallet_id AND key = _key AND fingerprint IS NOT NULL;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF earlier.fingerprint <> _fingerprint THEN
    PERFORM ledger.refuse('LG409', 'request/reused-key', '{}');
  END IF;
  FOR part IN
    SELECT key, credits FROM ledger.entry
    WHERE wallet_id = _wallet_id AND version <= earlier.version ORDER BY version DESC
  LOOP
    EXIT WHEN part.key IS DISTINCT FROM _key;
    moved := moved + part.credits;
  END LOOP;
  RETURN ROW(CASE earlier.kind WHEN 'grant' THEN earlier.lot_id ELSE earlier.hold_id END, moved, earlier.version,
    earlier.available_after, earlier.held_after, earlier.frozen_after, true)::ledger.receipt;
END $$;

-- Expires what is due. Held credits of a due lot wait for their hold to end.
CREATE OR REPLACE FUNCTION ledger.expire_due(INOUT w ledger.wallet, _now timestamptz) LANGUAGE plpgsql AS $$
DECLARE
  e ledger.entry;
BEGIN
  IF w.next_due_at > _now THEN
    RETURN;
  END IF;
  e.kind := 'expire';
  e.from_bucket := 'available';
  e.to_bucket := 'expired';
  e.at := _now;
  FOR e.lot_id, e.credits IN
    SELECT id, available FROM ledger.lot
    WHERE wallet_id = w.id AND is_open AND due_at <= _now AND available > 0
    ORDER BY due_at, granted_version
  LOOP
    w := ledger.move(w, e);
  END LOOP;
  SELECT coalesce(min(due_at), 'infinity') INTO w.next_due_at
  FROM ledger.lot WHERE wallet_id = w.id AND is_open AND due_at > _now;
END $$;

-- Writes the wallet back, and which of its lots the next hold burns first.
CREATE OR REPLACE FUNCTION ledger.save(w ledger.wallet) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ledger.wallet SET available = w.available, held = w.held, frozen = w.frozen, version = w.version,
    next_due_at = w.next_due_at, closed_at = w.closed_at,
    burning_lot_id = (SELECT id FROM ledger.lot WHERE wallet_id = w.id AND is_open AND available > 0
      ORDER BY due_at, granted_version LIMIT 1)
  WHERE id = w.id;
END $$;

-- The answer of a verb that has just done its work, and the wallet written.
CREATE OR REPLACE FUNCTION ledger.conclude(w ledger.wallet, _subject text, _moved bigint) RETURNS ledger.receipt
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM ledger.save(w);
  RETURN ROW(_subject, _moved, w.version, w.available, w.held, w.frozen, false)::ledger.receipt;
END $$;

-- Verb. Opens an empty wallet, under the member's id. The id is the key: opened twice is opened.
CREATE OR REPLACE FUNCTION ledger.open_wallet(_wallet_id text) RETURNS ledger.receipt
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet;
BEGIN
  INSERT INTO ledger.wallet (id, available, held, frozen, version, next_due_at, opened_at)
  VALUES (_wallet_id, 0, 0, 0, 0, 'infinity', ledger.clock()) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    RETURN ROW(_wallet_id, 0, 0, 0, 0, 0, false)::ledger.receipt;
  END IF;
  w := ledger.lock_wallet(_wallet_id);
  RETURN ROW(w.id, 0, w.version, w.available, w.held, w.frozen, true)::ledger.receipt;
END $$;

-- Verb. Expires what is due in a wallet that nothing else has touched. It asks for no key: done twice is done once.
CREATE OR REPLACE FUNCTION ledger.expire(_wallet_id text) RETURNS ledger.receipt
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  version_before bigint := w.version;
  available_before bigint := w.available;
BEGIN
  w := ledger.expire_due(w, ledger.clock());
  PERFORM ledger.save(w);
  RETURN ROW(w.id, available_before - w.available, w.version, w.available, w.held, w.frozen,
    w.version = version_before)::ledger.receipt;
END $$;

RESET ROLE;
