-- CreateTable
CREATE TABLE "imprint" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "artifact_id" TEXT,
    "upload_id" TEXT,
    "generation_id" TEXT,
    "hash" BIT(256) NOT NULL,
    "turns" TEXT[],
    "quality" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "imprint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "picture_bar" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "hash" BIT(256) NOT NULL,
    "quality" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "clause_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "barred_by" TEXT NOT NULL,
    "barred_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,
    "end_note" TEXT,

    CONSTRAINT "picture_bar_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "imprint_artifact_id_key" ON "imprint"("artifact_id");

-- CreateIndex
CREATE UNIQUE INDEX "imprint_upload_id_key" ON "imprint"("upload_id");

-- CreateIndex
CREATE INDEX "imprint_generation_id_idx" ON "imprint"("generation_id");

-- CreateIndex
CREATE UNIQUE INDEX "picture_bar_request_id_key" ON "picture_bar"("request_id");

-- AddForeignKey
ALTER TABLE "imprint" ADD CONSTRAINT "imprint_artifact_id_fkey" FOREIGN KEY ("artifact_id") REFERENCES "artifact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imprint" ADD CONSTRAINT "imprint_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imprint" ADD CONSTRAINT "imprint_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "generation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE imprint
  ADD CONSTRAINT of_one_thing CHECK (num_nonnulls(artifact_id, upload_id, generation_id) = 1),
  ADD CONSTRAINT quality_is_known CHECK (quality BETWEEN 0 AND 100);

-- A bar is ended whole, by somebody and with a reason.
ALTER TABLE picture_bar
  ADD CONSTRAINT source_is_known CHECK (source IN ('moderator', 'takedown')),
  ADD CONSTRAINT ended_whole CHECK (num_nonnulls(ended_at, ended_by, end_note) IN (0, 3) AND ended_at >= barred_at);
CREATE UNIQUE INDEX picture_bar_stands_once ON picture_bar (hash) WHERE ended_at IS NULL;
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON picture_bar FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a picture looks like is kept no longer than the picture can be read, whoever destroys its key.
CREATE FUNCTION forget_imprint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM imprint WHERE artifact_id = NEW.id OR upload_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER imprint_goes_with_key AFTER UPDATE OF key_destroyed_at ON artifact FOR EACH ROW
  WHEN (OLD.key_destroyed_at IS NULL AND NEW.key_destroyed_at IS NOT NULL) EXECUTE FUNCTION forget_imprint();
CREATE TRIGGER imprint_goes_with_key AFTER UPDATE OF key_destroyed_at ON upload FOR EACH ROW
  WHEN (OLD.key_destroyed_at IS NULL AND NEW.key_destroyed_at IS NOT NULL) EXECUTE FUNCTION forget_imprint();
