-- AlterTable
ALTER TABLE "act" ALTER COLUMN "at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "api_key" ALTER COLUMN "created_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "arrival" ALTER COLUMN "created_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "artifact" ALTER COLUMN "created_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "attempt" ALTER COLUMN "created_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "credit_order" ALTER COLUMN "placed_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "decision" ALTER COLUMN "at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "dispute" ALTER COLUMN "opened_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "exchange_rate" ALTER COLUMN "created_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "generation" ALTER COLUMN "created_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "generation_event" ALTER COLUMN "at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "mail" ALTER COLUMN "created_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "member" ALTER COLUMN "created_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "model_price" ALTER COLUMN "created_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "plan_price" ALTER COLUMN "created_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "quote" ALTER COLUMN "created_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "refund" ALTER COLUMN "asked_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "review_case" ALTER COLUMN "opened_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "ruling" ALTER COLUMN "at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "sanction" ALTER COLUMN "imposed_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "staff" ALTER COLUMN "created_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "strike" ALTER COLUMN "imposed_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "stripe_event" ALTER COLUMN "received_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "subscription" ALTER COLUMN "placed_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "suspension" ALTER COLUMN "imposed_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "terms_acceptance" ALTER COLUMN "accepted_at" DROP DEFAULT;

-- AlterTable
ALTER TABLE "upload" ALTER COLUMN "created_at" DROP DEFAULT;
