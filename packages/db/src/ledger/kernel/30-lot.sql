-- Lots: how credits arrive, and how they come back to where they came from.
SET ROLE ledger_owner;

-- Verb. Opens a lot. `_paid_minor` and `_paid_currency` say what its order cost; `_expires_at` null: it does not expire.
CREATE OR REPLACE FUNCTION ledger.grant(_wallet_id text, _lot_id text, _credits bigint, _source text, _order_id text,
  _paid_minor bigint, _paid_currency text, _expires_at timestamptz, _cause text, _reason text, _key text)
RETURNS ledger.receipt LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  terms jsonb := jsonb_build_object('source', _source, 'order', _order_id, 'paidMinor', _paid_minor,
    'paidCurrency', _paid_currency, 'expiresAt', ledger.microseconds(_expires_at));
  fingerprint bytea := ledger.fingerprint(json_build_array('grant', _credits, terms, _cause, _reason));
  earlier ledger.receipt := ledger.earlier_receipt(_wallet_id, _key, fingerprint);
  moment timestamptz := ledger.clock();
  e ledger.entry;
BEGIN
  IF earlier.replayed THEN
    RETURN earlier;
  END IF;

  INSERT INTO ledger.lot (id, wallet_id, source, order_id, paid_minor, paid_currency, granted_version, granted_at,
    expires_at, granted, available)
  VALUES (_lot_id, w.id, _source, _order_id, _paid_minor, _paid_currency, w.version + 1, moment,
    coalesce(_expires_at, 'infinity'), _credits, _credits);

  e.key := _key;
  e.kind := 'grant';
  e.lot_id := _lot_id;
  e.from_bucket := 'issued';
  e.to_bucket := 'available';
  e.credits := _credits;
  e.cause := _cause;
  e.reason := _reason;
  e.terms := terms;
  e.at := moment;
  w := ledger.record(w, e);
  w.next_due_at := least(w.next_due_at, _expires_at);
  RETURN ledger.conclude(w, 'grant', _lot_id, _key, fingerprint, moment);
END $$;

-- Moves credits back into the member's hands. A grace, where given, puts off the end of a lot that is due before it and
-- shortens none: a lot is due at the later of its end and its graces.
CREATE OR REPLACE FUNCTION ledger.give_back(INOUT w ledger.wallet, e ledger.entry) LANGUAGE plpgsql AS $$
DECLARE
  due timestamptz := (SELECT due_at FROM ledger.lot WHERE id = e.lot_id);
BEGIN
  e.to_bucket := 'available';
  w := ledger.move(w, e);
  w.next_due_at := least(w.next_due_at, greatest(due, e.grace_until));
END $$;

RESET ROLE;
