import { type RefObject, useLayoutEffect } from 'react'

/** Room that a list keeps to its anchor and to the edge of the window, in CSS pixels. */
const GAP = 4
const TALLEST = 300

/**
 * Shows a list in the browser's top layer, under its anchor or, where there is more room, above it: no
 * scrolled pane and no dialog cuts it off. The list must have `popover="manual"`.
 */
export function useAnchored(
  open: boolean,
  anchor: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const box = anchor.current
    const popover = list.current
    // Browsers without popovers show the list in its place in the page.
    if (!open || !box || !popover || typeof popover.showPopover !== 'function') return
    popover.showPopover()
    const place = () => put(popover, box.getBoundingClientRect())
    place()
    window.addEventListener('resize', place)
    // Captured, since scrolling does not bubble.
    window.addEventListener('scroll', place, true)
    return () => {
      window.removeEventListener('resize', place)
      window.removeEventListener('scroll', place, true)
      if (popover.isConnected) popover.hidePopover()
    }
  }, [open, anchor, list])
}

function put(list: HTMLElement, { left, top, bottom, width }: DOMRect): void {
  const below = window.innerHeight - bottom - 2 * GAP
  const above = top - 2 * GAP
  const isBelow = below >= Math.min(TALLEST, list.scrollHeight) || below >= above
  Object.assign(list.style, {
    minWidth: `${width}px`,
    maxHeight: `${Math.min(TALLEST, isBelow ? below : above)}px`,
    left: `${Math.max(GAP, Math.min(left, window.innerWidth - list.offsetWidth - GAP))}px`,
    top: isBelow ? `${bottom + GAP}px` : 'auto',
    bottom: isBelow ? 'auto' : `${window.innerHeight - top + GAP}px`,
  })
}
