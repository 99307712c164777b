-- Holds: credits set aside for a cause, the two ways a hold ends, and the way back from its end.
SET ROLE ledger_owner;

-- Verb. Sets credits aside, from the lot that is due first, then the one granted first. With too few credits it answers
-- without a subject and holds nothing: an answer and not an error, so that the caller's transaction can go on.
-- Nearly always the burning lot has enough, nothing is due and the key is new. Then the lock of the wallet is taken by the
-- statement that changes it, and three more do the rest; where it is not so, they are undone and the long way is gone.
-- What it costs is how many functions its expressions call, each made ready anew with every statement: so what comes from a
-- column of amounts stays one, which need not be checked again, and no statement has a condition without a column in it.
CREATE OR REPLACE FUNCTION ledger.hold(_wallet_id text, _hold_id text, _credits bigint, _cause text, _key text)
RETURNS ledger.receipt LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  asked bytea := ledger.fingerprint(ROW('hold', _credits, _cause)::text);
  next_version bigint;
  available_now ledger.amount;
  held_now ledger.amount;
  frozen_now ledger.amount;
  due timestamptz;
  burning text;
  moment timestamptz;
BEGIN
  IF _credits > 0 THEN
    UPDATE ledger.wallet SET version = version + 1, available = available - _credits, held = held + _credits
    WHERE id = _wallet_id AND available >= _credits
    RETURNING version, available, held, frozen, next_due_at, burning_lot_id, ledger.clock()
      INTO next_version, available_now, held_now, frozen_now, due, burning, moment;
  END IF;
  IF due > moment THEN
    UPDATE ledger.lot SET available = available - _credits, held = held + _credits
    WHERE id = burning AND available >= _credits;
    IF FOUND THEN
      INSERT INTO ledger.entry (wallet_id, version, key, fingerprint, kind, lot_id, hold_id, from_bucket, to_bucket,
        credits, available_after, held_after, frozen_after, cause, at, transaction_id, hash)
      SELECT _wallet_id, next_version, _key, asked, 'hold', burning, _hold_id, 'available', 'held',
        _credits, available_now, held_now, frozen_now, _cause, moment, ledger.transaction_id(),
        ledger.digest(hash, _wallet_id, next_version, _key, asked, 'hold', burning, _hold_id, 'available', 'held',
          _credits, available_now, held_now, frozen_now, _cause, NULL, NULL, NULL, moment)
      FROM ledger.entry
      WHERE wallet_id = _wallet_id AND version = next_version - 1 AND available_after = available_now + _credits
        AND held_after = held_now - _credits AND frozen_after = frozen_now
      ON CONFLICT (wallet_id, key) WHERE fingerprint IS NOT NULL DO NOTHING;
      IF FOUND THEN
        INSERT INTO ledger.hold (id, wallet_id, lot_id, cause, state, credits, captured, released, paid_back,
          first_version, last_version, opened_at)
        VALUES (_hold_id, _wallet_id, burning, _cause, 'open', _credits, 0, 0, 0, next_version, next_version, moment);
        RETURN ROW(_hold_id, _credits, next_version, available_now, held_now, frozen_now, false)::ledger.receipt;
      END IF;
      UPDATE ledger.lot SET available = available + _credits, held = held - _credits WHERE id = burning;
    END IF;
  END IF;
  IF next_version IS NOT NULL THEN
    UPDATE ledger.wallet SET version = version - 1, available = available + _credits, held = held - _credits
    WHERE id = _wallet_id;
  END IF;
  RETURN ledger.hold_from_lots(_wallet_id, _hold_id, _credits, _cause, _key, asked);
END $$;

-- The same for a key that is not new, too few credits, lots that are due, or credits from several lots.
CREATE OR REPLACE FUNCTION ledger.hold_from_lots(_wallet_id text, _hold_id text, _credits bigint, _cause text, _key text,
  _fingerprint bytea) RETURNS ledger.receipt LANGUAGE plpgsql AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  earlier ledger.receipt := ledger.earlier_receipt(_wallet_id, _key, _fingerprint);
  version_before bigint;
  e ledger.entry := ledger.draft('hold', 'available', 'held', NULL, NULL, _key);
