import { Document, NodeIO } from "@gltf-transform/core";
import sharp from "sharp";
import type { Relief } from "./relief.ts";

/** Binary glTF 2.0 of the mesh, textured with the photo. */
export async function writeGlb({ positions, uvs, normals, indices }: Relief, texture: Buffer): Promise<Buffer> {
  const document = new Document();
  document.getRoot().getAsset().generator = "local preview";
  const buffer = document.createBuffer();
  const primitive = document
    .createPrimitive()
    .setAttribute("POSITION", document.createAccessor().setType("VEC3").setArray(positions.slice()).setBuffer(buffer))
    .setAttribute("NORMAL", document.createAccessor().setType("VEC3").setArray(normals.slice()).setBuffer(buffer))
    .setAttribute("TEXCOORD_0", document.createAccessor().setType("VEC2").setArray(uvs.slice()).setBuffer(buffer))
    .setIndices(document.createAccessor().setType("SCALAR").setArray(indices.slice()).setBuffer(buffer))
    .setMaterial(
      document
        .createMaterial("photo")
        .setBaseColorTexture(
          document.createTexture("photo").setMimeType("image/jpeg").setImage(new Uint8Array(texture)),
        )
        .setRoughnessFactor(0.85)
        .setMetallicFactor(0),
    );
  const node = document.createNode("relief").setMesh(document.createMesh("relief").addPrimitive(primitive));
  document.createScene("relief").addChild(node);
  return Buffer.from(await new NodeIO().writeBinary(document));
}

/** The photo upright, at most 1024 pixels a side, on white where it was transparent. */
export async function readTexture(photo: Buffer): Promise<Buffer> {
  return sharp(photo)
    .autoOrient()
    .flatten({ background: "#fff" })
    .resize(1024, 1024, { fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: 88 })
    .toBuffer();
}
