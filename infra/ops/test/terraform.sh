#!/bin/bash
# Stands in for Terraform where it is the commands that are tried: writes down what it is told, and leaves on the emulator what a root
# would have left.
set -euo pipefail
if [[ "$1" == version ]]; then
  echo "{\"terraform_version\":\"${FAKE_VERSION:-1.11.4}\"}"
  exit
fi
folder="${1#-chdir=}"
root="$(basename "$folder")"
verb="$2"
echo "$verb $root" >>"$FAKE_LOG"

place=''
for word in "$@"; do
  case "$word" in
    -backend-config=bucket=*) echo "${word##*=}" >"$FAKE_LOG.bucket" ;;
    -backend-config=key=*) echo "${word##*=}" >"$FAKE_LOG.$root" ;;
  esac
done
[[ ! -e "$FAKE_LOG.$root" ]] || place="$(cat "$FAKE_LOG.bucket")/$(cat "$FAKE_LOG.$root")"
environment="$(dirname "${place#*/}")"

credentials() {
  echo "authorization: AWS4-HMAC-SHA256 Credential=nobody/20260101/ap-southeast-2/$1/aws4_request, SignedHeaders=host, Signature=none"
}
say() {
  curl --fail --silent --show-error --output /dev/null "$AWS_ENDPOINT_URL" -H "$(credentials ssm)" \
    -H 'content-type: application/x-amz-json-1.1' -H "x-amz-target: AmazonSSM.$1" -d "$2"
}
put() {
  curl --fail --silent --show-error --output /dev/null -X PUT "$AWS_ENDPOINT_URL/$1" -H "$(credentials s3)" -H 'content-type: application/octet-stream' --data-binary "$2"
}
publish() { say PutParameter "{\"Name\":\"/flora/$1\",\"Value\":\"$2\",\"Type\":\"String\",\"Overwrite\":true}"; }

case "$verb $root" in
  'apply bootstrap')
    echo 'kept' >>"$folder/terraform.tfstate"
    put flora-state-123456789012 '<CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><LocationConstraint>ap-southeast-2</LocationConstraint></CreateBucketConfiguration>' 2>/dev/null || true
    ;;
  apply*) put "$place" '{"resources":[{"mode":"managed"}]}' ;;
esac
[[ " ${FAKE_FAILS:-} " != *" $verb-$root "* ]] || exit 1
case "$verb $root" in
  'apply bootstrap') publish account/outputs/bootstrap '{}' ;;
  'apply foundation')
    nowhere='{\"zone\":null,\"name_servers\":[]}'
    publish "$environment/outputs/foundation" "${FAKE_FOUNDATION:-$nowhere}"
    ;;
  apply*) publish "$environment/outputs/$root" '{}' ;;
  destroy*)
    put "$place" '{"resources":[]}'
    say DeleteParameter "{\"Name\":\"/flora/$environment/outputs/$root\"}"
    ;;
  plan*) exit "${FAKE_PLAN:-0}" ;;
esac
