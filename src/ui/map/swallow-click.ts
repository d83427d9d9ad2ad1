/** Keeps the click that the browser makes at the end of a press from what listens in and below the target. */
export function swallowClick(target: EventTarget): void {
  const swallow = (event: Event) => event.stopPropagation()
  target.addEventListener('click', swallow, { capture: true, once: true })
  window.setTimeout(() => target.removeEventListener('click', swallow, { capture: true }))
}
