-- AlterTable
ALTER TABLE "model" ADD COLUMN     "prompt_most" INTEGER,
ADD COLUMN     "successor_id" TEXT,
ADD COLUMN     "sunset_on" DATE,
ADD COLUMN     "usage_policy_url" TEXT;

-- CreateTable
CREATE TABLE "model_price" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "model_id" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" TEXT,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_price_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_price_notice" (
    "price_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "mail_id" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_price_notice_pkey" PRIMARY KEY ("price_id","member_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "model_price_storefront_model_id_effective_at_key" ON "model_price"("storefront", "model_id", "effective_at");

-- CreateIndex
CREATE INDEX "model_price_notice_member_id_idx" ON "model_price_notice"("member_id");

-- AddForeignKey
ALTER TABLE "model_price" ADD CONSTRAINT "model_price_storefront_model_id_fkey" FOREIGN KEY ("storefront", "model_id") REFERENCES "model"("storefront", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_price_notice" ADD CONSTRAINT "model_price_notice_price_id_fkey" FOREIGN KEY ("price_id") REFERENCES "model_price"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What each model costs now is the price it came with.
INSERT INTO model_price (id, storefront, model_id, credits, effective_at)
  SELECT 'mpr_' || md5(storefront || '/' || id), storefront, id, credits, '2026-01-01T00:00:00Z' FROM model;
ALTER TABLE model DROP COLUMN credits;

ALTER TABLE model_price ADD CONSTRAINT model_price_costs CHECK (credits > 0);
ALTER TABLE model ADD CONSTRAINT model_limits CHECK (prompt_most > 0 AND expected_seconds > 0);
ALTER TABLE model ADD CONSTRAINT model_followed CHECK (successor_id IS NULL OR sunset_on IS NOT NULL AND successor_id <> id);

-- A price that was told stands.
CREATE FUNCTION refuse_other_model_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'price % stands; set a new one', OLD.id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER model_price_stands BEFORE UPDATE ON model_price FOR EACH ROW EXECUTE FUNCTION refuse_other_model_price();
