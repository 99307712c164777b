-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "erased" TEXT,
ADD COLUMN     "erased_at" TIMESTAMPTZ(3),
ADD COLUMN     "found" TEXT,
ADD COLUMN     "found_at" TIMESTAMPTZ(3),
ADD COLUMN     "held_until" TIMESTAMPTZ(3),
ADD COLUMN     "input_tokens" INTEGER,
ADD COLUMN     "lost_at" TIMESTAMPTZ(3),
ADD COLUMN     "output_tokens" INTEGER;

-- AlterTable
ALTER TABLE "generation" ADD COLUMN     "cancel_asked_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "alarm" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "upstream_model" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT,

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("id")
);

-- What is the matter is said once, however many attempts meet it.
CREATE UNIQUE INDEX alarm_raised_once ON alarm (kind, provider, upstream_model) WHERE resolved_at IS NULL;
ALTER TABLE alarm ADD CONSTRAINT alarm_kind CHECK (kind IN ('model-gone', 'account-refused', 'orphan'));
ALTER TABLE alarm ADD CONSTRAINT alarm_resolved_by_somebody CHECK ((resolved_at IS NULL) = (resolved_by IS NULL));

ALTER TABLE attempt ADD CONSTRAINT attempt_found CHECK (found IN ('attached', 'not-found') AND (found IS NULL) = (found_at IS NULL));
ALTER TABLE attempt ADD CONSTRAINT attempt_erased CHECK (erased IN ('erased', 'gone') AND (erased IS NULL) = (erased_at IS NULL));
-- Jobs that may exist upstream and of which nobody knows the id.
CREATE INDEX attempt_orphan ON attempt (lost_at) WHERE lost_at IS NOT NULL AND handle IS NULL AND found_at IS NULL;
-- A job upstream belongs to one attempt.
CREATE UNIQUE INDEX attempt_job ON attempt (provider, (handle ->> 'upstreamId')) WHERE handle IS NOT NULL;
