-- CreateTable
CREATE TABLE "unsigned_event" (
    "processor" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unsigned_event_pkey" PRIMARY KEY ("processor","day")
);
