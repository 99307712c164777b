-- AlterTable
ALTER TABLE "artifact" ADD COLUMN     "purge_begun_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "upload" ADD COLUMN     "purge_begun_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "preservation" (
    "id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "ruling_id" TEXT NOT NULL,
    "placed_by" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "binds_until" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,
    "end_note" TEXT,

    CONSTRAINT "preservation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "preservation_subject_idx" ON "preservation"("subject");

-- One preservation a subject at a time, and none that ends before it may.
CREATE UNIQUE INDEX preservation_stands_once ON preservation (subject) WHERE ended_at IS NULL;
ALTER TABLE preservation
  ADD CONSTRAINT reason_is_known CHECK (reason IN ('child-safety', 'litigation')),
  ADD CONSTRAINT binds_for_a_year CHECK (binds_until >= placed_at + interval '1 year'),
  ADD CONSTRAINT ends_after_it_binds CHECK (ended_at IS NULL OR ended_at >= binds_until);
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON preservation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
