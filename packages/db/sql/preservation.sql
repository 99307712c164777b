-- Whether a preservation stands on any of these: a file, the generation it came from, the member it belongs to.
CREATE OR REPLACE FUNCTION is_preserved(VARIADIC subjects text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM preservation WHERE subject = ANY (subjects) AND ended_at IS NULL)
$$;

-- Marks a file as going, from where there is no way back, unless a preservation stands. It locks the file's row first, as
-- whoever places a preservation does: each of the two sees what the other did, and none comes between.
CREATE OR REPLACE FUNCTION begin_file_purge(kind text, file text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF kind = 'artifact' THEN
    PERFORM 1 FROM artifact WHERE id = file FOR UPDATE;
    UPDATE artifact SET purge_begun_at = coalesce(purge_begun_at, now())
      WHERE id = file AND (purge_begun_at IS NOT NULL OR NOT is_preserved(id, generation_id, member_id));
  ELSE
    PERFORM 1 FROM upload WHERE id = file FOR UPDATE;
    UPDATE upload SET purge_begun_at = coalesce(purge_begun_at, now())
      WHERE id = file AND (purge_begun_at IS NOT NULL OR NOT is_preserved(id, member_id));
  END IF;
  RETURN FOUND;
END $$;

-- Forgets prompts whose time is over, at most so many, and answers how many; those a preservation stands on stay. Their
-- rows are locked first, for the same reason.
CREATE OR REPLACE FUNCTION clear_prompts_due(most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  due text[];
  cleared integer;
BEGIN
  SELECT array_agg(id) INTO due FROM (
    SELECT id FROM generation
      WHERE prompt IS NOT NULL AND prompt_keep_until <= now() AND NOT is_preserved(id, member_id)
      LIMIT most FOR UPDATE SKIP LOCKED) AS locked;
  UPDATE generation SET prompt = NULL
    WHERE id = ANY (due) AND prompt IS NOT NULL AND NOT is_preserved(id, member_id);
  GET DIAGNOSTICS cleared = ROW_COUNT;
  RETURN cleared;
END $$;
