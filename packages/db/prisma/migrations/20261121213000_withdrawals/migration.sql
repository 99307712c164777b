-- AlterTable
ALTER TABLE "refund" ADD COLUMN     "received_at" TIMESTAMPTZ(3);

-- When a withdrawal reached us is said of withdrawals alone.
ALTER TABLE refund ADD CONSTRAINT refund_received CHECK (received_at IS NULL OR ground = 'withdrawal');
CREATE INDEX refund_withdrawal ON refund (order_id) WHERE ground = 'withdrawal';

-- A subscription also ends because its member withdrew from it, or their bank took a period's payment back.
ALTER TABLE subscription DROP CONSTRAINT subscription_state;
ALTER TABLE subscription ADD CONSTRAINT subscription_state CHECK (
  state IN ('placed', 'active', 'past-due', 'paused', 'cancelling', 'ended')
  AND (cancelled_by IS NULL OR cancelled_by IN ('billing-page', 'mail', 'account-closed', 'withdrawal', 'payment-lost'))
  AND (cancelled_at IS NULL) = (cancelled_by IS NULL)
  AND (ended_at IS NULL) = (state <> 'ended')
  AND (state <> 'past-due' OR past_due_since IS NOT NULL)
  AND (state NOT IN ('active', 'past-due', 'cancelling') OR num_nulls(started_at, period_start, period_end) = 0));
