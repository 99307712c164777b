import type { Provider } from "../../spec.ts";
import type { OpenAiAccess } from "./access.ts";
import { makeImages } from "./make-images.ts";
import { speak } from "./speak.ts";

/** OpenAI's models as a provider: it works while we wait, so it leaves no jobs. */
export function openAi(access: OpenAiAccess): Provider {
  return {
    id: "openai",
    recipient: "model-makers",
    submit: (submission) =>
      submission.operation === "text-to-speech" ? speak(access, submission) : makeImages(access, submission),
    jobs: null,
  };
}
