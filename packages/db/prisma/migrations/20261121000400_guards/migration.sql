-- What the schema file cannot say: histories that are only added to, small indexes for work in flight, live updates.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'CV001';
END $$;

CREATE TRIGGER added_to_only BEFORE UPDATE OR DELETE ON generation_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER added_to_only BEFORE UPDATE OR DELETE ON ruling FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER added_to_only BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER added_to_only BEFORE UPDATE OR DELETE ON act FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER added_to_only BEFORE UPDATE OR DELETE ON terms_acceptance FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An unpaid order grants nothing: a lot names an order that exists, and the grant happens where it becomes paid.
ALTER TABLE credit_order ADD CONSTRAINT credit_order_state
  CHECK (state IN ('placed', 'paid', 'cancelled', 'expired') AND (state = 'paid') = (paid_at IS NOT NULL));
ALTER TABLE generation ADD CONSTRAINT generation_state
  CHECK (state IN ('quoted', 'queued', 'running', 'delivered', 'blocked', 'failed', 'cancelled', 'expired'));
ALTER TABLE attempt ADD CONSTRAINT attempt_state
  CHECK (state IN ('intent', 'submitted', 'unknown', 'finished', 'failed'));
ALTER TABLE review_case ADD CONSTRAINT case_state CHECK (state IN ('open', 'claimed', 'decided', 'closed'));
ALTER TABLE strike ADD CONSTRAINT strike_state CHECK (state IN ('pending', 'counting', 'void', 'expired'));

-- A generation has at most one attempt in flight, whatever two workers believe.
CREATE UNIQUE INDEX attempt_in_flight ON attempt (generation_id) WHERE state IN ('intent', 'submitted', 'unknown');

-- The sweeper's working sets: small whatever the history weighs.
CREATE INDEX generation_unfinished ON generation (created_at) WHERE state IN ('queued', 'running');
CREATE INDEX artifact_due ON artifact (keep_until) WHERE key_destroyed_at IS NULL AND keep_until IS NOT NULL;
CREATE INDEX upload_due ON upload (keep_until) WHERE key_destroyed_at IS NULL AND keep_until IS NOT NULL;
CREATE INDEX artifact_bytes_left ON artifact (id)
  WHERE bytes_deleted_at IS NULL AND (purge_cause IS NOT NULL OR key_destroyed_at IS NOT NULL);
CREATE INDEX upload_bytes_left ON upload (id)
  WHERE bytes_deleted_at IS NULL AND (purge_cause IS NOT NULL OR key_destroyed_at IS NOT NULL);
CREATE INDEX generation_entry_due ON generation (keep_until) WHERE keep_until IS NOT NULL;
CREATE INDEX generation_prompt_due ON generation (prompt_keep_until) WHERE prompt IS NOT NULL AND prompt_keep_until IS NOT NULL;
CREATE INDEX stripe_event_unprocessed ON stripe_event (received_at) WHERE processed_at IS NULL;
CREATE INDEX order_unpaid ON credit_order (placed_at) WHERE state = 'placed';
CREATE INDEX case_due ON review_case (due_at) WHERE state = 'open';

-- Whoever watches a generation or an order is told when the transaction that changed it commits.
CREATE FUNCTION tell_generation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('covenant_live', NEW.generation_id);
  RETURN NULL;
END $$;
CREATE TRIGGER tell AFTER INSERT ON generation_event FOR EACH ROW EXECUTE FUNCTION tell_generation();

CREATE FUNCTION tell_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('covenant_live', NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER tell AFTER UPDATE OF state ON credit_order FOR EACH ROW EXECUTE FUNCTION tell_order();
