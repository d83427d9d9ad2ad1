/**
 * What every script does, after its own settings. Lists are read as lines of tabs, so that nothing but the
 * AWS CLI is needed; names are compared by the shell and never become part of a query. What the AWS CLI prints goes
 * into a variable first: a pipe would hide that it failed, and what it failed to list would be made once more.
 */
export const AWS_CLI_STEPS = `
fail() {
  printf 'Error: %s\\n' "$1" >&2
  exit 1
}

say() {
  printf '%s\\n' "$1" >&2
}

# Prints the ids of the lines ($1) whose other columns, joined with tabs, are those asked for ($2).
id_where() {
  printf '%s\\n' "$1" | while IFS="$tab" read -r id rest; do
    if [ "$rest" = "$2" ]; then printf '%s\\n' "$id"; fi
  done
}

tab=$(printf '\\t')
command -v aws >/dev/null || fail 'there is no AWS CLI (aws) on this machine.'
export AWS_PAGER=

# --- the hosted zone -------------------------------------------------------------------------------
if [ -z "$zone_id" ]; then
  [ -n "$zone_name" ] || fail 'say which hosted zone: give its id as the first argument.'
  zones=$(aws route53 list-hosted-zones-by-name --dns-name "$zone_name" --output text \\
    --query 'HostedZones[].[Id,Config.PrivateZone,Name]')
  zone_id=$(id_where "$zones" "False$tab$zone_name")
  case $zone_id in
    '') fail "there is no public hosted zone named $zone_name here." ;;
    *[!A-Za-z0-9/]*) fail "there are several public hosted zones named $zone_name: give the id of one." ;;
  esac
fi
zone_id=\${zone_id##*/}

# --- the traffic policy ----------------------------------------------------------------------------
policy_id=
set --
while :; do
  policies=$(aws route53 list-traffic-policies "$@" --output text \\
    --query 'TrafficPolicySummaries[].[Id,Type,Name]')
  policy_id=$(id_where "$policies" "$record_type$tab$policy_name")
  [ -z "$policy_id" ] || break
  next=$(aws route53 list-traffic-policies "$@" --output text \\
    --query '[IsTruncated,TrafficPolicyIdMarker]')
  case $next in
    True*) set -- --traffic-policy-id-marker "\${next#*"$tab"}" ;;
    *) break ;;
  esac
done

if [ -z "$policy_id" ]; then
  policy_id=$(aws route53 create-traffic-policy --name="$policy_name" --document "$(document)" \\
    --query TrafficPolicy.Id --output text)
  policy_version=1
  say "Created traffic policy $policy_id."
else
  # Versions are listed in their order, up to a hundred at a time.
  set --
  while :; do
    page=$(aws route53 list-traffic-policy-versions --id "$policy_id" "$@" --output text \\
      --query '[IsTruncated,TrafficPolicyVersionMarker,max(TrafficPolicies[].Version)]')
    policy_version=\${page##*"$tab"}
    case $page in
      True*)
        page=\${page#*"$tab"}
        set -- --traffic-policy-version-marker "\${page%"$tab"*}"
        ;;
      *) break ;;
    esac
  done
  current=$(aws route53 get-traffic-policy --id "$policy_id" --traffic-policy-version "$policy_version" \\
    --query TrafficPolicy.Document --output text)
  if [ "$current" = "$(document)" ]; then
    say "Traffic policy $policy_id has this document already, as version $policy_version."
  else
    policy_version=$(aws route53 create-traffic-policy-version --id "$policy_id" \\
      --document "$(document)" --query TrafficPolicy.Version --output text)
    say "Created version $policy_version of traffic policy $policy_id."
  fi
fi

# --- the policy record -----------------------------------------------------------------------------
instance_id=
set --
while :; do
  instances=$(aws route53 list-traffic-policy-instances-by-hosted-zone \\
    --hosted-zone-id "$zone_id" "$@" --output text \\
    --query 'TrafficPolicyInstances[].[Id,TrafficPolicyType,Name]')
  instance_id=$(id_where "$instances" "$record_type$tab$listed_name")
  [ -z "$instance_id" ] || break
  next=$(aws route53 list-traffic-policy-instances-by-hosted-zone \\
    --hosted-zone-id "$zone_id" "$@" --output text \\
    --query '[IsTruncated,TrafficPolicyInstanceNameMarker,TrafficPolicyInstanceTypeMarker]')
  case $next in
    True*)
      next=\${next#*"$tab"}
      set -- --traffic-policy-instance-name-marker "\${next%"$tab"*}" \\
        --traffic-policy-instance-type-marker "\${next##*"$tab"}"
      ;;
    *) break ;;
  esac
done

if [ -z "$instance_id" ]; then
  instance_id=$(aws route53 create-traffic-policy-instance --hosted-zone-id "$zone_id" \\
    --name="$record_name" --ttl "$record_ttl" --traffic-policy-id "$policy_id" \\
    --traffic-policy-version "$policy_version" --query TrafficPolicyInstance.Id --output text)
  say "Created policy record $instance_id for $record_name"
else
  wanted="$policy_id$tab$policy_version$tab$record_ttl"
  actual=$(aws route53 get-traffic-policy-instance --id "$instance_id" --output text \\
    --query 'TrafficPolicyInstance.[TrafficPolicyId,TrafficPolicyVersion,TTL]')
  if [ "$actual" != "$wanted" ]; then
    aws route53 update-traffic-policy-instance --id "$instance_id" --ttl "$record_ttl" \\
      --traffic-policy-id "$policy_id" --traffic-policy-version "$policy_version" >/dev/null
    say "Moved policy record $instance_id to version $policy_version."
  fi
fi

# --- until it answers ------------------------------------------------------------------------------
tries=60
while :; do
  state=$(aws route53 get-traffic-policy-instance --id "$instance_id" \\
    --query TrafficPolicyInstance.State --output text)
  case $state in
    Applied)
      say "$record_name answers by version $policy_version."
      exit 0
      ;;
    Failed)
      fail "Route 53 could not apply it: $(aws route53 get-traffic-policy-instance --id "$instance_id" \\
        --query TrafficPolicyInstance.Message --output text)"
      ;;
  esac
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] || fail "the policy record is still $state; look again later."
  sleep 5
done
`
