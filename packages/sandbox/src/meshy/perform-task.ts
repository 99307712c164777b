import { modelPhoto } from "../engine/model-photo.ts";
import type { MeshyRoom, Task } from "./task.ts";

const waitMilliseconds = 300;
const workMilliseconds = 1_500;
/** Assets are kept about three days for accounts below enterprise. */
const assetSeconds = 3 * 24 * 3_600;
/** From this many polygons on, the relief is built on the finer grid. */
const fineFromPolygons = 50_000;

/** Takes a task to its end. Rejects only when the sandbox closes. */
export async function performTask({ world, shelf }: MeshyRoom, task: Task): Promise<void> {
  const { faults } = task;
  const slowness = faults.has("slow") ? 10 : 1;
  if (faults.has("stuck")) return;
  await world.background.sleep(world.pace(waitMilliseconds * slowness));
  task.status = "IN_PROGRESS";
  if (faults.has("timeout")) return;
  await world.background.sleep(world.pace(workMilliseconds * slowness));
  const failure = faults.has("fail") ? "Internal error." : faults.has("refuse-prompt") ? refused : "";
  if (failure === "" && !faults.has("empty")) {
    const { glb, obj, stl } = await modelPhoto(task.photo, task.polygons >= fineFromPolygons ? 256 : 64);
    const keep = (name: string, contentType: string, bytes: Buffer) =>
      shelf.keep({ name, contentType, bytes, seconds: assetSeconds, faults });
    task.modelUrls = {
      glb: keep("model.glb", "model/gltf-binary", glb),
      obj: keep("model.obj", "model/obj", obj),
      stl: keep("model.stl", "model/stl", stl),
    };
  }
  task.error = failure;
  task.status = failure === "" ? "SUCCEEDED" : "FAILED";
  task.finishedAt = Date.now();
  task.photo = Buffer.alloc(0);
}

/** The documentation says that moderation fails a task; the words are this stand-in's. */
const refused = "The input image was rejected by content moderation.";
