import { useEffect, useState } from 'react'

/** A pause of this long after the last key, and the story is spoken: not each of many steps. */
const PAUSE_MS = 350

/** Says a text to screen readers once it has stood still. */
export function Announcement({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const waiting = window.setTimeout(() => setSaid(text), PAUSE_MS)
    return () => window.clearTimeout(waiting)
  }, [text])
  return (
    <p className="visually-hidden" role="status" aria-live="polite" data-testid="map-announcement">
      {said}
    </p>
  )
}
