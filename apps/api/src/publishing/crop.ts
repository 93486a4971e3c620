/** A point of a picture, in hundredths of its width and height. */
export interface Focus {
  readonly x: number
  readonly y: number
}

/** The largest part of 4:5 whose middle is as near to the focus as the edges allow, in whole pixels. */
export function cropAbout(
  { x, y }: Focus,
  { width, height }: { readonly width: number; readonly height: number },
): { left: number; top: number; width: number; height: number } {
  const part =
    width * 5 > height * 4
      ? { width: Math.round((height * 4) / 5), height }
      : { width, height: Math.round((width * 5) / 4) }
  const edge = (middle: number, size: number, whole: number) =>
    Math.min(Math.max(0, Math.round((middle * whole) / 100 - size / 2)), whole - size)
  return { left: edge(x, part.width, width), top: edge(y, part.height, height), ...part }
}