BEGIN
  IF earlier.replayed THEN
    RETURN earlier;
  END IF;
  IF (_credits > 0) IS NOT TRUE THEN
    RAISE EXCEPTION 'there is no hold of % credits', _credits USING ERRCODE = 'LG005';
  END IF;
  e.at := ledger.clock();
  e.hold_id := _hold_id;
  e.cause := _cause;
  w := ledger.expire_due(w, e.at);
  IF w.available < _credits THEN
    PERFORM ledger.save(w);
    RETURN ROW(NULL, 0, w.version, w.available, w.held, w.frozen, false)::ledger.receipt;
  END IF;

  version_before := w.version;
  e.fingerprint := _fingerprint;
  w := ledger.burn(w, e, _credits);

  INSERT INTO ledger.hold (id, wallet_id, lot_id, cause, state, credits, captured, released, paid_back, first_version,
    last_version, opened_at)
  VALUES (_hold_id, w.id, (SELECT lot_id FROM ledger.entry
      WHERE wallet_id = w.id AND version = w.version AND version = version_before + 1), _cause, 'open', _credits, 0, 0, 0,
    version_before + 1, w.version, e.at);
  RETURN ledger.conclude(w, _hold_id, _credits);
END $$;

-- A hold of this wallet. Another wallet's is not found.
CREATE OR REPLACE FUNCTION ledger.hold_of(_wallet_id text, _hold_id text, OUT h ledger.hold) LANGUAGE plpgsql AS $$
BEGIN
  SELECT * INTO h FROM ledger.hold WHERE id = _hold_id AND wallet_id = _wallet_id;
  IF NOT FOUND THEN
    PERFORM ledger.refuse('LG404', 'thing/not-found', json_build_object('thing', 'hold'));
  END IF;
END $$;

CREATE OR REPLACE FUNCTION ledger.open_hold_of(_wallet_id text, _hold_id text, OUT h ledger.hold) LANGUAGE plpgsql AS $$
BEGIN
  h := ledger.hold_of(_wallet_id, _hold_id);
  IF h.state <> 'open' THEN
    RAISE EXCEPTION 'hold % is already %', h.id, h.state USING ERRCODE = 'LG004';
  END IF;
END $$;

-- Ends an open hold: the first `_captured` credits of it are spent, in the order they were set aside, and the rest goes
-- back to its lots. `e` carries key, fingerprint, reason, grace and time.
CREATE OR REPLACE FUNCTION ledger.resolve(INOUT w ledger.wallet, h ledger.hold, _captured bigint, e ledger.entry)
LANGUAGE plpgsql AS $$
DECLARE
  grace timestamptz := e.grace_until;
  fingerprint bytea := e.fingerprint;
  to_capture bigint := _captured;
  left_over bigint := h.credits;
  portion record;
BEGIN
  e.hold_id := h.id;
  e.cause := h.cause;
  FOR portion IN
    SELECT lot_id, credits FROM ledger.entry
    WHERE wallet_id = w.id AND version BETWEEN h.first_version AND h.last_version
    ORDER BY version
  LOOP
    e.lot_id := portion.lot_id;
    e.credits := least(portion.credits, to_capture);
    IF e.credits > 0 THEN
      to_capture := to_capture - e.credits;
      left_over := left_over - e.credits;
      e.kind := 'capture';
      e.to_bucket := 'spent';
      e.grace_until := NULL;
      e.fingerprint := CASE left_over WHEN 0 THEN fingerprint END;
      w := ledger.move(w, e);
    END IF;
    e.credits := portion.credits - e.credits;
    IF e.credits > 0 THEN
      left_over := left_over - e.credits;
      e.kind := 'release';
      e.grace_until := grace;
      e.fingerprint := CASE left_over WHEN 0 THEN fingerprint END;
      w := ledger.give_back(w, e);
    END IF;
  END LOOP;

  UPDATE ledger.hold
  SET state = CASE _captured WHEN 0 THEN 'released' ELSE 'captured' END,
    captured = _captured, released = credits - _captured, review_until = NULL, resolved_at = e.at
  WHERE id = h.id;
END $$;

-- Verb. Spends a hold, or with `_credits` a part of it, in which case the rest goes back.
-- Nearly always the whole of it, from one lot, with a new key: then, as with `ledger.hold`, the short way.
CREATE OR REPLACE FUNCTION ledger.capture(_wallet_id text, _hold_id text, _credits bigint, _reason text,
  _grace_until timestamptz, _key text)
