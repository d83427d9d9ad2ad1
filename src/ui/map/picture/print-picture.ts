/** Prints a picture of the map, with the summary of the policy that the print stylesheet adds. */
export function printPicture(svg: string): void {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  const image = new Image()
  image.src = address
  image.alt = ''
  image.className = 'print-picture'
  document.body.dataset['printing'] = 'picture'
  document.body.append(image)
  const done = () => {
    image.remove()
    delete document.body.dataset['printing']
    URL.revokeObjectURL(address)
  }
  window.addEventListener('afterprint', done, { once: true })
  void image.decode().then(() => window.print(), done)
}
