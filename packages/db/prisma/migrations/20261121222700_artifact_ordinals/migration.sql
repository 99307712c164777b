-- DropIndex
DROP INDEX "artifact_generation_id_role_format_key";

-- AlterTable
ALTER TABLE "artifact" ADD COLUMN     "ordinal" INTEGER NOT NULL DEFAULT 1;

-- CreateIndex
CREATE UNIQUE INDEX "artifact_generation_id_role_format_ordinal_key" ON "artifact"("generation_id", "role", "format", "ordinal");
