data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id

  # What each is for, and for how many days a version that was replaced can be taken back.
  buckets = {
    site     = { kept_days = 30 }
    uploads  = { kept_days = 90 }
    releases = { kept_days = 30 }
    logs     = { kept_days = 1 }
  }

  # The load balancer writes its log to buckets with S3's own key only, and S3 its access log likewise.
  own_key = setsubtract(keys(local.buckets), ["logs"])
}

resource "aws_s3_bucket" "this" {
  #checkov:skip=CKV_AWS_144:AWS Backup copies uploads to another region; the rest can be built again
  for_each      = local.buckets
  bucket        = "${var.name}-${each.key}-${local.account}"
  force_destroy = !var.protected
}

resource "aws_s3_bucket_public_access_block" "this" {
  for_each                = aws_s3_bucket.this
  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "this" {
  for_each = aws_s3_bucket.this
  bucket   = each.value.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_versioning" "this" {
  for_each = aws_s3_bucket.this
  bucket   = each.value.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "this" {
  for_each = aws_s3_bucket.this
  bucket   = each.value.id

  rule {
    bucket_key_enabled = contains(local.own_key, each.key)

    apply_server_side_encryption_by_default {
      sse_algorithm     = contains(local.own_key, each.key) ? "aws:kms" : "AES256"
      kms_master_key_id = contains(local.own_key, each.key) ? var.key_arn : null
    }
  }
}

resource "aws_s3_bucket_logging" "this" {
  for_each      = toset(["site", "uploads", "releases"])
  bucket        = aws_s3_bucket.this[each.key].id
  target_bucket = aws_s3_bucket.this["logs"].id
  target_prefix = "s3/${each.key}/"
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  for_each = aws_s3_bucket.this
  bucket   = each.value.id

  rule {
    id     = "forget-what-was-replaced"
    status = "Enabled"
    filter {}

    noncurrent_version_expiration {
      noncurrent_days = local.buckets[each.key].kept_days
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 3
    }
  }

  dynamic "rule" {
    for_each = each.key == "logs" ? [var.log_days] : []

    content {
      id     = "forget-logs"
      status = "Enabled"
      filter {}

      expiration {
        days = rule.value
      }
    }
  }

  # Photos of deliveries and of the shelf: looked at for a month, then hardly ever.
  dynamic "rule" {
    for_each = each.key == "uploads" ? [30] : []

    content {
      id     = "cheaper-when-old"
      status = "Enabled"
      filter {}

      transition {
        days          = rule.value
        storage_class = "INTELLIGENT_TIERING"
      }
    }
  }

  depends_on = [aws_s3_bucket_versioning.this]
}
