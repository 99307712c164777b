/** The brightness of a picture, row by row from its top left: 0 is black, 255 white. */
export type Raster = { readonly width: number; readonly height: number; readonly luma: ArrayLike<number> };
