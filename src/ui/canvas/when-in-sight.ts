/** Does something with an element's size as soon as it has one: a pane of a phone that is out of sight has none. */
export function whenInSight(
  element: HTMLElement,
  run: (size: { readonly width: number; readonly height: number }) => void,
): void {
  const size = () => ({ width: element.clientWidth, height: element.clientHeight })
  if (element.clientWidth > 0) {
    run(size())
    return
  }
  const observer = new ResizeObserver(() => {
    if (element.clientWidth === 0) return
    observer.disconnect()
    run(size())
  })
  observer.observe(element)
}
