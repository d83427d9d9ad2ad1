import { type DragEvent, useEffect, useState } from 'react'
import { useSession } from '../session-context'
import { isTyping } from './keys'
import { openFile, openIncoming } from './open-text'

/** Takes pasted text and dropped files anywhere in the window; says whether a file hovers over it. */
export function useIncoming() {
  const session = useSession()
  const [dropping, setDropping] = useState(false)

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (isTyping(event.target) || event.defaultPrevented) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text.trim() === '') return
      event.preventDefault()
      void openIncoming(session, text, null)
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [session])

  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return {
    dropping,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setDropping(true)
      },
      onDragLeave: (event: DragEvent) => {
        if (event.currentTarget === event.target || event.relatedTarget === null) setDropping(false)
      },
      onDrop: (event: DragEvent) => {
        setDropping(false)
        if (!carriesFiles(event)) return
        event.preventDefault()
        void openFile(session, event.dataTransfer.files)
      },
    },
  }
}
