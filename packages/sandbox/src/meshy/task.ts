import type { FaultOf } from "../faults/fault-catalogue.ts";
import type { FileShelf } from "../shelf/file-shelf.ts";
import type { World } from "../world.ts";

export type TaskStatus = "PENDING" | "IN_PROGRESS" | "SUCCEEDED" | "FAILED" | "CANCELED";

/** One task, as its reads answer it. */
export type Task = {
  id: string;
  photo: Buffer;
  polygons: number;
  status: TaskStatus;
  createdAt: number;
  finishedAt: number;
  /** How often it was read. */
  polls: number;
  modelUrls: Record<string, string>;
  error: string;
  faults: ReadonlySet<FaultOf<"meshy">>;
};

export type MeshyRoom = { world: World; shelf: FileShelf; tasks: Map<string, Task> };
