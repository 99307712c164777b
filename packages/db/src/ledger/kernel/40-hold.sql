-- Holds: credits set aside for a cause, and the two ways a hold ends.
SET ROLE ledger_owner;

-- Verb. Sets credits aside, from the lot that is due first, then the one granted first. With too few credits it answers
-- without a subject and holds nothing: an answer and not an error, so that the caller's transaction can go on.
CREATE OR REPLACE FUNCTION ledger.hold(_wallet_id text, _hold_id text, _credits bigint, _cause text, _key text)
RETURNS ledger.receipt LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  fingerprint bytea := ledger.fingerprint(json_build_array('hold', _credits, _cause));
  earlier ledger.receipt := ledger.earlier_receipt(_wallet_id, _key, fingerprint);
  moment timestamptz := ledger.clock();
  missing bigint := _credits;
  first_version bigint;
  e ledger.entry;
BEGIN
  IF earlier.replayed THEN
    RETURN earlier;
  END IF;
  w := ledger.expire_due(w, moment);
  IF w.available < _credits THEN
    PERFORM ledger.save(w);
    RETURN ROW(NULL, w.version, w.available, w.held, w.frozen, false)::ledger.receipt;
  END IF;

  first_version := w.version + 1;
  e.key := _key;
  e.kind := 'hold';
  e.hold_id := _hold_id;
  e.from_bucket := 'available';
  e.to_bucket := 'held';
  e.cause := _cause;
  e.at := moment;
  FOR e.lot_id, e.credits IN
    SELECT id, available FROM ledger.lot
    WHERE wallet_id = w.id AND is_open AND due_at > moment AND available > 0
    ORDER BY due_at, granted_version
  LOOP
    e.credits := least(e.credits, missing);
    w := ledger.move(w, e);
    missing := missing - e.credits;
    EXIT WHEN missing = 0;
  END LOOP;
  IF missing > 0 THEN
    RAISE EXCEPTION 'wallet % has credits that its lots do not', w.id USING ERRCODE = 'LG003';
  END IF;

  INSERT INTO ledger.hold (id, wallet_id, cause, credits, first_version, last_version, opened_at)
  VALUES (_hold_id, w.id, _cause, _credits, first_version, w.version, moment);
  RETURN ledger.conclude(w, 'hold', _hold_id, _key, fingerprint, moment);
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
-- back to its lots. `e` carries key, reason and grace.
CREATE OR REPLACE FUNCTION ledger.resolve(INOUT w ledger.wallet, h ledger.hold, _captured bigint, e ledger.entry)
LANGUAGE plpgsql AS $$
DECLARE
  to_capture bigint := _captured;
  grace timestamptz := e.grace_until;
  portion record;
BEGIN
  e.hold_id := h.id;
  e.cause := h.cause;
  e.from_bucket := 'held';
  FOR portion IN
    SELECT lot_id, credits FROM ledger.entry
    WHERE wallet_id = w.id AND version BETWEEN h.first_version AND h.last_version
    ORDER BY version
  LOOP
    e.lot_id := portion.lot_id;
    e.credits := least(portion.credits, to_capture);
    IF e.credits > 0 THEN
      e.kind := 'capture';
      e.to_bucket := 'spent';
      e.grace_until := NULL;
      w := ledger.move(w, e);
      to_capture := to_capture - e.credits;
    END IF;
    e.credits := portion.credits - e.credits;
    IF e.credits > 0 THEN
      e.kind := 'release';
      e.grace_until := grace;
      w := ledger.give_back(w, e);
    END IF;
  END LOOP;

  UPDATE ledger.hold
  SET captured = _captured, released = credits - _captured, review_until = NULL, resolved_at = e.at
  WHERE id = h.id;
END $$;

-- Verb. Spends a hold, or with `_credits` a part of it, in which case the rest goes back.
CREATE OR REPLACE FUNCTION ledger.capture(_wallet_id text, _hold_id text, _credits bigint, _reason text,
  _grace_until timestamptz, _key text)
RETURNS ledger.receipt LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  fingerprint bytea := ledger.fingerprint(
    json_build_array('capture', _hold_id, _credits, _reason, ledger.microseconds(_grace_until)));
  earlier ledger.receipt := ledger.earlier_receipt(_wallet_id, _key, fingerprint);
  h ledger.hold;
  e ledger.entry;