RETURNS ledger.receipt LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  asked bytea := ledger.fingerprint(
    ROW('capture', _hold_id, _credits, _reason, ledger.microseconds(_grace_until))::text);
  next_version bigint;
  available_now ledger.amount;
  held_now ledger.amount;
  frozen_now ledger.amount;
  due timestamptz;
  moment timestamptz;
  taken ledger.amount;
  burnt text;
  held_for text;
BEGIN
  UPDATE ledger.wallet SET version = wallet.version + 1, held = wallet.held - hold.credits
  FROM ledger.hold
  WHERE wallet.id = _wallet_id AND hold.id = _hold_id AND hold.wallet_id = _wallet_id AND hold.lot_id IS NOT NULL
    AND hold.state = 'open' AND wallet.held >= hold.credits AND coalesce(_credits = hold.credits, true)
  RETURNING version, available, held, frozen, next_due_at, ledger.clock(), credits, lot_id, cause
    INTO next_version, available_now, held_now, frozen_now, due, moment, taken, burnt, held_for;
  IF due > moment THEN
    UPDATE ledger.hold SET state = 'captured', captured = credits, review_until = NULL, resolved_at = moment
    WHERE id = _hold_id AND state = 'open';
    IF FOUND THEN
      UPDATE ledger.lot SET held = held - taken, spent = spent + taken, is_open = available + frozen + held > taken
      WHERE id = burnt;
      INSERT INTO ledger.entry (wallet_id, version, key, fingerprint, kind, lot_id, hold_id, from_bucket, to_bucket,
        credits, available_after, held_after, frozen_after, cause, reason, at, transaction_id, hash)
      SELECT _wallet_id, next_version, _key, asked, 'capture', burnt, _hold_id, 'held', 'spent',
        taken, available_now, held_now, frozen_now, held_for, _reason, moment, ledger.transaction_id(),
        ledger.digest(hash, _wallet_id, next_version, _key, asked, 'capture', burnt, _hold_id, 'held', 'spent',
          taken, available_now, held_now, frozen_now, held_for, _reason, NULL, NULL, moment)
      FROM ledger.entry
      WHERE wallet_id = _wallet_id AND version = next_version - 1 AND available_after = available_now
        AND held_after = held_now + taken AND frozen_after = frozen_now
      ON CONFLICT (wallet_id, key) WHERE fingerprint IS NOT NULL DO NOTHING;
      IF NOT FOUND THEN
        PERFORM ledger.earlier_receipt(_wallet_id, _key, asked);
        RAISE EXCEPTION 'wallet % is not what its last entry left', _wallet_id USING ERRCODE = 'LG003';
      END IF;
      RETURN ROW(_hold_id, taken, next_version, available_now, held_now, frozen_now, false)::ledger.receipt;
    END IF;
  END IF;
  IF next_version IS NOT NULL THEN
    UPDATE ledger.wallet SET version = version - 1, held = held + taken WHERE id = _wallet_id;
  END IF;
  RETURN ledger.capture_part(_wallet_id, _hold_id, _credits, _reason, _grace_until, _key, asked);
END $$;

-- The same for a key that is not new, a part of the hold, lots that are due, or a hold of several lots.
CREATE OR REPLACE FUNCTION ledger.capture_part(_wallet_id text, _hold_id text, _credits bigint, _reason text,
  _grace_until timestamptz, _key text, _fingerprint bytea) RETURNS ledger.receipt LANGUAGE plpgsql AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  earlier ledger.receipt := ledger.earlier_receipt(_wallet_id, _key, _fingerprint);
  h ledger.hold;
  e ledger.entry := ledger.draft('capture', 'held', 'spent', _reason, _grace_until, _key);
BEGIN
  IF earlier.replayed THEN
    RETURN earlier;
  END IF;
  h := ledger.open_hold_of(_wallet_id, _hold_id);
  IF _credits NOT BETWEEN 1 AND h.credits THEN
    RAISE EXCEPTION 'hold % of % credits cannot be captured for %', h.id, h.credits, _credits USING ERRCODE = 'LG005';
  END IF;
  e.fingerprint := _fingerprint;
  e.at := ledger.clock();
  w := ledger.expire_due(w, e.at);
  w := ledger.resolve(w, h, coalesce(_credits, h.credits), e);
  RETURN ledger.conclude(w, h.id, h.credits);
END $$;

-- Verb. Gives a hold back to its lots.
CREATE OR REPLACE FUNCTION ledger.release(_wallet_id text, _hold_id text, _reason text, _grace_until timestamptz,
  _key text)
