-- AlterTable
ALTER TABLE "artifact" ADD COLUMN     "receipt" TEXT;

-- AlterTable
ALTER TABLE "upload" ADD COLUMN     "receipt" TEXT;

-- What the sweep still has to sign.
CREATE INDEX artifact_unsigned ON artifact (id) WHERE bytes_deleted_at IS NOT NULL AND receipt IS NULL;
CREATE INDEX upload_unsigned ON upload (id) WHERE bytes_deleted_at IS NOT NULL AND receipt IS NULL;

-- Accounts that were closed, of which few are.
CREATE INDEX member_closed ON member (closed_at) WHERE closed_at IS NOT NULL;

-- Of which entries a file is part, and which files have been gone for how long.
CREATE INDEX generation_upload ON generation (upload_id) WHERE upload_id IS NOT NULL;
CREATE INDEX upload_gone ON upload (bytes_deleted_at) WHERE bytes_deleted_at IS NOT NULL;
