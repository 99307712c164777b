-- What happens to credits because of the order that bought them: its money is given back, or disputed at a bank.
SET ROLE ledger_owner;

-- What the lots of an order have in a bucket, lot by lot in the order they were granted; without an order, every lot's.
CREATE OR REPLACE FUNCTION ledger.in_bucket(_wallet_id text, _order_id text, _bucket text)
RETURNS TABLE (lot_id text, credits bigint) LANGUAGE sql STABLE AS $$
  SELECT lot.id, bucket.credits
  FROM ledger.lot, LATERAL (SELECT CASE _bucket WHEN 'available' THEN available WHEN 'frozen' THEN frozen
    WHEN 'reclaimed' THEN reclaimed WHEN 'forfeited' THEN forfeited ELSE charged_back END) AS bucket (credits)
  WHERE wallet_id = _wallet_id AND (_order_id IS NULL OR order_id = _order_id) AND bucket.credits > 0
  ORDER BY granted_version
$$;

-- Moves that, or `_credits` of it. `e` carries kind, key, fingerprint, buckets, cause, reason, grace and time; without a
-- bucket to go to, credits go back to where they came from. What finds nothing to move says so with a row of no credits.
CREATE OR REPLACE FUNCTION ledger.move_lots(INOUT w ledger.wallet, _order_id text, _credits bigint, e ledger.entry)
LANGUAGE plpgsql AS $$
DECLARE
  fingerprint bytea := e.fingerprint;
  found bigint := (SELECT coalesce(sum(credits), 0) FROM ledger.in_bucket(w.id, _order_id, e.from_bucket));
  missing bigint := coalesce(_credits, found);
BEGIN
  IF missing > found THEN
    PERFORM ledger.refuse('LG402', 'credits/insufficient', json_build_object('needed', missing, 'available', found));
  END IF;
  IF missing = 0 THEN
    e.credits := 0;
    e.to_bucket := coalesce(e.to_bucket, 'available');
    e.grace_until := NULL;
    w := ledger.record(w, e);
    RETURN;
  END IF;
  FOR e.lot_id, e.credits IN SELECT * FROM ledger.in_bucket(w.id, _order_id, e.from_bucket) LOOP
    e.credits := least(e.credits, missing);
    missing := missing - e.credits;
    e.fingerprint := CASE missing WHEN 0 THEN fingerprint END;
    w := CASE WHEN e.to_bucket IS NULL THEN ledger.give_back(w, e) ELSE ledger.move(w, e) END;
    EXIT WHEN missing = 0;
  END LOOP;
END $$;

-- Whether an entry of a kind makes sense for a lot of which the bank says that. Saying again what is so already does.
CREATE OR REPLACE FUNCTION ledger.may_follow(_kind text, _dispute text) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN CASE _kind
  WHEN 'freeze' THEN _dispute IS DISTINCT FROM 'lost'
  WHEN 'unfreeze' THEN _dispute IS DISTINCT FROM 'lost'
  WHEN 'chargeback' THEN _dispute IS NOT NULL
  WHEN 'unchargeback' THEN _dispute IS DISTINCT FROM 'open'
  ELSE true END;

