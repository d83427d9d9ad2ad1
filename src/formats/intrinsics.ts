import { isJsonArray, isJsonObject, type Json, jsonObject } from '../model/json'
import { wordOf } from './import/document-content'

/** A value with its intrinsic functions as placeholders, or done where they only shape what is written out. */
export function plainValue(json: Json): Json {
  if (isJsonArray(json)) return json.map(plainValue)
  if (!isJsonObject(json)) return json
  const [[key, argument] = ['', null]] = json
  return json.size === 1 && /^(Ref|Fn::\w+)$/.test(key)
    ? called(key, argument)
    : jsonObject([...json].map(([name, value]) => [name, plainValue(value)]))
}

function called(key: string, argument: Json): Json {
  const parts = isJsonArray(argument) ? argument.map(plainValue) : [plainValue(argument)]
  const [first, second] = parts
  switch (key) {
    case 'Ref':
      return `\${${wordOf(first) ?? '…'}}`
    case 'Fn::Sub':
      // Its names stay placeholders, those of its own map too.
      return first ?? null
    case 'Fn::GetAtt':
      return `\${${parts.map((part) => wordOf(part) ?? '…').join('.')}}`
    case 'Fn::ToJsonString':
      return first ?? null
    case 'Fn::Join':
      return isJsonArray(second)
        ? second.map((part) => wordOf(part) ?? '').join(typeof first === 'string' ? first : '')
        : null
    default:
      return `\${${key} ${parts.map(worded).join(' ')}}`
  }
}

/** An argument inside a placeholder, without the marks of placeholders in it. */
function worded(json: Json): string {
  if (isJsonArray(json)) return json.map(worded).join(' ')
  return (wordOf(json) ?? '…').replaceAll(/\$\{|\}/g, '')
}
