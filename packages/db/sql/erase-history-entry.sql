-- Histories are only added to; a history entry whose promised time is over is the one exception, and only the function
-- below makes it. The flag names the single entry being erased and ends with the transaction. A role that merely sets
-- the flag gains nothing, since it has no right to delete here.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'generation_event'
     AND to_jsonb(OLD) ->> 'generation_id' = current_setting('covenant.erasing_entry', true) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'CV001';
END $$;

-- Erases a generation with its events, attempts and tombstones, if its time is over by this database's clock and every
-- file of it is gone. False: not yet, or already erased. Ledger entries and rulings keep the id and nothing else.
CREATE OR REPLACE FUNCTION erase_history_entry(entry text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM generation WHERE id = entry AND keep_until <= now() FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM 1 FROM generation WHERE id = entry AND is_preserved(id, member_id);
  IF FOUND THEN RETURN false; END IF;
  PERFORM 1 FROM artifact
    WHERE generation_id = entry AND (key_destroyed_at IS NULL OR bytes_deleted_at IS NULL);
  IF FOUND THEN RETURN false; END IF;

  PERFORM set_config('covenant.erasing_entry', entry, true);
  DELETE FROM generation_event WHERE generation_id = entry;
  DELETE FROM attempt WHERE generation_id = entry;
  DELETE FROM artifact WHERE generation_id = entry;
  DELETE FROM generation WHERE id = entry;
  PERFORM set_config('covenant.erasing_entry', '', true);
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION erase_history_entry(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_history_entry(text) TO covenant_app;
