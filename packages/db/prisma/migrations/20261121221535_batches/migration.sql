-- AlterTable
ALTER TABLE "generation" ADD COLUMN     "count" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "model" ADD COLUMN     "count_most" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "quote" ADD COLUMN     "count" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE model ADD CONSTRAINT model_batches CHECK (count_most BETWEEN 1 AND 10);
ALTER TABLE quote ADD CONSTRAINT quote_counts CHECK (count BETWEEN 1 AND 10);
ALTER TABLE generation ADD CONSTRAINT generation_counts CHECK (count BETWEEN 1 AND 10);
