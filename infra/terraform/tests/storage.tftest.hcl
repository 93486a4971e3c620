mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  name     = "flora-test"
  key_arn  = "arn:aws:kms:ap-southeast-2:111122223333:key/kept"
  log_days = 30
}

run "every_bucket_is_private_sealed_and_forgives" {
  command = plan

  module {
    source = "./modules/storage"
  }

  assert {
    condition     = length(aws_s3_bucket.this) == 4 && alltrue([for what in keys(aws_s3_bucket.this) : aws_s3_bucket_public_access_block.this[what].block_public_acls && aws_s3_bucket_public_access_block.this[what].block_public_policy && aws_s3_bucket_public_access_block.this[what].ignore_public_acls && aws_s3_bucket_public_access_block.this[what].restrict_public_buckets])
    error_message = "All four walls of each bucket."
  }

  assert {
    condition     = alltrue([for what in ["site", "uploads", "releases"] : one(one(aws_s3_bucket_server_side_encryption_configuration.this[what].rule).apply_server_side_encryption_by_default).kms_master_key_id == var.key_arn])
    error_message = "Our key; S3's own only for logs, which others write."
  }

  assert {
    condition     = alltrue([for what in keys(aws_s3_bucket.this) : aws_s3_bucket_versioning.this[what].versioning_configuration[0].status == "Enabled"])
    error_message = "What is overwritten can be taken back."
  }

  assert {
    condition     = alltrue([for bucket in values(aws_s3_bucket.this) : !bucket.force_destroy])
    error_message = "A bucket that holds something is not deleted."
  }

  assert {
    condition     = alltrue([for document in values(data.aws_iam_policy_document.this) : document.statement[0].effect == "Deny" && one(document.statement[0].condition).variable == "aws:SecureTransport"])
    error_message = "Each bucket refuses what comes without TLS."
  }
}
