-- AlterTable
ALTER TABLE "upload" ADD COLUMN     "arrival_id" TEXT;

-- CreateTable
CREATE TABLE "arrival" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "parts" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "keep_until" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "arrival_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "arrival_member_id_idx" ON "arrival"("member_id");

-- CreateIndex
CREATE INDEX "arrival_keep_until_idx" ON "arrival"("keep_until");

-- CreateIndex
CREATE UNIQUE INDEX "upload_arrival_id_key" ON "upload"("arrival_id");
