/** The colours of a picture that are not those of endpoints; the same as the app's (`tokens.css`). */
export interface PictureColours {
  readonly paper: string
  readonly text: string
  readonly soft: string
  readonly sea: string
  readonly land: string
  readonly line: string
}

export const LIGHT: PictureColours = {
  paper: '#ffffff',
  text: '#1a2029',
  soft: '#4d5868',
  sea: '#dfe7ef',
  land: '#fafbfc',
  line: '#1a2029',
}

export const DARK: PictureColours = {
  paper: '#1b1f26',
  text: '#e9edf2',
  soft: '#aab4c2',
  sea: '#10151b',
  land: '#2a313b',
  line: '#e9edf2',
}
