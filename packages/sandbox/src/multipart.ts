import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Fields } from "./record.ts";

/** Teaches a server to read `multipart/form-data`: text fields as text, each file as `{ bytes, contentType }`. */
export function readMultipart(server: FastifyInstance): void {
  server.addContentTypeParser(
    "multipart/form-data",
    { parseAs: "buffer" },
    async (request: FastifyRequest, body: Buffer) => {
      const headers = { "content-type": request.headers["content-type"] ?? "" };
      const form = await new Response(Buffer.from(body), { headers }).formData();
      const fields: Fields = {};
      for (const [name, value] of form) fields[name] = typeof value === "string" ? value : await fileOf(value);
      return fields;
    },
  );
}

/** A file of a form. */
export type FormFile = { bytes: Buffer; contentType: string };

async function fileOf(file: Blob): Promise<FormFile> {
  return { bytes: Buffer.from(await file.arrayBuffer()), contentType: file.type };
}
