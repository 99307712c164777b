-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model" (
    "storefront" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "maker" TEXT NOT NULL,
    "modality" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "expected_seconds" INTEGER NOT NULL,
    "sizes" TEXT[],
    "position" INTEGER NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "model_pkey" PRIMARY KEY ("storefront","id")
);

-- CreateTable
CREATE TABLE "route" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "model_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "upstream_model" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "fields" JSONB NOT NULL,
    "no_store" TEXT NOT NULL,
    "trains_on_inputs" BOOLEAN NOT NULL,
    "cost_micro_usd" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "retired_from" DATE,
    "successor" TEXT,

    CONSTRAINT "route_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pack" (
    "storefront" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "expires_after_days" INTEGER,
    "position" INTEGER NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "pack_pkey" PRIMARY KEY ("storefront","id")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "keep_until" TIMESTAMPTZ(3),
    "key_destroyed_at" TIMESTAMPTZ(3),
    "bytes_deleted_at" TIMESTAMPTZ(3),
    "purge_cause" TEXT,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "artifact" (
    "id" TEXT NOT NULL,
    "generation_id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "keep_until" TIMESTAMPTZ(3),
    "download_confirmed_at" TIMESTAMPTZ(3),
    "key_destroyed_at" TIMESTAMPTZ(3),
    "bytes_deleted_at" TIMESTAMPTZ(3),
    "purge_cause" TEXT,

    CONSTRAINT "artifact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quote" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "model_id" TEXT NOT NULL,
    "size" TEXT,
    "credits" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "generation" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "api_key_id" TEXT,
    "quote_id" TEXT NOT NULL,
    "model_id" TEXT NOT NULL,
    "model_name" TEXT NOT NULL,
    "prompt" TEXT,
    "size" TEXT,
    "upload_id" TEXT,
    "credits" INTEGER NOT NULL,
    "hold_id" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "category" TEXT,
    "standing" TEXT,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "expected_seconds" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "start_by" TIMESTAMPTZ(3) NOT NULL,
    "finish_by" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "keep_until" TIMESTAMPTZ(3),
    "prompt_keep_until" TIMESTAMPTZ(3),

    CONSTRAINT "generation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "generation_event" (
    "generation_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "generation_event_pkey" PRIMARY KEY ("generation_id","sequence")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" TEXT NOT NULL,
    "generation_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "route_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "upstream_model" TEXT NOT NULL,
    "considered" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "handle" JSONB,
    "failure" JSONB,
    "reads" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_window" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_window_pkey" PRIMARY KEY ("key","window_start")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" TEXT NOT NULL,
    "storefront" TEXT,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "born_on" DATE NOT NULL,
    "country" TEXT NOT NULL,
    "email_confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms_acceptance" (
    "member_id" TEXT NOT NULL,
    "terms_version" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "terms_acceptance_pkey" PRIMARY KEY ("member_id","terms_version")
);

-- CreateTable
CREATE TABLE "member_session" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "absolute_expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_token" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "spent_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_order" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "pack_id" TEXT NOT NULL,
    "pack_name" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "charged_minor" INTEGER NOT NULL,
    "charged_currency" TEXT NOT NULL,
    "rate" TEXT NOT NULL,
    "expires_after_days" INTEGER,
    "method" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stripe_session_id" TEXT,
    "stripe_payment_intent_id" TEXT,
    "checkout_url" TEXT,
    "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paid_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "credit_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_event" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "api_version" TEXT,
    "payload" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,

    CONSTRAINT "stripe_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_job" (
    "id" BIGSERIAL NOT NULL,
    "queue" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "options" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "totp_sealed" TEXT NOT NULL,
    "totp_last_step" BIGINT NOT NULL DEFAULT 0,
    "roles" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "absolute_expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ruling" (
    "id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT,
    "generation_id" TEXT,
    "case_id" TEXT,
    "outcome" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "clauses" JSONB NOT NULL,
    "overridden" TEXT[],
    "terms_version" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "member_explanation" TEXT NOT NULL,
    "staff_explanation" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "strike" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "generation_id" TEXT NOT NULL,
    "case_id" TEXT,
    "clause_id" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "imposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "strike_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_case" (
    "id" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "generation_id" TEXT NOT NULL,
    "category" TEXT,
    "state" TEXT NOT NULL,
    "credits_under_review" INTEGER NOT NULL,
    "signals" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "review_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suspension" (
    "id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "imposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),
    "lifted_at" TIMESTAMPTZ(3),

    CONSTRAINT "suspension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "act" (
    "id" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "ruling_id" TEXT,
    "note" TEXT,
    "facts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "act_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_key_digest_key" ON "api_key"("digest");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_member_id_request_id_key" ON "api_key"("member_id", "request_id");

-- CreateIndex
CREATE INDEX "route_storefront_model_id_idx" ON "route"("storefront", "model_id");

-- CreateIndex
CREATE INDEX "upload_member_id_idx" ON "upload"("member_id");

-- CreateIndex
CREATE INDEX "artifact_member_id_idx" ON "artifact"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "artifact_generation_id_role_format_key" ON "artifact"("generation_id", "role", "format");

-- CreateIndex
CREATE INDEX "generation_member_id_created_at_id_idx" ON "generation"("member_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "generation_api_key_id_created_at_idx" ON "generation"("api_key_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "generation_member_id_request_id_key" ON "generation"("member_id", "request_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_generation_id_number_key" ON "attempt"("generation_id", "number");

-- CreateIndex
CREATE INDEX "mail_state_created_at_idx" ON "mail"("state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "member_storefront_email_key" ON "member"("storefront", "email");

-- CreateIndex
CREATE INDEX "member_session_member_id_idx" ON "member_session"("member_id");

-- CreateIndex
CREATE INDEX "email_token_member_id_purpose_idx" ON "email_token"("member_id", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "credit_order_stripe_session_id_key" ON "credit_order"("stripe_session_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_order_stripe_payment_intent_id_key" ON "credit_order"("stripe_payment_intent_id");

-- CreateIndex
CREATE INDEX "credit_order_member_id_placed_at_id_idx" ON "credit_order"("member_id", "placed_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "credit_order_member_id_request_id_key" ON "credit_order"("member_id", "request_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE INDEX "staff_session_staff_id_idx" ON "staff_session"("staff_id");

-- CreateIndex
CREATE INDEX "ruling_generation_id_at_idx" ON "ruling"("generation_id", "at");

-- CreateIndex
CREATE INDEX "ruling_case_id_idx" ON "ruling"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "strike_generation_id_key" ON "strike"("generation_id");

-- CreateIndex
CREATE INDEX "strike_member_id_idx" ON "strike"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_case_generation_id_key" ON "review_case"("generation_id");

-- CreateIndex
CREATE INDEX "review_case_state_opened_at_id_idx" ON "review_case"("state", "opened_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_case_id_key" ON "decision"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_request_id_key" ON "decision"("request_id");

-- CreateIndex
CREATE INDEX "suspension_member_id_idx" ON "suspension"("member_id");

-- CreateIndex
CREATE INDEX "act_subject_at_idx" ON "act"("subject", "at");

-- CreateIndex
CREATE INDEX "act_at_id_idx" ON "act"("at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "route" ADD CONSTRAINT "route_storefront_model_id_fkey" FOREIGN KEY ("storefront", "model_id") REFERENCES "model"("storefront", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "artifact" ADD CONSTRAINT "artifact_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "generation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "generation_event" ADD CONSTRAINT "generation_event_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "generation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "generation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terms_acceptance" ADD CONSTRAINT "terms_acceptance_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_session" ADD CONSTRAINT "member_session_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "review_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

