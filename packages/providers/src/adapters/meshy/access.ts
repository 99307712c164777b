/** How this deployment reaches Meshy. */
export type MeshyAccess = {
  /** `https://api.meshy.ai`, without a trailing slash; the sandbox's in demo mode. */
  baseUrl: string;
  apiKey: string;
  /** Milliseconds a submit may take before its outcome counts as unknown; 30,000 unless told. */
  submitLimitMs?: number;
  /** Milliseconds for a read or a cancel; 15,000 unless told. */
  readLimitMs?: number;
  /** What a failed task's message says where moderation stopped it: Meshy documents the failure and not its words. */
  moderationWords?: RegExp;
};

export function authorization({ apiKey }: MeshyAccess): Record<string, string> {
  return { authorization: `Bearer ${apiKey}` };
}

/** The one address of a task: read with GET, erased with DELETE. */
export function taskUrl({ baseUrl }: MeshyAccess, id: string): string {
  return `${baseUrl}/openapi/v1/image-to-3d/${encodeURIComponent(id)}`;
}
