-- Many holds, many captures in one call and one commit. Wallets are taken in the order of their ids, so that two batches
-- wait for each other and never deadlock. A fault undoes the whole batch; too few credits are an answer like any other.
-- Answers stand in the order of the questions.
SET ROLE ledger_owner;

-- The places of a batch, in the order to work in.
CREATE OR REPLACE FUNCTION ledger.by_wallet(_wallet_ids text[]) RETURNS SETOF bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT place FROM unnest(_wallet_ids) WITH ORDINALITY AS asked (wallet_id, place) ORDER BY wallet_id, place
$$;

-- Verb. Sets credits aside, as `ledger.hold` does, for each place of the arrays.
CREATE OR REPLACE FUNCTION ledger.hold_many(_wallet_ids text[], _hold_ids text[], _credits bigint[], _causes text[],
  _keys text[])
RETURNS ledger.receipt[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  answers ledger.receipt[];
  place int;
BEGIN
  FOR place IN SELECT ledger.by_wallet(_wallet_ids) LOOP
    answers[place] := ledger.hold(_wallet_ids[place], _hold_ids[place], _credits[place], _causes[place], _keys[place]);
  END LOOP;
  RETURN answers;
END $$;

-- Verb. Spends holds, as `ledger.capture` does, for each place of the arrays.
CREATE OR REPLACE FUNCTION ledger.capture_many(_wallet_ids text[], _hold_ids text[], _credits bigint[], _reasons text[],
  _graces timestamptz[], _keys text[])
RETURNS ledger.receipt[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  answers ledger.receipt[];
  place int;
BEGIN
  FOR place IN SELECT ledger.by_wallet(_wallet_ids) LOOP
    answers[place] := ledger.capture(_wallet_ids[place], _hold_ids[place], _credits[place], _reasons[place],
      _graces[place], _keys[place]);
  END LOOP;
  RETURN answers;
END $$;

RESET ROLE;
