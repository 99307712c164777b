export * from "./distance.ts";
export * from "./imprint-of.ts";
export type { Raster } from "./raster.ts";
