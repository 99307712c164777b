import { falStage } from "./fal-stage.ts";
import { geminiStage } from "./gemini-stage.ts";
import { meshyStage } from "./meshy-stage.ts";
import { openAiStage } from "./openai-stage.ts";
import type { Stages } from "./stage.ts";

/** Every provider; the compiler names one that is missing. */
export const stages: Stages = { fal: falStage, openai: openAiStage, gemini: geminiStage, meshy: meshyStage };
