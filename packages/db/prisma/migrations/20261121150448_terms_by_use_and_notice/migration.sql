-- AlterTable
ALTER TABLE "terms_acceptance" ADD COLUMN     "how" TEXT NOT NULL DEFAULT 'ticked',
ADD COLUMN     "ruling_id" TEXT;

-- CreateTable
CREATE TABLE "terms_notice" (
    "member_id" TEXT NOT NULL,
    "terms_version" TEXT NOT NULL,
    "mail_id" TEXT NOT NULL,
    "ruling_id" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "terms_notice_pkey" PRIMARY KEY ("member_id","terms_version")
);

-- AddForeignKey
ALTER TABLE "terms_notice" ADD CONSTRAINT "terms_notice_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A use accepts under a ruling, which says which clause lets it.
ALTER TABLE terms_acceptance ADD CONSTRAINT terms_acceptance_how
  CHECK (how IN ('ticked', 'by-use') AND (how = 'by-use') = (ruling_id IS NOT NULL));

-- Whom we told, and when, is only added to.
CREATE TRIGGER added_to_only BEFORE UPDATE OR DELETE ON terms_notice FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_truncated BEFORE TRUNCATE ON terms_notice FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
