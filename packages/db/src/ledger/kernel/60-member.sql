-- What happens to a whole wallet because of the member: a termination, its reversal, and corrections by a person.
SET ROLE ledger_owner;

-- Verb. Forfeits all that is not held and closes the wallet: nothing comes in any more, and what is held is forfeited when
-- its hold is released. The last entry moves nothing; it is the closing.
CREATE OR REPLACE FUNCTION ledger.forfeit(_wallet_id text, _cause text, _reason text, _key text)
RETURNS ledger.receipt LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  fingerprint bytea := ledger.fingerprint(ROW('forfeit', _cause, _reason)::text);
  earlier ledger.receipt := ledger.earlier_receipt(_wallet_id, _key, fingerprint);
  e ledger.entry := ledger.draft('forfeit', 'available', 'forfeited', _reason, NULL, _key);
  bucket text;
  taken bigint;
BEGIN
  IF earlier.replayed THEN
    RETURN earlier;
  END IF;
  e.cause := _cause;
  e.at := ledger.clock();
  w := ledger.expire_due(w, e.at);
  taken := w.available + w.frozen;
  FOREACH bucket IN ARRAY ARRAY['available', 'frozen'] LOOP
    e.from_bucket := bucket;
    FOR e.lot_id, e.credits IN SELECT * FROM ledger.in_bucket(w.id, NULL, bucket) LOOP
      w := ledger.move(w, e);
    END LOOP;
  END LOOP;
  e.lot_id := NULL;
  e.credits := 0;
  e.fingerprint := fingerprint;
  w := ledger.record(w, e);
  w.closed_at := coalesce(w.closed_at, e.at);
  RETURN ledger.conclude(w, NULL, taken);
END $$;

-- Verb. Opens a closed wallet again and gives back what was forfeited, except what has come to be disputed or charged back.
CREATE OR REPLACE FUNCTION ledger.restore(_wallet_id text, _cause text, _reason text, _grace_until timestamptz, _key text)
RETURNS ledger.receipt LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  fingerprint bytea := ledger.fingerprint(ROW('restore', _cause, _reason, ledger.microseconds(_grace_until))::text);
  earlier ledger.receipt := ledger.earlier_receipt(_wallet_id, _key, fingerprint);
  e ledger.entry := ledger.draft('restore', 'forfeited', NULL, _reason, _grace_until, _key);
  given bigint := (SELECT coalesce(sum(credits), 0) FROM ledger.in_bucket(_wallet_id, NULL, 'forfeited'));
BEGIN
  IF earlier.replayed THEN
    RETURN earlier;
  END IF;
  w.closed_at := NULL;
  e.cause := _cause;
  e.fingerprint := fingerprint;
  e.at := ledger.clock();
  w := ledger.expire_due(w, e.at);
  w := ledger.move_lots(w, NULL, NULL, e);
  RETURN ledger.conclude(w, NULL, given);
END $$;

-- Verb. Takes credits away to correct a mistake, from the lot that is due first. The way back, and a correction in the
-- member's favour, is a grant of goodwill.
CREATE OR REPLACE FUNCTION ledger.adjust(_wallet_id text, _credits bigint, _cause text, _reason text, _key text)
RETURNS ledger.receipt LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  fingerprint bytea := ledger.fingerprint(ROW('adjust', _credits, _cause, _reason)::text);
  earlier ledger.receipt := ledger.earlier_receipt(_wallet_id, _key, fingerprint);
  e ledger.entry := ledger.draft('adjust', 'available', 'adjusted', _reason, NULL, _key);
BEGIN
  IF earlier.replayed THEN
    RETURN earlier;
  END IF;
  e.cause := _cause;
  e.at := ledger.clock();
  w := ledger.expire_due(w, e.at);
  IF _credits < 1 THEN
    RAISE EXCEPTION 'an adjustment takes away % credits', _credits USING ERRCODE = 'LG005';
  ELSIF w.available < _credits THEN
    PERFORM ledger.refuse('LG402', 'credits/insufficient',
      json_build_object('needed', _credits, 'available', w.available));
  END IF;
  e.fingerprint := fingerprint;
  w := ledger.burn(w, e, _credits);
  RETURN ledger.conclude(w, NULL, _credits);
END $$;

RESET ROLE;
