-- Lots: how credits arrive, and where they go when they come back.
SET ROLE ledger_owner;

-- A lot that was bought has a paid order of its member, brings that order's credits at its price, and is the only one. A bonus
-- may come with a paid order. It runs under the wallet's lock, which is the order's too: an order has one member.
CREATE OR REPLACE FUNCTION ledger.require_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  missing int := num_nulls(NEW.order_id, NEW.paid_minor, NEW.paid_currency);
  is_bought boolean := NEW.source IN ('pack', 'subscription');
BEGIN
  IF missing = 3 AND NOT is_bought THEN
    RETURN NEW;
  ELSIF missing > 0 OR NEW.source = 'goodwill' THEN
    RAISE EXCEPTION 'a lot of source % comes % an order and its price', NEW.source,
        CASE NEW.source WHEN 'goodwill' THEN 'without' ELSE 'with' END
      USING ERRCODE = 'check_violation', CONSTRAINT = 'lot_bought_by_order', SCHEMA = 'ledger', TABLE = 'lot';
  ELSIF NOT EXISTS (SELECT FROM public.credit_order o
    WHERE o.id = NEW.order_id AND o.member_id = NEW.wallet_id AND o.state = 'paid'
      AND (NOT is_bought OR (o.kind = 'period') = (NEW.source = 'subscription')
        AND (o.credits, o.amount_minor, o.currency) = (NEW.granted, NEW.paid_minor, NEW.paid_currency)))
  THEN
    RAISE EXCEPTION '% credits for % % are not what a paid order % of % bought', NEW.granted, NEW.paid_minor,
        NEW.paid_currency, NEW.order_id, NEW.wallet_id
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'lot_of_paid_order', SCHEMA = 'ledger', TABLE = 'lot';
  ELSIF is_bought AND EXISTS (SELECT FROM ledger.lot l
    WHERE l.order_id = NEW.order_id AND l.source IN ('pack', 'subscription'))
  THEN
    RAISE EXCEPTION 'order % has its lot already', NEW.order_id
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'lot_once_an_order', SCHEMA = 'ledger', TABLE = 'lot';
  END IF;
  RETURN NEW;
END $$;

-- Verb. Opens a lot. `_paid_minor` and `_paid_currency` say what its order cost; `_expires_at` null: it does not expire.
CREATE OR REPLACE FUNCTION ledger.grant(_wallet_id text, _lot_id text, _credits bigint, _source text, _order_id text,
  _paid_minor bigint, _paid_currency text, _expires_at timestamptz, _cause text, _reason text, _key text)
RETURNS ledger.receipt LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  w ledger.wallet := ledger.lock_wallet(_wallet_id);
  terms jsonb := jsonb_build_object('source', _source, 'order', _order_id, 'paidMinor', _paid_minor,
    'paidCurrency', _paid_currency, 'expiresAt', ledger.microseconds(_expires_at));
  fingerprint bytea := ledger.fingerprint(ROW('grant', _credits, terms, _cause, _reason)::text);
  earlier ledger.receipt := ledger.earlier_receipt(_wallet_id, _key, fingerprint);
  moment timestamptz := ledger.clock();
  due timestamptz := coalesce(_expires_at, 'infinity');
  e ledger.entry;
