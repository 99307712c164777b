-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "fetch_failures" INTEGER NOT NULL DEFAULT 0;
