import { type Logger, pino } from "pino";

/** Structured logs on standard output, one JSON line each. What could name a person or carry a secret never enters. */
export function openLog(part: string): Logger {
  return pino({
    base: { part },
    redact: { paths: ["req.headers.cookie", "req.headers.authorization", "*.prompt", "*.email"], censor: "[covered]" },
  });
}