BEGIN
  IF earlier.replayed THEN
    RETURN earlier;
  END IF;
  IF w.closed_at IS NOT NULL THEN
    PERFORM ledger.refuse('LG403', 'wallet/closed', '{}');
  ELSIF w.available + w.held + w.frozen + _credits > 9007199254740991 THEN
    PERFORM ledger.refuse('LG400', 'request/invalid', json_build_object('reason', 'A wallet has room for 2^53 - 1 credits.'));
  END IF;
  w := ledger.expire_due(w, moment);

  e.key := _key;
  e.fingerprint := fingerprint;
  e.kind := 'grant';
  e.lot_id := _lot_id;
  e.from_bucket := 'issued';
  -- A payment may be heard of when its period is over.
  e.to_bucket := CASE WHEN due > moment THEN 'available' ELSE 'expired' END;
  e.credits := _credits;
  e.cause := _cause;
  e.reason := _reason;
  e.terms := terms;
  e.at := moment;
  INSERT INTO ledger.lot (id, wallet_id, source, order_id, paid_minor, paid_currency, granted_version, granted_at,
    expires_at, due_at, granted, available, held, frozen, spent, expired, reclaimed, forfeited, charged_back, adjusted,
    is_open)
  VALUES (_lot_id, w.id, _source, _order_id, _paid_minor, _paid_currency, w.version + 1, moment,
    due, due, _credits, CASE e.to_bucket WHEN 'available' THEN _credits ELSE 0 END, 0, 0, 0,
    CASE e.to_bucket WHEN 'expired' THEN _credits ELSE 0 END, 0, 0, 0, 0, due > moment);
  w := ledger.record(w, e);
  IF due > moment THEN
    w.next_due_at := least(w.next_due_at, due);
  END IF;
  RETURN ledger.conclude(w, _lot_id, _credits);
END $$;

-- Where credits go that come back to a lot: to the member, unless the wallet was closed, the lot is disputed, or it was due
-- before they came. A grace, where given, puts off the end of a lot that is due before it and shortens none.
CREATE OR REPLACE FUNCTION ledger.way_back(w ledger.wallet, l ledger.lot, e ledger.entry) RETURNS text
LANGUAGE plpgsql AS $$
BEGIN
  RETURN CASE
    WHEN w.closed_at IS NOT NULL THEN 'forfeited'
    WHEN l.dispute = 'open' THEN 'frozen'
    WHEN l.dispute = 'lost' THEN 'charged-back'
    WHEN greatest(l.due_at, e.grace_until) <= e.at THEN 'expired'
    ELSE 'available' END;
END $$;

-- Moves credits back to where they came from.
CREATE OR REPLACE FUNCTION ledger.give_back(INOUT w ledger.wallet, e ledger.entry) LANGUAGE plpgsql AS $$
DECLARE
  l ledger.lot;
BEGIN
  SELECT * INTO l FROM ledger.lot WHERE id = e.lot_id;
  l.dispute := ledger.dispute_after(e.kind, l.dispute);
  e.to_bucket := ledger.way_back(w, l, e);
  IF e.to_bucket = 'available' AND l.due_at < e.grace_until THEN
    UPDATE ledger.lot SET grace_until = e.grace_until, due_at = e.grace_until WHERE id = e.lot_id;
    l.due_at := e.grace_until;
  ELSE
    e.grace_until := NULL;
  END IF;
  w := ledger.move(w, e);
  IF e.to_bucket = 'available' THEN
    w.next_due_at := least(w.next_due_at, l.due_at);
  END IF;
END $$;

-- Takes so many available credits, from the lot that is due first, then the one granted first. `e` carries kind, key,
-- fingerprint, the bucket they go to, cause and time; its last entry answers the key.
CREATE OR REPLACE FUNCTION ledger.burn(INOUT w ledger.wallet, e ledger.entry, _credits bigint) LANGUAGE plpgsql AS $$
DECLARE
  fingerprint bytea := e.fingerprint;
  missing bigint := _credits;
BEGIN
  FOR e.lot_id, e.credits IN
    SELECT id, available FROM ledger.lot
    WHERE wallet_id = w.id AND is_open AND due_at > e.at AND available > 0
    ORDER BY due_at, granted_version
  LOOP
    e.credits := least(e.credits, missing);
    missing := missing - e.credits;
    e.fingerprint := CASE missing WHEN 0 THEN fingerprint END;
    w := ledger.move(w, e);
    EXIT WHEN missing = 0;
  END LOOP;
  IF missing > 0 THEN
    RAISE EXCEPTION 'wallet % has credits that its lots do not', w.id USING ERRCODE = 'LG003';
  END IF;
END $$;

RESET ROLE;
