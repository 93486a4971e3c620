#!/bin/bash
# The shop's life on a machine. Every verb may be repeated.
#   deploy [release]   fetches a release, migrates, and brings it to the front, one process after the other
#   rollback [release] brings an earlier release to the front; the database stays as it is
#   reload             reads configuration and secrets anew, and restarts the processes gently
#   migrate            brings the database to the release that runs
#   start              after the machine has started
#   status             what runs, as one line of JSON
#   shop <words>       one of the shop's own commands, such as: shop owner ada@example.com
set -euo pipefail
umask 022

# Written in when the release is packed: this script belongs to one release, and knows its tarball by its sum.
own_release='@RELEASE@'
own_sum='@SHA256@'
own_file="flora-$own_release.tar.gz"

# A scratch root, for rehearsals; empty on a machine.
root="${FLORA_ROOT:-}"
home="$root/opt/flora"
run="$root/run/flora"
logs="$root/var/log/flora"
kept=3

main() {
  mkdir -p "$home/releases" "$run" "$logs"
  [[ "$1" == status || "$1" == shop || -n "${FLORA_LOGGED:-}" ]] || logged "$@"
  trap 'ended $?' EXIT
  # shellcheck source=/dev/null
  source "$root/etc/flora/machine.conf"
  export AWS_DEFAULT_REGION
  case "$1" in
    status) status ;;
    deploy) alone; belongs "${2:-$(named)}" deploy; deploy "$own_release" yes ;;
    rollback) alone; belongs "${2:-$(behind previous)}" rollback; deploy "$own_release" no ;;
    reload) alone; wanted="$(behind current)"; belongs "${wanted:-$(named)}" reload; deploy "$own_release" no ;;
    start) alone; wanted="$(behind current)"; belongs "${wanted:-$(named)}" start; deploy "$own_release" start ;;
    migrate) alone; wanted="$(behind current)"; belongs "$wanted" migrate; environment "$wanted"; migrate "$wanted" ;;
    shop) ask_shop "${@:2}" ;;
    *) say "no such verb: $1" && exit 64 ;;
  esac
}

# Runs itself once more with its words written down, and waits until the last of them is.
logged() {
  set +e
  FLORA_LOGGED=yes "${BASH_SOURCE[0]}" "$@" 2>&1 | tee -a "$logs/boot.log"
  exit "${PIPESTATUS[0]}"
}

# Where two orders meet, the second waits. A script that hands over to another one hands over the lock, too.
alone() {
  [[ -z "${FLORA_LOCKED:-}" ]] || return 0
  exec 9>"$run/lock"
  flock --wait 600 9
  export FLORA_LOCKED=yes
}

# Each release is brought up by its own script.
belongs() {
  [[ "$1" =~ ^[0-9a-z][0-9a-z.-]{0,79}$ && "$1" != none ]] || { say "there is no release to run"; exit 1; }
  [[ "$1" != "$own_release" ]] || return 0
  local script="$home/releases/$1/boot"
  if [[ ! -x "$script" ]]; then
    local place
    place="$(mktemp -d)"
    fetch "$1/boot" "$place/boot"
    fetch "$1/boot.sha256" "$place/boot.sha256"
    (cd "$place" && sha256sum --check --strict --quiet boot.sha256)
    script="$run/boot-$1"
    install -m 0755 "$place/boot" "$script"
    rm -rf "$place"
  fi
  exec "$script" "$2" "$1"
}

deploy() {
  local release="$1" before
  before="$(behind current)"
  say "$release comes (before it: ${before:-none})"
  unpack
  libraries
  certificates
  prepare "$release"
  environment "$release" || last_time "$2"
  if [[ "$2" == yes ]] && ! migrate "$release"; then
    say "$release cannot migrate; nothing was changed"
    [[ -z "$before" ]] || environment "$before"
    exit 1
  fi
  point current "$release"
  if ! restart "$before"; then
    # The processes that were not reached yet still serve the release before.
    say "$release does not serve"
    if [[ -n "$before" && "$before" != "$release" ]]; then
      # In this order: the supervisor tries again by itself, and must not start the one release under the other's name.
      environment "$before"
      point current "$before"
      restart "$before" && say "$before serves again"
    fi
    exit 1
  fi
  if [[ -n "$before" && "$before" != "$release" ]]; then point previous "$before"; fi
  install -m 0755 "$home/releases/$release/boot" "$home/boot"
  sweep
  say "$release serves"
}

unpack() {
  local place="$home/releases/$own_release"
  [[ ! -e "$place/boot" ]] || return 0
  rm -rf "$place" "$place.coming"
  mkdir -p "$place.coming"
  fetch "$own_release/$own_file" "$place.coming/$own_file"
  echo "$own_sum  $place.coming/$own_file" | sha256sum --check --strict --quiet
  tar -xzf "$place.coming/$own_file" -C "$place.coming" --no-same-owner
  rm "$place.coming/$own_file"
  install -m 0755 "${BASH_SOURCE[0]}" "$place.coming/boot"
  mv "$place.coming" "$place"
}

# What Node is linked against and Amazon Linux does not bring. Before its first use, which is the next step but one.
libraries() {
  [[ -z "$root" ]] || return 0
  rpm --quiet -q libatomic || dnf install --assumeyes --quiet libatomic
}

# The database proves who it is by a certificate of Amazon's.
certificates() {
  [[ ! -s "$home/rds-ca.pem" ]] || return 0
  curl --fail --silent --show-error --retry 5 --output "$home/rds-ca.pem.coming" \
    "${FLORA_CA_URL:-https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem}"
  grep -q 'BEGIN CERTIFICATE' "$home/rds-ca.pem.coming"
  mv "$home/rds-ca.pem.coming" "$home/rds-ca.pem"
}

