# What build, deploy, verify and rollback share. Sourced, not run.
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
name=$(basename "$0")
dry=

say() { printf '%s: %s\n' "$name" "$1" >&2; }
fail() { say "$1"; exit "${2:-1}"; }

usage() {
  # The comment at the head of the script is its help.
  sed -n '2,/^[^#]/{/^#/s/^# \{0,1\}//p}' "$0"
}

# Runs a call, or prints it in a dry run.
call() {
  if [ -n "$dry" ]; then
    printf '%q ' "$@"
    printf '\n'
  else
    "$@"
  fi
}

# Names a step and runs it; what is said if it fails is all that a person needs to go on.
step() {
  local what=$1
  shift
  say "$what"
  "$@" || fail "failed at: $what. ${undone:-Nothing was switched; mend it and run $name again.}"
}

# Reads --key=value options into variables of those names, with _ for -.
options() {
  local option key
  for option in "$@"; do
    case $option in
      --help | -h) usage; exit 0 ;;
      --dry-run) dry=yes ;;
      --*=*)
        key=${option%%=*}
        key=${key#--}
        case " $known " in
          *" $key "*) printf -v "${key//-/_}" '%s' "${option#*=}" ;;
          *) fail "there is no option --$key; try $name --help" 2 ;;
        esac
        ;;
      *) fail "'$option' is no option; try $name --help" 2 ;;
    esac
  done
}

needed() {
  local key
  for key in "$@"; do
    [ -n "${!key:-}" ] || fail "--${key//_/-} is missing; try $name --help" 2
  done
}

# The bucket of the revisions, and that of the data, as templates/terraform names them.
revisions() { printf 'gs://%s-tipoff-templates/revisions' "$project"; }
data_bucket() { printf '%s-tipoff' "$project"; }

# The names of the schedules of this checkout.
schedules() { (cd "$home/templates/schedules" && printf '%s\n' */ | tr -d /); }

# The revision that the schedules launch now; empty if none was ever deployed.
current() { gcloud storage cat "$(revisions)/current" 2>/dev/null || true; }

switch_schedule() { # NAME BODY
  call gcloud scheduler jobs update http "tipoff-$1" --project="$project" --location="$region" \
    --message-body-from-file="$2" --quiet
}
