-- AlterTable
ALTER TABLE "sanction" ADD COLUMN     "replaces_id" TEXT,
ADD COLUMN     "undone_as" TEXT;

-- AlterTable
ALTER TABLE "termination" ADD COLUMN     "reopened_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "sanction_strike" (
    "sanction_id" TEXT NOT NULL,
    "strike_id" TEXT NOT NULL,

    CONSTRAINT "sanction_strike_pkey" PRIMARY KEY ("sanction_id","strike_id")
);

-- CreateTable
CREATE TABLE "appeal" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "ruling_id" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,
    "open_until" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_by" TEXT,
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeal_decision" (
    "id" TEXT NOT NULL,
    "appeal_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "receipts" JSONB NOT NULL,
    "ruling_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "appeal_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sanction_strike_strike_id_idx" ON "sanction_strike"("strike_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_case_id_key" ON "appeal"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_request_id_key" ON "appeal"("request_id");

-- CreateIndex
CREATE INDEX "appeal_member_id_idx" ON "appeal"("member_id");

-- CreateIndex
CREATE INDEX "appeal_state_due_at_id_idx" ON "appeal"("state", "due_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_decision_appeal_id_key" ON "appeal_decision"("appeal_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_decision_request_id_key" ON "appeal_decision"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "sanction_replaces_id_key" ON "sanction"("replaces_id");

-- AddForeignKey
ALTER TABLE "sanction_strike" ADD CONSTRAINT "sanction_strike_sanction_id_fkey" FOREIGN KEY ("sanction_id") REFERENCES "sanction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanction_strike" ADD CONSTRAINT "sanction_strike_strike_id_fkey" FOREIGN KEY ("strike_id") REFERENCES "strike"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "review_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal_decision" ADD CONSTRAINT "appeal_decision_appeal_id_fkey" FOREIGN KEY ("appeal_id") REFERENCES "appeal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- How a sanction was undone. Of those undone before: wrong where a ruling said so, else lifted.
DROP TRIGGER undone_only ON sanction;
UPDATE sanction s SET undone_as = CASE WHEN EXISTS (SELECT FROM ruling r
    WHERE r.case_id = s.case_id AND r.question = 'appeal' AND r.outcome = 'overturned') THEN 'wrong' ELSE 'lifted' END
  WHERE s.undone_at IS NOT NULL;
ALTER TABLE sanction ADD CONSTRAINT sanction_undone
  CHECK ((undone_at IS NULL) = (undone_as IS NULL) AND undone_as IN ('lifted', 'wrong', 'judged-again'));
CREATE OR REPLACE FUNCTION refuse_rewriting_sanction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'undone_at' - 'undone_as' <> to_jsonb(OLD) - 'undone_at' - 'undone_as' THEN
    RAISE EXCEPTION 'a sanction is undone and never edited' USING ERRCODE = 'CV001';
  END IF;
  -- One that was lifted can still turn out wrong; nothing else is undone twice.
  IF OLD.undone_at IS NOT NULL AND (NEW.undone_at <> OLD.undone_at OR OLD.undone_as <> 'lifted') THEN
    RAISE EXCEPTION 'a sanction is undone once' USING ERRCODE = 'CV001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER undone_only BEFORE UPDATE ON sanction FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_sanction();
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "sanction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What each sanction so far rests on: the strikes that counted when it was imposed.
INSERT INTO sanction_strike (sanction_id, strike_id)
  SELECT s.id, k.id FROM sanction s JOIN strike k ON k.member_id = s.member_id AND k.imposed_at <= s.imposed_at
    AND k.expires_at > s.imposed_at AND k.state <> 'pending' AND (k.ended_at IS NULL OR k.ended_at > s.imposed_at);
CREATE TRIGGER added_to_only BEFORE UPDATE OR DELETE ON sanction_strike FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A closing that was carried out can turn out wrong, and then the account opens again.
ALTER TABLE termination ADD CONSTRAINT termination_reopened CHECK (reopened_at IS NULL OR carried_out_at IS NOT NULL);

-- A decision is appealed once (appeal_case_id_key), within a time that is never shorter than the law's.
ALTER TABLE appeal ADD CONSTRAINT appeal_state
  CHECK (state IN ('received', 'looking', 'decided') AND open_until >= told_at + interval '183 days'
    AND received_at <= open_until AND (taken_by IS NULL) = (taken_at IS NULL) AND (state <> 'looking' OR taken_by IS NOT NULL));
CREATE TRIGGER never_deleted BEFORE DELETE ON appeal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON appeal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER added_to_only BEFORE UPDATE OR DELETE ON appeal_decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON appeal_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE appeal_decision ADD CONSTRAINT appeal_decision_outcome CHECK (outcome IN ('upheld', 'rejected'));

-- Whoever decided does not judge the appeal (Regulation (EU) 2022/2065, art. 20): neither as its author nor as the one who
-- opened the file that led to it.
CREATE FUNCTION refuse_judging_oneself() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM appeal a JOIN decision d ON d.case_id = a.case_id
      WHERE a.id = NEW.appeal_id AND d.staff_id = NEW.staff_id)
    OR EXISTS (SELECT FROM appeal a JOIN act c ON c.subject = a.case_id AND c.act = 'case.open'
      WHERE a.id = NEW.appeal_id AND c.actor = NEW.staff_id) THEN
    RAISE EXCEPTION 'an appeal is decided by somebody who had no part in the decision' USING ERRCODE = 'CV002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decided_by_another BEFORE INSERT ON appeal_decision FOR EACH ROW EXECUTE FUNCTION refuse_judging_oneself();