RETURNS ledger.receipt LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  fingerprint bytea := ledger.fingerprint(
    ROW('release', _hold_id, _reason, ledger.microseconds(_grace_until))::text);
  earlier ledger.receipt := ledger.earlier_receipt(_wallet_id, _key, fingerprint);
  h ledger.hold;
  e ledger.entry := ledger.draft('release', 'held', NULL, _reason, _grace_until, _key);
BEGIN
  IF earlier.replayed THEN
    RETURN earlier;
  END IF;
  h := ledger.open_hold_of(_wallet_id, _hold_id);
  e.fingerprint := fingerprint;
  e.at := ledger.clock();
  w := ledger.expire_due(w, e.at);
  w := ledger.resolve(w, h, 0, e);
  RETURN ledger.conclude(w, h.id, h.credits);
END $$;

-- Verb. Puts an open hold under review, or moves the deadline of its review. It moves no credits, and the journal says so.
CREATE OR REPLACE FUNCTION ledger.mark_under_review(_wallet_id text, _hold_id text, _until timestamptz, _key text)
RETURNS ledger.receipt LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  fingerprint bytea := ledger.fingerprint(ROW('review', _hold_id, ledger.microseconds(_until))::text);
  earlier ledger.receipt := ledger.earlier_receipt(_wallet_id, _key, fingerprint);
  h ledger.hold;
  e ledger.entry := ledger.draft('review', 'held', 'held', NULL, _until, _key);
BEGIN
  IF earlier.replayed THEN
    RETURN earlier;
  END IF;
  h := ledger.open_hold_of(_wallet_id, _hold_id);
  UPDATE ledger.hold SET review_until = _until WHERE id = h.id;

  e.fingerprint := fingerprint;
  e.hold_id := h.id;
  e.credits := 0;
  e.cause := h.cause;
  e.at := ledger.clock();
  w := ledger.expire_due(w, e.at);
  w := ledger.record(w, e);
  RETURN ledger.conclude(w, h.id, 0);
END $$;

-- Verb. Returns captured credits by new entries, last captured first; without `_credits` all that is not yet paid back.
CREATE OR REPLACE FUNCTION ledger.pay_back(_wallet_id text, _hold_id text, _credits bigint, _reason text,
  _grace_until timestamptz, _key text)
RETURNS ledger.receipt LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  fingerprint bytea := ledger.fingerprint(
    ROW('pay-back', _hold_id, _credits, _reason, ledger.microseconds(_grace_until))::text);
  earlier ledger.receipt := ledger.earlier_receipt(_wallet_id, _key, fingerprint);
  h ledger.hold;
  wanted bigint;
  missing bigint;
  e ledger.entry := ledger.draft('pay-back', 'spent', NULL, _reason, NULL, _key);
BEGIN
  IF earlier.replayed THEN
    RETURN earlier;
  END IF;
  h := ledger.hold_of(_wallet_id, _hold_id);
  wanted := coalesce(_credits, h.captured - h.paid_back);
  IF wanted NOT BETWEEN 1 AND h.captured - h.paid_back THEN
    RAISE EXCEPTION 'of hold % cannot be paid back %', h.id, wanted USING ERRCODE = 'LG006';
  END IF;
  UPDATE ledger.hold SET paid_back = paid_back + wanted WHERE id = h.id;

  missing := wanted;
  e.hold_id := h.id;
  e.cause := h.cause;
  e.at := ledger.clock();
  w := ledger.expire_due(w, e.at);
  FOR e.lot_id, e.credits IN
    SELECT lot_id, sum(CASE kind WHEN 'capture' THEN credits ELSE -credits END) AS spent FROM ledger.entry
    WHERE cause = h.cause AND hold_id = h.id AND kind IN ('capture', 'pay-back')
    GROUP BY lot_id
    HAVING sum(CASE kind WHEN 'capture' THEN credits ELSE -credits END) > 0
    ORDER BY max(version) FILTER (WHERE kind = 'capture') DESC
  LOOP
    e.credits := least(e.credits, missing);
    missing := missing - e.credits;
    e.fingerprint := CASE missing WHEN 0 THEN fingerprint END;
    e.grace_until := _grace_until;
    w := ledger.give_back(w, e);
    EXIT WHEN missing = 0;
  END LOOP;
  RETURN ledger.conclude(w, h.id, wanted);
END $$;

RESET ROLE;