# What is known of this environment goes from Parameter Store to the release's own program, and by it to one file that only root and
# the supervisor read: in memory, or .env on the disk when SECRETS_HANDOVER says file.
environment() {
  local node="$home/releases/$1/bin/node" machine="$home/releases/$1/machine" path="$FLORA_PARAMETERS" secret
  (
    umask 077
    trap 'rm -f "$run"/{config,secret,database}.json' EXIT
    aws ssm get-parameters-by-path --path "$path/config" --recursive --output json >"$run/config.json"
    aws ssm get-parameters-by-path --path "$path/secret" --recursive --with-decryption --output json >"$run/secret.json"
    secret="$("$node" "$machine/environment.ts" secret-arn "$run")"
    [[ -z "$secret" ]] || aws secretsmanager get-secret-value --secret-id "$secret" --output json >"$run/database.json"
    "$node" "$machine/environment.ts" write "$run" "$1" "$home" "$root"
  )
}

# A machine that starts while Parameter Store does not answer opens by what it kept, where it may keep anything.
last_time() {
  [[ "$1" == start && -s "$home/.env" ]] || return 1
  ln -sfn "$home/.env" "$run/env"
  say "secrets cannot be read: those of the last time are used"
}

migrate() {
  say "$1 migrates"
  shop_of "$1" migrate
}

ask_shop() {
  shop_of "$(behind current)" "$@"
}

# The shop's own program, of a release, with what the doors are told.
shop_of() {
  local release="$home/releases/$1"
  # shellcheck source=/dev/null
  (set -a && source "$run/env" && set +a && as_shop "$release/bin/node" "$release/apps/api/dist/ops.js" "${@:2}")
}

as_shop() {
  if [[ -z "$root" ]]; then runuser -u flora -- "$@"; else "$@"; fi
}

# Accounts, units, log rotation and the agent that ships logs. In a scratch root only the files.
prepare() {
  local from="$home/releases/$1/machine" units="$root/etc/systemd/system"
  mkdir -p "$units" "$root/etc/logrotate.d" "$root/etc/amazon-cloudwatch-agent" "$root/var/lib/flora"
  for unit in flora.socket flora-serve@.service flora-work.service flora-start.service flora-patch.service flora-patch.timer; do
    sed "s#@ROOT@#$root#g; s#@PORT@#${FLORA_PORT:-3000}#g" "$from/$unit" >"$units/$unit"
  done
  sed "s#@ROOT@#$root#g" "$from/logrotate.conf" >"$root/etc/logrotate.d/flora"
  sed "s#@ROOT@#$root#g; s#@PARAMETERS@#$FLORA_PARAMETERS#g" "$from/agent.json" >"$root/etc/amazon-cloudwatch-agent/flora.json"
  if [[ -z "$root" ]]; then
    id flora >/dev/null 2>&1 || useradd --system --home-dir /var/lib/flora --shell /usr/sbin/nologin flora
    chown flora:flora /var/lib/flora
    rpm --quiet -q amazon-cloudwatch-agent logrotate || dnf install --assumeyes --quiet amazon-cloudwatch-agent logrotate
    /opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s \
      -c "file:/etc/amazon-cloudwatch-agent/flora.json" >/dev/null
  fi
  systemctl daemon-reload
  systemctl enable --quiet flora-start.service
  systemctl enable --quiet --now flora-patch.timer
}

# The socket stays while processes go: whoever knocks meanwhile waits in its queue. A unit counts as started when its process says that
# it is ready, so that at most one is away at a time.
restart() {
  local at
  # Not before the secrets are there: a knock would start a process that has none.
  systemctl start flora.socket || return 1
  for ((at = 1; at <= ${FLORA_PROCESSES:-2}; at++)); do
    systemctl restart "flora-serve@$at.service" || return 1
  done
  ready || return 1
  systemctl restart flora-work.service && return 0
  # Jobs of a shop that has no shelf yet have nothing to do; the supervisor tries again until there is one.
  [[ -z "$1" ]] && say "no jobs are done yet: fill the shop (boot shop fill-demo)"
}

ready() {
  local attempt
  for attempt in 1 2 3 4 5 6 7 8 9 10; do
    curl --fail --silent --max-time 5 --output /dev/null "http://127.0.0.1:${FLORA_PORT:-3000}/api/ready" && return 0
    say "not ready yet ($attempt)"
    sleep 1
  done
  return 1
}

# The newest few stay, for a way back without a download; so do the two that are in use, however old they are.
sweep() {
  local place name
  for place in $(ls -1td "$home"/releases/*/ | tail -n "+$((kept + 1))"); do
    name="$(basename "$place")"
    [[ "$name" == "$(behind current)" || "$name" == "$(behind previous)" ]] || rm -rf "$place"
  done
  rm -f "$run"/boot-*
}

status() {
  local health
  health="$(curl --silent --max-time 5 "http://127.0.0.1:${FLORA_PORT:-3000}/api/ready" || true)"
  printf '{"release":"%s","previous":"%s","ready":%s}\n' "$(behind current)" "$(behind previous)" "${health:-null}"
}

fetch() { aws s3 cp --only-show-errors "s3://$FLORA_BUCKET/$1" "$2"; }
named() { aws ssm get-parameter --name "$FLORA_PARAMETERS/release/api" --query Parameter.Value --output text; }
behind() { [[ -L "$home/$1" ]] && basename "$(readlink "$home/$1")" || true; }
point() { ln -sfn "releases/$2" "$home/$1.coming" && mv -T "$home/$1.coming" "$home/$1"; }
say() { echo "$(date -u +%FT%TZ) $*"; }
ended() { [[ "$1" == 0 || "$1" == 64 ]] || say "boot failed ($1)"; }

main "${@:-status}"