-- The lots of an order in a wallet, as far as a dispute concerns them.
CREATE OR REPLACE FUNCTION ledger.require_order_in(_wallet_id text, _order_id text, _kind text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  makes_sense boolean;
BEGIN
  SELECT bool_and(ledger.may_follow(_kind, dispute)) INTO makes_sense
  FROM ledger.lot WHERE order_id = _order_id AND wallet_id = _wallet_id;
  IF makes_sense IS NULL THEN
    PERFORM ledger.refuse('LG404', 'thing/not-found', json_build_object('thing', 'order'));
  ELSIF NOT makes_sense THEN
    RAISE EXCEPTION '% does not follow from what is known of the dispute of order %', _kind, _order_id
      USING ERRCODE = 'LG007';
  END IF;
END $$;

-- The six verbs below, which differ in kind and buckets.
CREATE OR REPLACE FUNCTION ledger.move_order(_wallet_id text, _order_id text, _credits bigint, e ledger.entry)
RETURNS ledger.receipt LANGUAGE plpgsql AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  fingerprint bytea := ledger.fingerprint(
    ROW(e.kind, _order_id, _credits, e.reason, ledger.microseconds(e.grace_until))::text);
  earlier ledger.receipt := ledger.earlier_receipt(_wallet_id, e.key, fingerprint);
  version_before bigint;
BEGIN
  IF earlier.replayed THEN
    RETURN earlier;
  END IF;
  PERFORM ledger.require_order_in(_wallet_id, _order_id, e.kind);
  e.fingerprint := fingerprint;
  e.cause := _order_id;
  e.at := ledger.clock();
  w := ledger.expire_due(w, e.at);
  version_before := w.version;
  w := ledger.move_lots(w, _order_id, _credits, e);
  UPDATE ledger.lot SET dispute = ledger.dispute_after(e.kind, dispute)
  WHERE order_id = _order_id AND wallet_id = _wallet_id
    AND dispute IS DISTINCT FROM ledger.dispute_after(e.kind, dispute);
  RETURN ledger.conclude(w, NULL,
    (SELECT sum(credits)::bigint FROM ledger.entry WHERE wallet_id = w.id AND version > version_before));
END $$;

-- Verb. Takes unspent credits of an order back, because its money is given back. `_credits` null: all that are unspent.
-- What is held stays held, and the member's when it is released.
CREATE OR REPLACE FUNCTION ledger.reclaim(_wallet_id text, _order_id text, _credits bigint, _reason text, _key text)
RETURNS ledger.receipt LANGUAGE sql SECURITY DEFINER SET search_path = ledger, pg_temp
RETURN ledger.move_order(_wallet_id, _order_id, _credits,
  ledger.draft('reclaim', 'available', 'reclaimed', _reason, NULL, _key));

-- Verb. Gives reclaimed credits back, because the money could not be given back.
CREATE OR REPLACE FUNCTION ledger.unreclaim(_wallet_id text, _order_id text, _credits bigint, _reason text,
  _grace_until timestamptz, _key text)
RETURNS ledger.receipt LANGUAGE sql SECURITY DEFINER SET search_path = ledger, pg_temp
RETURN ledger.move_order(_wallet_id, _order_id, _credits,
  ledger.draft('unreclaim', 'reclaimed', NULL, _reason, _grace_until, _key));

-- Verb. Freezes an order's unspent credits while its payment is disputed; what comes back to its lots is frozen too.
CREATE OR REPLACE FUNCTION ledger.freeze(_wallet_id text, _order_id text, _reason text, _key text)
RETURNS ledger.receipt LANGUAGE sql SECURITY DEFINER SET search_path = ledger, pg_temp
RETURN ledger.move_order(_wallet_id, _order_id, NULL,
  ledger.draft('freeze', 'available', 'frozen', _reason, NULL, _key));

-- Verb. Ends the dispute of an order in the member's favour, or ours: its frozen credits can be spent again.
CREATE OR REPLACE FUNCTION ledger.unfreeze(_wallet_id text, _order_id text, _reason text, _grace_until timestamptz,
  _key text)
RETURNS ledger.receipt LANGUAGE sql SECURITY DEFINER SET search_path = ledger, pg_temp
RETURN ledger.move_order(_wallet_id, _order_id, NULL,
  ledger.draft('unfreeze', 'frozen', NULL, _reason, _grace_until, _key));

-- Verb. Ends the dispute of an order with its money gone: the frozen credits are gone, and what comes back goes with them.
CREATE OR REPLACE FUNCTION ledger.chargeback(_wallet_id text, _order_id text, _reason text, _key text)
RETURNS ledger.receipt LANGUAGE sql SECURITY DEFINER SET search_path = ledger, pg_temp
RETURN ledger.move_order(_wallet_id, _order_id, NULL,
  ledger.draft('chargeback', 'frozen', 'charged-back', _reason, NULL, _key));

-- Verb. The money came back after all: so do the credits.
CREATE OR REPLACE FUNCTION ledger.unchargeback(_wallet_id text, _order_id text, _reason text, _grace_until timestamptz,
  _key text)
RETURNS ledger.receipt LANGUAGE sql SECURITY DEFINER SET search_path = ledger, pg_temp
RETURN ledger.move_order(_wallet_id, _order_id, NULL,
  ledger.draft('unchargeback', 'charged-back', NULL, _reason, _grace_until, _key));

RESET ROLE;
