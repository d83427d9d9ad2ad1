import { useState } from 'react'
import { localZoneByName } from '../../../geo/local-zones'
import { readable } from '../../../model/field'
import { upgradeFormat } from '../../../policy/edits/format-version'
import { setBranchLocation } from '../../../policy/edits/set-location'
import type { BranchByType } from '../../../rules'
import { coordinatesOf, type GeoproximityLocation, sameLocation } from '../../../rules/geoproximity/location'
import { Button } from '../../kit/button'
import { Callout } from '../../kit/callout'
import { SearchField } from '../../kit/search-field'
import { Segmented } from '../../kit/segmented'
import type { BranchFormProps } from '../../rule-view'
import { ClashNote } from './clash-note'
import { CoordinatesField } from './coordinates-field'
import { RegionField } from './region-field'
import { zoneOptions } from './zone-options'

type Kind = 'region' | 'localZone' | 'coordinates'

const KINDS: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'region', label: 'AWS Region' },
  { value: 'localZone', label: 'Local Zone' },
  { value: 'coordinates', label: 'Coordinates' },
]

/** Where a geoproximity branch stands: a Region, a Local Zone, or coordinates. */
export function LocationField(props: BranchFormProps<'geoproximity'>) {
  const { ruleId, rule, branch, onEdit, onSettle } = props
  const { location } = branch
  // A kind is only looked at until one of its places is chosen, so that no half location is written.
  const [lookedAt, setLookedAt] = useState<Kind | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const kind = lookedAt ?? kindOf(location)
  const at = { rule: ruleId, branch: branch.id }

  function choose(next: GeoproximityLocation) {
    if (!sameLocation(next, location)) {
      const edited = onEdit('Change location', (policy) => setBranchLocation(policy, at, next))
      setRefused(edited.ok ? null : { location: next, reason: edited.reason })
      if (!edited.ok) return
    }
    setLookedAt(null)
  }
  function chooseAndSettle(next: GeoproximityLocation) {
    choose(next)
    onSettle()
  }
  function upgrade({ location: next }: Refused) {
    onEdit('Upgrade to 2023-05-09 and change location', (policy) =>
      setBranchLocation(upgradeFormat(policy), at, next),
    )
    onSettle()
    setRefused(null)
    setLookedAt(null)
  }
  function look(next: Kind) {
    setRefused(null)
    const here = coordinatesOf(location)
    // From a known place its own coordinates are the natural beginning.
    if (next === 'coordinates' && here && location.kind !== 'coordinates') {
      chooseAndSettle({
        kind: 'coordinates',
        latitude: twoDecimals(here.latitude),
        longitude: twoDecimals(here.longitude),
      })
    } else setLookedAt(next)
  }
  const whyNot = (next: GeoproximityLocation) => whyTaken(rule.branches, branch, next)

  return (
    <>
      <Segmented label="Location" value={kind} options={KINDS} onChange={look} />
      {kind === 'region' && (
        <RegionField
          label="Region"
          value={location.kind === 'region' ? location.name : undefined}
          whyNot={(name) => whyNot({ kind: 'region', name })}
          onChoose={(name) => chooseAndSettle({ kind: 'region', name })}
        />
      )}
      {kind === 'localZone' && (
        <SearchField
          label="Local Zone"
          placeholder="Name or city, such as Atlanta"
          value={zoneText(refused?.location ?? location)}
          search={(typed) => zoneOptions(typed, (name) => whyNot({ kind: 'localZone', name }))}
          onChoose={(name) => chooseAndSettle({ kind: 'localZone', name })}
          empty="No such Local Zone. Write a name such as us-east-1-atl-1a."
        />
      )}
      {kind === 'coordinates' && (
        <CoordinatesField
          latitude={location.kind === 'coordinates' ? (readable(location.latitude) ?? null) : null}
          longitude={location.kind === 'coordinates' ? (readable(location.longitude) ?? null) : null}
          onChange={({ latitude, longitude }) =>
            choose({
              kind: 'coordinates',
              latitude: latitude ?? undefined,
              longitude: longitude ?? undefined,
            })
          }
          onSettle={onSettle}
        />
      )}
      {kind === kindOf(location) && <ClashNote branches={rule.branches} branch={branch} />}
      {refused && (
        <Callout
          tone="warning"
          actions={
            <>
              <Button look="primary" onClick={() => upgrade(refused)}>
                Upgrade the policy and use it
              </Button>
              <Button onClick={() => setRefused(null)}>Leave it as it is</Button>
            </>
          }
        >
          {refused.reason} The upgrade spells the other locations anew and changes no answer.
        </Callout>
      )}
    </>
  )
}

interface Refused {
  readonly location: GeoproximityLocation
  readonly reason: string
}

function kindOf({ kind }: GeoproximityLocation): Kind | null {
  if (kind === 'unreadable') return null
  return kind === 'none' ? 'region' : kind
}

function whyTaken(
  branches: readonly BranchByType['geoproximity'][],
  own: BranchByType['geoproximity'],
  location: GeoproximityLocation,
): string | null {
  const other = branches.find((each) => each.id !== own.id && sameLocation(each.location, location))
  return other ? `The branch to ${other.target?.id ?? 'nowhere'} stands there already.` : null
}

function zoneText(location: GeoproximityLocation): string {
  if (location.kind !== 'localZone') return ''
  const name = readable(location.name) ?? ''
  const place = localZoneByName(name)?.place
  return place === undefined ? name : `${name} · ${place}`
}

/** Two decimals are all that the format takes (route53.md 3.3). */
function twoDecimals(degrees: number): number {
  return Number(degrees.toFixed(2))
}
