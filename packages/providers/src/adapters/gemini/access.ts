/** How this deployment reaches Google's Gemini API. */
export type GeminiAccess = {
  /** `https://generativelanguage.googleapis.com`, without a trailing slash; the sandbox's in demo mode. */
  baseUrl: string;
  apiKey: string;
  /** Milliseconds an answer may take before its outcome counts as unknown; 120,000 unless told. */
  timeLimitMs?: number;
};
