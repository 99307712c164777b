-- AlterTable
ALTER TABLE "strike" ADD COLUMN     "conduct" TEXT,
ALTER COLUMN "generation_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "suspension" ADD COLUMN     "sanction_id" TEXT;

-- CreateTable
CREATE TABLE "sanction" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "ruling_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "clause_id" TEXT NOT NULL,
    "conduct" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "imposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),
    "running" INTEGER,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "sanction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "termination" (
    "sanction_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "credits" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "carried_out_at" TIMESTAMPTZ(3),

    CONSTRAINT "termination_pkey" PRIMARY KEY ("sanction_id")
);

-- CreateIndex
CREATE INDEX "sanction_member_id_imposed_at_idx" ON "sanction"("member_id", "imposed_at");

-- CreateIndex
CREATE INDEX "termination_member_id_idx" ON "termination"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "suspension_sanction_id_key" ON "suspension"("sanction_id");

-- AddForeignKey
ALTER TABLE "termination" ADD CONSTRAINT "termination_sanction_id_fkey" FOREIGN KEY ("sanction_id") REFERENCES "sanction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
-- No sanction without a person's decision: a decision has its author.
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "decision"("case_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A strike is for one request or for conduct, and a decision about an account gives one at most.
ALTER TABLE strike ADD CONSTRAINT strike_has_one_subject CHECK ((generation_id IS NULL) <> (conduct IS NULL));
CREATE UNIQUE INDEX strike_of_account_case ON strike (case_id) WHERE conduct IS NOT NULL;

-- What an account is looked at for has one open file, whoever asks and however many do at once.
CREATE UNIQUE INDEX account_case_open_once ON review_case (member_id, (facts ->> 'conduct'))
  WHERE kind = 'account' AND state IN ('open', 'claimed');

-- A statement of reasons stays as it was given; of a sanction only its undoing is written later, and once.
ALTER TABLE sanction ADD CONSTRAINT sanction_kind CHECK (kind IN ('warning', 'limit', 'suspension', 'termination'));
CREATE FUNCTION refuse_rewriting_sanction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'undone_at' <> to_jsonb(OLD) - 'undone_at' OR OLD.undone_at IS NOT NULL THEN
    RAISE EXCEPTION 'a sanction is undone and never edited' USING ERRCODE = 'CV001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER undone_only BEFORE UPDATE ON sanction FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_sanction();
CREATE TRIGGER never_deleted BEFORE DELETE ON sanction FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON sanction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- An account has one closing under way, and a closing ends once: carried out or withdrawn.
ALTER TABLE termination ADD CONSTRAINT termination_ends_once
  CHECK (credits IN ('forfeited', 'left') AND num_nonnulls(withdrawn_at, carried_out_at) <= 1);
CREATE UNIQUE INDEX termination_under_way_once ON termination (member_id)
  WHERE withdrawn_at IS NULL AND carried_out_at IS NULL;
CREATE INDEX termination_due ON termination (effective_at) WHERE withdrawn_at IS NULL AND carried_out_at IS NULL;
CREATE INDEX strike_counting ON strike (member_id, expires_at) WHERE state = 'counting';

-- A subscription also ends with its account.
ALTER TABLE subscription DROP CONSTRAINT subscription_state;
ALTER TABLE subscription ADD CONSTRAINT subscription_state CHECK (
  state IN ('placed', 'active', 'past-due', 'paused', 'cancelling', 'ended')
  AND (cancelled_by IS NULL OR cancelled_by IN ('billing-page', 'mail', 'account-closed'))
  AND (cancelled_at IS NULL) = (cancelled_by IS NULL)
  AND (ended_at IS NULL) = (state <> 'ended')
  AND (state <> 'past-due' OR past_due_since IS NOT NULL)
  AND (state NOT IN ('active', 'past-due', 'cancelling') OR num_nulls(started_at, period_start, period_end) = 0));

-- A case about an account is about no request and no order; one that a person opened names the request that did.
ALTER TABLE review_case DROP CONSTRAINT case_kind;
ALTER TABLE review_case ADD CONSTRAINT case_kind
  CHECK (CASE kind WHEN 'prompt' THEN generation_id IS NOT NULL AND order_id IS NULL AND cause_id IS NULL
    WHEN 'account' THEN generation_id IS NULL AND order_id IS NULL
    ELSE kind IN ('shortfall', 'fraud-warning') AND generation_id IS NULL AND order_id IS NOT NULL AND cause_id IS NOT NULL END);
