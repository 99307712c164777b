-- CreateTable
CREATE TABLE "breaker" (
    "provider" TEXT NOT NULL,
    "upstream_model" TEXT NOT NULL,
    "failure_class" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "open_until" TIMESTAMPTZ(3) NOT NULL,
    "openings" INTEGER NOT NULL,
    "probe_id" TEXT,

    CONSTRAINT "breaker_pkey" PRIMARY KEY ("provider","upstream_model")
);

-- CreateTable
CREATE TABLE "upstream_account" (
    "provider" TEXT NOT NULL,
    "places" INTEGER NOT NULL,

    CONSTRAINT "upstream_account_pkey" PRIMARY KEY ("provider")
);

-- CreateTable
CREATE TABLE "kill_switch" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by" TEXT,

    CONSTRAINT "kill_switch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attempt_provider_upstream_model_ended_at_idx" ON "attempt"("provider", "upstream_model", "ended_at");
-- A target is stopped once.
CREATE UNIQUE INDEX kill_switch_set_once ON kill_switch (kind, target) WHERE lifted_at IS NULL;

-- What is in flight at a provider, counted before each attempt.
CREATE INDEX attempt_in_flight_at ON attempt (provider) WHERE state IN ('intent', 'submitted', 'unknown');

ALTER TABLE kill_switch ADD CONSTRAINT kill_switch_kind CHECK (kind IN ('provider', 'model', 'storefront'));
ALTER TABLE kill_switch ADD CONSTRAINT kill_switch_lifted_by_somebody CHECK ((lifted_at IS NULL) = (lifted_by IS NULL));
ALTER TABLE upstream_account ADD CONSTRAINT upstream_account_places CHECK (places > 0);
ALTER TABLE breaker ADD CONSTRAINT breaker_openings CHECK (openings > 0);
