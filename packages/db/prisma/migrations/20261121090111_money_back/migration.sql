-- AlterTable
ALTER TABLE "credit_order" ADD COLUMN     "asks_to_start" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "refunded_minor" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "refund" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "staff_id" TEXT,
    "ground" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "ruling_id" TEXT,
    "reclaimed" INTEGER NOT NULL,
    "goodwill" INTEGER NOT NULL DEFAULT 0,
    "amount_minor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stripe_refund_id" TEXT,
    "problem" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "stripe_dispute_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "frozen" INTEGER NOT NULL,
    "used" INTEGER NOT NULL,
    "turns" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "refund_request_id_key" ON "refund"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "refund_stripe_refund_id_key" ON "refund"("stripe_refund_id");

-- CreateIndex
CREATE INDEX "refund_order_id_idx" ON "refund"("order_id");

-- CreateIndex
CREATE INDEX "refund_asked_at_id_idx" ON "refund"("asked_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "dispute_stripe_dispute_id_key" ON "dispute"("stripe_dispute_id");

-- CreateIndex
CREATE INDEX "dispute_order_id_idx" ON "dispute"("order_id");

-- CreateIndex
CREATE INDEX "dispute_opened_at_id_idx" ON "dispute"("opened_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "credit_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "credit_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- No more goes back than was charged, whoever asks and however many do at once; one dispute of an order is open at a time.
ALTER TABLE credit_order ADD CONSTRAINT order_refunds_no_more_than_charged
  CHECK (refunded_minor BETWEEN 0 AND charged_minor);
ALTER TABLE refund ADD CONSTRAINT refund_state
  CHECK (state IN ('asked', 'pending', 'succeeded', 'failed') AND least(amount_minor, reclaimed, goodwill) >= 0
    AND (ended_at IS NULL) = (state IN ('asked', 'pending')));
ALTER TABLE dispute ADD CONSTRAINT dispute_state
  CHECK (state IN ('open', 'won', 'lost') AND (closed_at IS NULL) = (state = 'open'));
CREATE UNIQUE INDEX dispute_open_once ON dispute (order_id) WHERE state = 'open';
CREATE INDEX refund_unended ON refund (asked_at) WHERE ended_at IS NULL;
