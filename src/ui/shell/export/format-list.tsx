import { useId } from 'react'
import type { OutputFormat } from '../../../formats/output-format'
import { useMediaQuery } from '../use-media-query'
import styles from './export.module.css'
import { FORMAT_GROUPS, isDocument } from './format-choice'

export interface FormatListProps {
  readonly chosen: OutputFormat
  readonly onChoose: (id: string) => void
}

/** Every format by what it is for: a list with a line on each, and a menu where there is no room for one. */
export function FormatList(props: FormatListProps) {
  return useMediaQuery('(max-width: 720px)') ? <FormatMenu {...props} /> : <FormatRadios {...props} />
}

function isChosen(format: OutputFormat, chosen: OutputFormat): boolean {
  return format.id === chosen.id || (isDocument(format) && isDocument(chosen))
}

function FormatRadios({ chosen, onChoose }: FormatListProps) {
  const name = useId()
  return (
    <fieldset className={styles['formats']}>
      <legend className="visually-hidden">Format</legend>
      {FORMAT_GROUPS.map(({ group, formats }) => (
        <div key={group}>
          <h3 className={styles['group']}>{group}</h3>
          {formats.map((format) => (
            <label key={format.id} className={styles['format']}>
              <input
                type="radio"
                className="visually-hidden"
                name={name}
                checked={isChosen(format, chosen)}
                onChange={() => onChoose(format.id)}
              />
              <span>{format.title}</span>
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  )
}

function FormatMenu({ chosen, onChoose }: FormatListProps) {
  const id = useId()
  const shown = FORMAT_GROUPS.flatMap(({ formats }) => formats).find((format) => isChosen(format, chosen))
  return (
    <div className={styles['menu']}>
      <label htmlFor={id}>Format</label>
      <select id={id} value={shown?.id} onChange={(event) => onChoose(event.target.value)}>
        {FORMAT_GROUPS.map(({ group, formats }) => (
          <optgroup key={group} label={group}>
            {formats.map((format) => (
              <option key={format.id} value={format.id}>
                {format.title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
