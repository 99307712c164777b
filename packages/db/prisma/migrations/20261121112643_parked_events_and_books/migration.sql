-- AlterTable
ALTER TABLE "credit_order" ADD COLUMN     "problem" TEXT;

-- AlterTable
ALTER TABLE "review_case" ADD COLUMN     "cause_id" TEXT,
ADD COLUMN     "facts" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'prompt',
ADD COLUMN     "order_id" TEXT,
ALTER COLUMN "generation_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "stripe_event" ADD COLUMN     "about_id" TEXT,
ADD COLUMN     "about_noun" TEXT,
ADD COLUMN     "heard_by" TEXT NOT NULL DEFAULT 'webhook',
ADD COLUMN     "occurred_at" TIMESTAMPTZ(3),
ADD COLUMN     "parked_for" TEXT;

-- CreateTable
CREATE TABLE "event_watermark" (
    "id" TEXT NOT NULL,
    "listed_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_watermark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "balance_movement" (
    "id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "settled_minor" BIGINT NOT NULL,
    "fee_minor" BIGINT NOT NULL,
    "settled_currency" TEXT NOT NULL,
    "payment_intent_id" TEXT,
    "refund_id" TEXT,
    "dispute_id" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "balance_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reconciled_day" (
    "day" DATE NOT NULL,
    "matched" INTEGER NOT NULL DEFAULT 0,
    "sums" JSONB NOT NULL DEFAULT '[]',
    "settled" JSONB NOT NULL DEFAULT '[]',
    "compared_at" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reconciled_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "difference" (
    "id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "order_id" TEXT,
    "refund_id" TEXT,
    "dispute_id" TEXT,
    "processor_id" TEXT,
    "ours" BIGINT,
    "theirs" BIGINT,
    "unit" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "difference_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "balance_movement_day_idx" ON "balance_movement"("day");

-- CreateIndex
CREATE INDEX "balance_movement_payment_intent_id_idx" ON "balance_movement"("payment_intent_id");

-- CreateIndex
CREATE INDEX "balance_movement_refund_id_idx" ON "balance_movement"("refund_id");

-- CreateIndex
CREATE INDEX "balance_movement_dispute_id_idx" ON "balance_movement"("dispute_id");

-- CreateIndex
CREATE INDEX "difference_order_id_idx" ON "difference"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "difference_day_kind_subject_key" ON "difference"("day", "kind", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "review_case_cause_id_key" ON "review_case"("cause_id");

-- CreateIndex
CREATE INDEX "review_case_order_id_idx" ON "review_case"("order_id");

-- CreateIndex
CREATE INDEX "stripe_event_about_id_idx" ON "stripe_event"("about_id");

-- CreateIndex
CREATE INDEX "stripe_event_received_at_id_idx" ON "stripe_event"("received_at" DESC, "id" DESC);

-- What events kept so far are about was in their payload alone; those that nobody could use are parked from now on.
UPDATE stripe_event SET about_id = payload->'about'->>'id',
  about_noun = CASE payload->'about'->>'object'
    WHEN 'checkout.session' THEN 'checkout' WHEN 'refund' THEN 'refund' WHEN 'dispute' THEN 'dispute' END;
UPDATE stripe_event SET about_id = NULL WHERE about_noun IS NULL;
UPDATE stripe_event SET parked_for = 'foreign' WHERE problem IS NOT NULL;
UPDATE stripe_event SET attempts = 1;

ALTER TABLE stripe_event ADD CONSTRAINT stripe_event_parked
  CHECK ((parked_for IS NULL) = (problem IS NULL) AND parked_for IN ('version', 'foreign', 'unsettled')
    AND heard_by IN ('webhook', 'asked') AND (about_noun IS NULL) = (about_id IS NULL));
CREATE INDEX stripe_event_waiting ON stripe_event (received_at DESC, id DESC) WHERE parked_for IS NOT NULL;
CREATE INDEX order_with_problem ON credit_order (id DESC) WHERE problem IS NOT NULL;

-- A case is about a generation's prompt, or about the money of an order.
ALTER TABLE review_case ADD CONSTRAINT case_kind
  CHECK (CASE kind WHEN 'prompt' THEN generation_id IS NOT NULL AND order_id IS NULL AND cause_id IS NULL
    ELSE kind IN ('shortfall', 'fraud-warning') AND generation_id IS NULL AND order_id IS NOT NULL AND cause_id IS NOT NULL END);

ALTER TABLE balance_movement ADD CONSTRAINT balance_movement_kind CHECK (kind IN
  ('payment', 'refund', 'refund-failure', 'dispute', 'dispute-reversal', 'fee', 'payout', 'other'));
CREATE TRIGGER added_to_only BEFORE UPDATE OR DELETE ON balance_movement FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A difference that was found stays: only when it was gone may be written, and taken back when it is there again.
CREATE FUNCTION keep_difference() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.id, OLD.day, OLD.kind, OLD.subject, OLD.found_at)
    = (NEW.id, NEW.day, NEW.kind, NEW.subject, NEW.found_at)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a difference stays on record' USING ERRCODE = 'CV001';
END $$;
CREATE TRIGGER stays_on_record BEFORE UPDATE OR DELETE ON difference FOR EACH ROW EXECUTE FUNCTION keep_difference();
CREATE INDEX difference_open ON difference (day) WHERE resolved_at IS NULL;
