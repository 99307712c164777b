import type { Readable } from "node:stream";
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import type { FileStore, StoredRange } from "./file-store.ts";
import { inBlocks } from "./sealed-format.ts";

export type BucketAddress = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** Bytes sent in one request; S3 wants at least 5 MiB in every part but the last. */
const partBytes = 8 * 1024 * 1024;

type Bucket = { client: S3Client; name: string };

/** Sealed files in one bucket of any S3 API: R2, MinIO, AWS. Memory stays at one part, however large the file. */
export function s3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey }: BucketAddress): FileStore {
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    // Other makers' S3 refuse the checksums the SDK adds of itself; a sealed file authenticates its own bytes.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const to: Bucket = { client, name: bucket };
  return {
    recipient: "object-storage",
    write: (name, bytes) => write(to, name, bytes),
    read: (name, range) => read(to, name, range),
    list: (prefix, after) => list(to, prefix, after),
    async remove(name) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: name }));
    },
  };
}

async function read({ client, name: Bucket }: Bucket, Key: string, range?: StoredRange): Promise<Readable | null> {
  const part = range === undefined ? {} : { Range: `bytes=${range.from}-${range.to}` };
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, ...part }));
    // In Node the SDK's body is always a Readable; its type also covers browsers.
    return (Body as Readable | undefined) ?? null;
  } catch (error) {
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}

async function* list({ client, name: Bucket }: Bucket, Prefix: string, StartAfter?: string): AsyncGenerator<string> {
  const from = StartAfter === undefined ? {} : { StartAfter };
  for await (const page of paginateListObjectsV2({ client }, { Bucket, Prefix, ...from })) {
    for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key;
  }
}

async function write(to: Bucket, name: string, bytes: Parameters<FileStore["write"]>[1]): Promise<void> {
  const parts = inBlocks(bytes, partBytes);
  const first = await parts.next();
  if (first.done) return;
  if (!first.value.isLast) return writeInParts(to, name, first.value.block, parts);
  await to.client.send(new PutObjectCommand({ Bucket: to.name, Key: name, Body: first.value.block }));
}

async function writeInParts(
  { client, name: Bucket }: Bucket,
  Key: string,
  first: Uint8Array,
  others: AsyncIterable<{ block: Uint8Array }>,
): Promise<void> {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
  const send = async (Body: Uint8Array) => {
    const PartNumber = Parts.length + 1;
    const { ETag } = await client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
    Parts.push({ ETag, PartNumber });
  };
  try {
    await send(first);
    for await (const { block } of others) await send(block);
    await client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
  } catch (error) {
    // Parts that are never completed would be kept, and billed. What cannot be aborted now, the bucket's own rule for
    // unfinished uploads aborts (docs/runbooks/go-live.md); the caller hears what went wrong first.
    await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId })).catch(() => {});
    throw error;
  }
}
