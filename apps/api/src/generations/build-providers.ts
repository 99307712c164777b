import { systemClock } from "@covenant/domain";
import { fal, gemini, meshy, openAi, type Provider } from "@covenant/providers";
import type { Settings } from "../env.ts";

/** The providers this installation has keys for. A route that leads to another is left out, and the choice says so. */
export function buildProviders(settings: Settings): Provider[] {
  const { FAL_KEY, FAL_QUEUE_URL, FAL_JWKS_URL, OPENAI_API_KEY, OPENAI_URL } = settings;
  const { GEMINI_API_KEY, GEMINI_URL, MESHY_API_KEY, MESHY_URL } = settings;
  return [
    fal({ key: FAL_KEY, queueUrl: FAL_QUEUE_URL, keySetUrl: FAL_JWKS_URL, clock: systemClock }),
    openAi({ apiKey: OPENAI_API_KEY, baseUrl: OPENAI_URL }),
    ...(GEMINI_API_KEY === undefined ? [] : [gemini({ apiKey: GEMINI_API_KEY, baseUrl: GEMINI_URL })]),
    ...(MESHY_API_KEY === undefined ? [] : [meshy({ apiKey: MESHY_API_KEY, baseUrl: MESHY_URL })]),
  ];
}
