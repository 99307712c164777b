-- The frame of every verb: lock the wallet, look for an earlier answer, do the work, conclude.
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
CREATE OR REPLACE FUNCTION ledger.fingerprint(_verb_and_arguments json) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN sha256(convert_to(_verb_and_arguments::text, 'UTF8'));

-- The answer already given under this key, or null. Asked under the lock: two requests with one key come here in turn,
-- and the second sees what the first committed.
CREATE OR REPLACE FUNCTION ledger.earlier_receipt(_wallet_id text, _key text, _fingerprint bytea)
RETURNS ledger.receipt LANGUAGE plpgsql AS $$
DECLARE
  earlier ledger.operation;
BEGIN
  SELECT * INTO earlier FROM ledger.operation WHERE wallet_id = _wallet_id AND key = _key;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF earlier.fingerprint <> _fingerprint THEN
    PERFORM ledger.refuse('LG409', 'request/reused-key', '{}');
  END IF;
  RETURN ROW(earlier.subject, earlier.version, earlier.available, earlier.held, earlier.frozen, true)::ledger.receipt;
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

CREATE OR REPLACE FUNCTION ledger.save(w ledger.wallet) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ledger.wallet SET available = w.available, held = w.held, frozen = w.frozen, version = w.version,
    head = w.head, next_due_at = w.next_due_at
  WHERE id = w.id;
END $$;

-- Ends a verb: what came back to a lot already due expires at once, the wallet is written, the answer remembered.
CREATE OR REPLACE FUNCTION ledger.conclude(w ledger.wallet, _verb text, _subject text, _key text, _fingerprint bytea,
  _now timestamptz) RETURNS ledger.receipt LANGUAGE plpgsql AS $$
BEGIN
  w := ledger.expire_due(w, _now);
  PERFORM ledger.save(w);
  INSERT INTO ledger.operation (wallet_id, key, verb, fingerprint, subject, version, available, held, frozen, at)
  VALUES (w.id, _key, _verb, _fingerprint, _subject, w.version, w.available, w.held, w.frozen, _now);
  RETURN ROW(_subject, w.version, w.available, w.held, w.frozen, false)::ledger.receipt;
END $$;

-- Verb. Opens an empty wallet, under the member's id. The id is the key: opened twice is opened.
CREATE OR REPLACE FUNCTION ledger.open_wallet(_wallet_id text) RETURNS ledger.receipt
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet;
BEGIN
  INSERT INTO ledger.wallet (id, opened_at) VALUES (_wallet_id, ledger.clock()) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    RETURN ROW(_wallet_id, 0, 0, 0, 0, false)::ledger.receipt;
  END IF;
  w := ledger.lock_wallet(_wallet_id);
  RETURN ROW(w.id, w.version, w.available, w.held, w.frozen, true)::ledger.receipt;
END $$;

-- Verb. Expires what is due in a wallet that nothing else has touched. It asks for no key: done twice is done once.
CREATE OR REPLACE FUNCTION ledger.expire(_wallet_id text) RETURNS ledger.receipt
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  version_before bigint := w.version;
BEGIN
  w := ledger.expire_due(w, ledger.clock());
  PERFORM ledger.save(w);
  RETURN ROW(w.id, w.version, w.available, w.held, w.frozen, w.version = version_before)::ledger.receipt;
END $$;

RESET ROLE;
