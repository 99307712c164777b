import type { ApiKeyId, ApiKeyView } from "@covenant/domain";

type ApiKeyRow = {
  id: string;
  name: string;
  hint: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date | null;
  models: string[];
  monthlyCredits: number | null;
};

/** A key as its member sees it, never with its digest. */
export function viewApiKey(row: ApiKeyRow, usedThisMonth: number): ApiKeyView {
  return {
    id: row.id as ApiKeyId,
    name: row.name,
    hint: row.hint,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    models: row.models,
    monthlyCredits: row.monthlyCredits,
    usedThisMonth,
  };
}
