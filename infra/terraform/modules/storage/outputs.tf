output "names" {
  description = "Buckets by what they are for: site, uploads, releases, logs."
  value       = { for what, bucket in aws_s3_bucket.this : what => bucket.id }
}

output "arns" {
  description = "ARNs of the buckets by what they are for."
  value       = { for what, bucket in aws_s3_bucket.this : what => bucket.arn }
}

output "site_host" {
  description = "Where CloudFront fetches the site's files."
  value       = aws_s3_bucket.this["site"].bucket_regional_domain_name
}