BEGIN
  IF earlier.replayed THEN
    RETURN earlier;
  END IF;
  h := ledger.open_hold_of(_wallet_id, _hold_id);
  IF _credits NOT BETWEEN 1 AND h.credits THEN
    RAISE EXCEPTION 'hold % of % credits cannot be captured for %', h.id, h.credits, _credits USING ERRCODE = 'LG005';
  END IF;
  e.key := _key;
  e.reason := _reason;
  e.grace_until := _grace_until;
  e.at := ledger.clock();
  w := ledger.resolve(w, h, coalesce(_credits, h.credits), e);
  RETURN ledger.conclude(w, 'capture', h.id, _key, fingerprint, e.at);
END $$;

-- Verb. Gives a hold back to its lots.
CREATE OR REPLACE FUNCTION ledger.release(_wallet_id text, _hold_id text, _reason text, _grace_until timestamptz,
  _key text)
RETURNS ledger.receipt LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  fingerprint bytea := ledger.fingerprint(
    json_build_array('release', _hold_id, _reason, ledger.microseconds(_grace_until)));
  earlier ledger.receipt := ledger.earlier_receipt(_wallet_id, _key, fingerprint);
  h ledger.hold;
  e ledger.entry;
BEGIN
  IF earlier.replayed THEN
    RETURN earlier;
  END IF;
  h := ledger.open_hold_of(_wallet_id, _hold_id);
  e.key := _key;
  e.reason := _reason;
  e.grace_until := _grace_until;
  e.at := ledger.clock();
  w := ledger.resolve(w, h, 0, e);
  RETURN ledger.conclude(w, 'release', h.id, _key, fingerprint, e.at);
END $$;

-- Verb. Puts an open hold under review, or moves the deadline of its review. Moves no credits, so it adds no entry.
CREATE OR REPLACE FUNCTION ledger.mark_under_review(_wallet_id text, _hold_id text, _until timestamptz, _key text)
RETURNS ledger.receipt LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  fingerprint bytea := ledger.fingerprint(
    json_build_array('mark-under-review', _hold_id, ledger.microseconds(_until)));
  earlier ledger.receipt := ledger.earlier_receipt(_wallet_id, _key, fingerprint);
  h ledger.hold;
BEGIN
  IF earlier.replayed THEN
    RETURN earlier;
  END IF;
  h := ledger.open_hold_of(_wallet_id, _hold_id);
  UPDATE ledger.hold SET review_until = _until WHERE id = h.id;
  RETURN ledger.conclude(w, 'mark-under-review', h.id, _key, fingerprint, ledger.clock());
END $$;

-- Verb. Returns captured credits by new entries, last captured first; without `_credits` all that is not yet paid back.
CREATE OR REPLACE FUNCTION ledger.pay_back(_wallet_id text, _hold_id text, _credits bigint, _reason text,
  _grace_until timestamptz, _key text)
RETURNS ledger.receipt LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  fingerprint bytea := ledger.fingerprint(
    json_build_array('pay-back', _hold_id, _credits, _reason, ledger.microseconds(_grace_until)));
  earlier ledger.receipt := ledger.earlier_receipt(_wallet_id, _key, fingerprint);
  h ledger.hold;
  missing bigint;
  e ledger.entry;
BEGIN
  IF earlier.replayed THEN
    RETURN earlier;
  END IF;
  h := ledger.hold_of(_wallet_id, _hold_id);
  missing := coalesce(_credits, h.captured - h.paid_back);
  IF missing <= 0 THEN
    RAISE EXCEPTION 'nothing of hold % can be paid back', h.id USING ERRCODE = 'LG006';
  END IF;
  UPDATE ledger.hold SET paid_back = paid_back + missing WHERE id = h.id;

  e.key := _key;
  e.kind := 'pay-back';
  e.hold_id := h.id;
  e.from_bucket := 'spent';
  e.cause := h.cause;
  e.reason := _reason;
  e.grace_until := _grace_until;
  e.at := ledger.clock();
  FOR e.lot_id, e.credits IN
    SELECT lot_id, sum(CASE kind WHEN 'capture' THEN credits ELSE -credits END) AS spent FROM ledger.entry
    WHERE cause = h.cause AND hold_id = h.id AND kind IN ('capture', 'pay-back')
    GROUP BY lot_id
    HAVING sum(CASE kind WHEN 'capture' THEN credits ELSE -credits END) > 0
    ORDER BY max(version) FILTER (WHERE kind = 'capture') DESC
  LOOP
    e.credits := least(e.credits, missing);
    w := ledger.give_back(w, e);
    missing := missing - e.credits;
    EXIT WHEN missing = 0;
  END LOOP;
  RETURN ledger.conclude(w, 'pay-back', h.id, _key, fingerprint, e.at);
END $$;

RESET ROLE;
