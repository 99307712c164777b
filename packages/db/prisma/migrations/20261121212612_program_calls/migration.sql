-- CreateTable
CREATE TABLE "program_call" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "api_key_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "code" TEXT,
    "model_id" TEXT,
    "generation_id" TEXT,
    "is_replay" BOOLEAN NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "keep_until" TIMESTAMPTZ(3),

    CONSTRAINT "program_call_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "program_call_member_id_id_idx" ON "program_call"("member_id", "id" DESC);

-- CreateIndex
CREATE INDEX "program_call_member_id_at_idx" ON "program_call"("member_id", "at");

-- CreateIndex
CREATE INDEX "program_call_keep_until_idx" ON "program_call"("keep_until");
