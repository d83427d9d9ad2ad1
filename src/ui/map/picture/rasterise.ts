/** Pixels of the picture file for each of the drawing: as sharp as fine screens and printers show it. */
export const PNG_SCALE = 2

/** An SVG document as a PNG file. Rejects where the browser cannot draw it. */
export async function pngOf(svg: string, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image(width, height)
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * PNG_SCALE
    canvas.height = height * PNG_SCALE
    const context = canvas.getContext('2d')
    if (!context) throw new Error('This browser has no canvas to draw the picture on.')
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob)
        else reject(new Error('The picture is too large for this browser.'))
      }, 'image/png')
    })
  } finally {
    URL.revokeObjectURL(address)
  }
}
