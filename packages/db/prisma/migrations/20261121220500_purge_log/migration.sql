-- A destroyed key is also written down outside this database (`logged_at`), so that a restored backup can be told of it; and
-- how far that log is known to be reflected here. A backup carries its own answer to that, which is what makes it work.
ALTER TABLE keys.file_key ADD COLUMN logged_at timestamptz(3);
CREATE INDEX file_key_unlogged ON keys.file_key (destroyed_at) WHERE destroyed_at IS NOT NULL AND logged_at IS NULL;

CREATE TABLE keys.purge_log_read (
  one        boolean PRIMARY KEY DEFAULT true CHECK (one),
  read_until timestamptz(3) NOT NULL
);
INSERT INTO keys.purge_log_read (read_until) VALUES ('epoch');

CREATE OR REPLACE FUNCTION keys.refuse_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.destroyed_at IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND (NEW.file_id, NEW.wrapped, NEW.master, NEW.created_at, NEW.claimed_at, NEW.destroyed_at)
       IS NOT DISTINCT FROM (OLD.file_id, OLD.wrapped, OLD.master, OLD.created_at, OLD.claimed_at, OLD.destroyed_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'key of % is destroyed', OLD.file_id;
END $$;
