-- AlterTable
ALTER TABLE "refund" ADD COLUMN     "way" TEXT NOT NULL DEFAULT 'payment';

-- What a person transfers, the processor never sends. It stands as made, until somebody says that it came back.
ALTER TABLE refund ADD CONSTRAINT refund_way
  CHECK (way = 'payment' OR way = 'transfer' AND stripe_refund_id IS NULL AND state IN ('succeeded', 'failed'));

-- What waits for a person, counted every half minute.
CREATE INDEX refund_failed ON refund (order_id) WHERE state = 'failed';
CREATE INDEX dispute_unanswered ON dispute (order_id) WHERE state IN ('inquiry', 'open');
