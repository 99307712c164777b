import type { Provider } from "../../spec.ts";
import type { GeminiAccess } from "./access.ts";
import { submit } from "./submit.ts";

/** Google's Gemini API as a provider of images: it works while we wait, so it leaves no jobs. */
export function gemini(access: GeminiAccess): Provider {
  return {
    id: "gemini",
    recipient: "model-makers",
    submit: (submission) => submit(access, submission),
    jobs: null,
  };
}
