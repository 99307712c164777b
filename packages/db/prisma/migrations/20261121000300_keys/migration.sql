-- Data keys of files, apart from the data: own schema, own role, own (short) backups. Destroying a key here makes the
-- file unreadable everywhere, whatever copies of its bytes remain.
CREATE SCHEMA keys;

CREATE TABLE keys.file_key (
  file_id      text PRIMARY KEY,
  -- AES-256-GCM data key, wrapped by the master key that `master` names; null once destroyed.
  wrapped      bytea,
  master       text NOT NULL,
  created_at   timestamptz(3) NOT NULL DEFAULT now(),
  -- When a row of the file was first seen. A key that no row ever claims belongs to a delivery that died half-way.
  claimed_at   timestamptz(3),
  destroyed_at timestamptz(3),
  CONSTRAINT destroyed_means_gone CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);

CREATE INDEX file_key_unclaimed ON keys.file_key (created_at) WHERE claimed_at IS NULL AND destroyed_at IS NULL;

CREATE FUNCTION keys.refuse_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.destroyed_at IS NOT NULL THEN
    RAISE EXCEPTION 'key of % is destroyed', OLD.file_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER destroyed_stays_destroyed BEFORE UPDATE OR DELETE ON keys.file_key
  FOR EACH ROW EXECUTE FUNCTION keys.refuse_return();
