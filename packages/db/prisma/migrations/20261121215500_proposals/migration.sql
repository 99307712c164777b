-- AlterTable
ALTER TABLE "refund" ADD COLUMN     "approved_by" TEXT;

-- CreateTable
CREATE TABLE "proposal" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "proposal_request_id_key" ON "proposal"("request_id");

-- CreateIndex
CREATE INDEX "proposal_subject_idx" ON "proposal"("subject");

-- Whoever proposes does not decide, and what was decided stands.
ALTER TABLE proposal ADD CONSTRAINT proposal_second_person CHECK (decided_by <> proposed_by);
ALTER TABLE proposal ADD CONSTRAINT proposal_state CHECK (
  state IN ('open', 'approved', 'declined') AND (state = 'open') = (decided_by IS NULL)
  AND (decided_by IS NULL) = (decided_at IS NULL) AND (state = 'declined') = (reason IS NOT NULL));
ALTER TABLE refund ADD CONSTRAINT refund_second_person CHECK (approved_by <> staff_id);
CREATE UNIQUE INDEX proposal_open_once ON proposal (kind, subject) WHERE state = 'open';

CREATE FUNCTION keep_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a proposal is decided once and never edited' USING ERRCODE = 'CV001';
END $$;
CREATE TRIGGER decided_once BEFORE UPDATE ON proposal FOR EACH ROW
  WHEN (OLD.state <> 'open' OR (OLD.id, OLD.kind, OLD.storefront, OLD.member_id, OLD.subject, OLD.request_id, OLD.request,
    OLD.amount_minor, OLD.currency, OLD.note, OLD.proposed_by, OLD.proposed_at)
    IS DISTINCT FROM (NEW.id, NEW.kind, NEW.storefront, NEW.member_id, NEW.subject, NEW.request_id, NEW.request,
    NEW.amount_minor, NEW.currency, NEW.note, NEW.proposed_by, NEW.proposed_at))
  EXECUTE FUNCTION keep_proposal();
CREATE TRIGGER never_deleted BEFORE DELETE ON proposal FOR EACH ROW EXECUTE FUNCTION keep_proposal();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON proposal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
