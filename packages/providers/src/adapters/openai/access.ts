/** How this deployment reaches OpenAI. */
export type OpenAiAccess = {
  /** `https://api.openai.com`, without a trailing slash; the sandbox's in demo mode. */
  baseUrl: string;
  apiKey: string;
  /** Milliseconds an answer may take before its outcome counts as unknown; each question has its own usual limit. */
  timeLimitMs?: number;
};

export function authorization({ apiKey }: OpenAiAccess): Record<string, string> {
  return { authorization: `Bearer ${apiKey}` };
}
