-- CreateTable
CREATE TABLE "exchange_rate" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "base" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "rate" TEXT NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "staff_id" TEXT,
    "request_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "exchange_rate_request_id_key" ON "exchange_rate"("request_id");

-- CreateIndex
CREATE INDEX "exchange_rate_storefront_quote_effective_at_idx" ON "exchange_rate"("storefront", "quote", "effective_at");

ALTER TABLE exchange_rate ADD CONSTRAINT exchange_rate_decimal CHECK (rate ~ '^[1-9][0-9]{0,3}\.[0-9]{1,6}$');
CREATE TRIGGER added_to_only BEFORE UPDATE OR DELETE ON exchange_rate FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON exchange_rate FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
