import { type MemberActor, newId, type UploadId } from "@covenant/domain";
import { storeUpload } from "../uploads/store-upload.ts";
import { smallPicture } from "./test-studio.ts";

/** An upload of a small picture, as it stands once its file has arrived. */
export async function plantUpload(deps: Parameters<typeof storeUpload>[0], actor: MemberActor): Promise<UploadId> {
  const bytes = await smallPicture();
  const image = { format: "png", bytes, width: 8, height: 8 } as const;
  const { id } = await storeUpload(deps, actor, { fileName: "a.png", image, arrivalId: newId("arrival") });
  return id as UploadId;
}
