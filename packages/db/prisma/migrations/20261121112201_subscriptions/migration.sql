-- AlterTable
ALTER TABLE "credit_order" ADD COLUMN     "invoice_url" TEXT,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'pack',
ADD COLUMN     "period_end" TIMESTAMPTZ(3),
ADD COLUMN     "period_start" TIMESTAMPTZ(3),
ADD COLUMN     "stripe_invoice_id" TEXT,
ADD COLUMN     "subscription_id" TEXT;

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "stripe_customer_id" TEXT;

-- CreateTable
CREATE TABLE "plan" (
    "storefront" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "interval" TEXT NOT NULL,
    "expires_after_period_days" INTEGER,
    "position" INTEGER NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("storefront","id")
);

-- CreateTable
CREATE TABLE "plan_price" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" TEXT,
    "request_id" TEXT,
    "note" TEXT,
    "stripe_price_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_price_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "price_id" TEXT NOT NULL,
    "renewal_price_id" TEXT,
    "state" TEXT NOT NULL,
    "asks_to_start" BOOLEAN NOT NULL,
    "stripe_session_id" TEXT,
    "stripe_subscription_id" TEXT,
    "checkout_url" TEXT,
    "invoice_url" TEXT,
    "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "period_start" TIMESTAMPTZ(3),
    "period_end" TIMESTAMPTZ(3),
    "past_due_since" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by" TEXT,
    "ends_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "price_notice" (
    "price_id" TEXT NOT NULL,
    "subscription_id" TEXT NOT NULL,
    "mail_id" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "price_notice_pkey" PRIMARY KEY ("price_id","subscription_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "plan_price_request_id_key" ON "plan_price"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_price_stripe_price_id_key" ON "plan_price"("stripe_price_id");

-- CreateIndex
CREATE INDEX "plan_price_storefront_plan_id_effective_at_idx" ON "plan_price"("storefront", "plan_id", "effective_at");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_request_id_key" ON "subscription"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_stripe_session_id_key" ON "subscription"("stripe_session_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_stripe_subscription_id_key" ON "subscription"("stripe_subscription_id");

-- CreateIndex
CREATE INDEX "subscription_member_id_idx" ON "subscription"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_order_stripe_invoice_id_key" ON "credit_order"("stripe_invoice_id");

-- CreateIndex
CREATE INDEX "credit_order_subscription_id_idx" ON "credit_order"("subscription_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_stripe_customer_id_key" ON "member"("stripe_customer_id");

-- AddForeignKey
ALTER TABLE "credit_order" ADD CONSTRAINT "credit_order_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_price" ADD CONSTRAINT "plan_price_storefront_plan_id_fkey" FOREIGN KEY ("storefront", "plan_id") REFERENCES "plan"("storefront", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_price_id_fkey" FOREIGN KEY ("price_id") REFERENCES "plan_price"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_renewal_price_id_fkey" FOREIGN KEY ("renewal_price_id") REFERENCES "plan_price"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_notice" ADD CONSTRAINT "price_notice_price_id_fkey" FOREIGN KEY ("price_id") REFERENCES "plan_price"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "price_notice" ADD CONSTRAINT "price_notice_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE credit_order ADD CONSTRAINT order_kind
  CHECK (kind IN ('pack', 'period') AND (kind = 'period') = (num_nulls(subscription_id, period_start, period_end) = 0));
ALTER TABLE plan ADD CONSTRAINT plan_sells CHECK (interval IN ('month', 'year') AND credits > 0);
ALTER TABLE plan_price ADD CONSTRAINT plan_price_costs CHECK (amount_minor > 0);
ALTER TABLE subscription ADD CONSTRAINT subscription_state CHECK (
  state IN ('placed', 'active', 'past-due', 'paused', 'cancelling', 'ended')
  AND (cancelled_by IS NULL OR cancelled_by IN ('billing-page', 'mail'))
  AND (cancelled_at IS NULL) = (cancelled_by IS NULL)
  AND (ended_at IS NULL) = (state <> 'ended')
  AND (state <> 'past-due' OR past_due_since IS NOT NULL)
  AND (state NOT IN ('active', 'past-due', 'cancelling') OR num_nulls(started_at, period_start, period_end) = 0));

-- A member has one subscription at a time, however many pages were opened at once.
CREATE UNIQUE INDEX subscription_runs_once ON subscription (member_id) WHERE state <> 'ended';
-- What the sweep asks about.
CREATE INDEX subscription_unended ON subscription (period_end) WHERE state <> 'ended';

-- A price that was told stands.
CREATE FUNCTION refuse_other_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'price % stands; set a new one', OLD.id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER price_stands BEFORE UPDATE OF id, storefront, plan_id, amount_minor, currency, effective_at ON plan_price
  FOR EACH ROW EXECUTE FUNCTION refuse_other_price();

-- Whoever watches a subscription is told when the transaction that changed it commits.
CREATE FUNCTION tell_subscription() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('covenant_live', NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER tell AFTER UPDATE ON subscription FOR EACH ROW EXECUTE FUNCTION tell_subscription();
