import { systemClock } from "@covenant/domain";
import { fal } from "../adapters/fal/fal.ts";
import type { InputFields, OutputField, RouteFields } from "../spec.ts";
import { type Stage, secretWord, smallPicture, type Wanted } from "./stage.ts";

const image: InputFields["image"] = { field: "image_url", takesList: false };
const one = (path: string, format: OutputField["format"]): RouteFields["outputs"] => [{ path, format, role: "main" }];
const words = `a ${secretWord}`;

const picture: Wanted = {
  upstreamModel: "fal-ai/z-image/turbo",
  fields: {
    inputs: { prompt: "prompt", image: null, size: { field: "image_size", as: "dimensions" } },
    outputs: one("images[].url", "png"),
  },
  input: { prompt: words, size: "128x96", parameters: { num_images: 1, output_format: "png" } },
};

export const falStage: Stage = {
  room: "fal",
  build: (sandboxUrl, limitMs) =>
    fal({
      key: "id:secret",
      queueUrl: `${sandboxUrl}/fal/queue`,
      keySetUrl: `${sandboxUrl}/fal/.well-known/jwks.json`,
      clock: systemClock,
      ...(limitMs === undefined ? {} : { submitLimitMs: limitMs }),
    }),
  plays: "text-to-image",
  makes: {
    "text-to-image": picture,
    "image-to-image": {
      upstreamModel: "fal-ai/z-image/turbo/image-to-image",
      fields: { inputs: { prompt: "prompt", image, size: null }, outputs: one("images[].url", "png") },
      input: { prompt: words, image: smallPicture, parameters: {} },
    },
    "image-to-3d": {
      upstreamModel: "fal-ai/meshy/v6/image-to-3d",
      fields: {
        inputs: { prompt: "texture_prompt", image, size: null },
        outputs: [
          ...one("model_glb.url", "glb"),
          { path: "model_urls.obj.url", format: "obj", role: "extra" },
          { path: "model_urls.stl.url", format: "stl", role: "extra" },
        ],
      },
      input: { image: smallPicture, parameters: { target_polycount: 10_000 } },
    },
    "background-removal": {
      upstreamModel: "fal-ai/bria/background/remove",
      fields: { inputs: { prompt: null, image, size: null }, outputs: one("image.url", "png") },
      input: { image: smallPicture, parameters: {} },
    },
    "text-to-speech": {
      upstreamModel: "fal-ai/elevenlabs/tts/eleven-v3",
      fields: { inputs: { prompt: "text", image: null, size: null }, outputs: one("audio.url", "mp3") },
      input: { prompt: words, parameters: { voice: "Rachel" } },
    },
    "text-to-video": {
      upstreamModel: "fal-ai/veo3.1/fast",
      fields: { inputs: { prompt: "prompt", image: null, size: null }, outputs: one("video.url", "mp4") },
      input: { prompt: words, parameters: { duration: "4s", resolution: "720p" } },
    },
    "image-to-video": {
      upstreamModel: "fal-ai/kling-video/v3/pro/image-to-video",
      fields: {
        inputs: { prompt: "prompt", image: { field: "start_image_url", takesList: false }, size: null },
        outputs: one("video.url", "mp4"),
      },
      input: { prompt: words, image: smallPicture, parameters: { duration: "3" } },
    },
  },
  scenes: {
    "refuses the prompt": "refuse-prompt",
    "refuses without saying which side": { absent: "No refusal of fal says a side, so each is read as the prompt's." },
    "blocks the prompt in a good answer": { absent: "fal refuses a prompt with status 422, never with 200." },
    "withholds what it made": "refuse-output",
    "withholds what it made in another word": "refuse-flag",
    "makes nothing and says nothing": "no-media",
    "withholds one of two": "refuse-one",
    "finishes without a file": "empty",
    "cannot use the input": "bad-input",
    crashes: "fail",
    "is limited": "429",
    "has no place in its queue": { absent: "The queue takes whatever is submitted and drops nothing." },
    "says that our account is empty": "locked",
    "does not take our key": "401",
    "has retired the model": "retired",
    "loses the answer": "lost-submit",
    "keeps silent": "silent",
    "answers in nonsense": "nonsense",
    "is cut off by a gateway": "bad-gateway",
    "finishes after several reads": "after-polls",
    "forgets the job": "forgotten",
    "forgets the result": "result-gone",
    "ignores a cancellation": "cancel-ignored",
    "is queued": "stuck",
    "is at work": "timeout",
    "locks our account while it works": "slow locked-poll",
    "limits our reading": "slow 429-poll",
    "drops our reading": "slow lost-poll",
    "lets the address expire": "expired-url",
    "redirects inwards": "private-redirect",
    "sends the file drop by drop": "drip",
    "calls back": "",
    "calls back before it answers": "webhook-first",
    "calls back three times": "duplicate-webhook",
    "forges its signature": "bad-signature",
    "calls back ten minutes late": "stale-webhook",
    "signs with a new key": "rotated-key",
    "never calls back": "no-webhook",
    "counts more than was quoted": {
      absent: "fal answers no price; it counts billable units in a header for the books.",
    },
  },
};
