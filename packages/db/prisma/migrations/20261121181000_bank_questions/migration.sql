-- A bank may ask before it takes anything (inquiry), let it be (dropped), or give the money back before a dispute comes of it
-- (prevented). Only what it has answered is closed.
ALTER TABLE dispute DROP CONSTRAINT dispute_state;
ALTER TABLE dispute ADD CONSTRAINT dispute_state
  CHECK (state IN ('inquiry', 'dropped', 'open', 'won', 'lost', 'prevented')
    AND (closed_at IS NULL) = (state IN ('inquiry', 'open')));
