# Two names hold the account's number, and so are said at init, from what roots/bootstrap has published:
#   -backend-config="bucket=…" -backend-config="kms_key_id=…" -backend-config="key=staging/<root>.tfstate"
region         = "ap-southeast-2"
encrypt        = true
use_lockfile   = true
dynamodb_table = "flora-state-lock"
