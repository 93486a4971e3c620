data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  hosts = var.host == null ? [] : concat([var.host], var.other_hosts)

  # AWS's own policy, by its well-known number: all that the visitor sent goes on, but the name of the host.
  all_but_host = "b689b0a8-53d0-40ab-baf2-68738e2966ac"

  # Everything that changes by a release of the front end alone; its names hold a hash of what is in them.
  site_paths = ["/assets/*"]

  # Drawn by the shop, and never changed under the same name.
  kept_paths = ["/pictures/*"]
}

module "firewall" {
  source    = "./firewall"
  count     = var.firewall ? 1 : 0
  name      = var.name
  scope     = "CLOUDFRONT"
  providers = { aws = aws.global }
}

resource "aws_cloudfront_origin_access_control" "site" {
  name                              = "${var.name}-site"
  description                       = "The distribution signs what it asks of the bucket"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_distribution" "this" {
  #checkov:skip=CKV_AWS_305:pages are made by the shop, which has its own root
  comment             = var.name
  enabled             = true
  is_ipv6_enabled     = true
  http_version        = "http2and3"
  price_class         = var.price_class
  aliases             = local.hosts
  web_acl_id          = one(module.firewall[*].arn)
  wait_for_deployment = false

  origin {
    origin_id                = "site"
    domain_name              = var.site.host
    origin_access_control_id = aws_cloudfront_origin_access_control.site.id
  }

  origin {
    origin_id           = "shop"
    domain_name         = var.origin.host
    connection_attempts = 2
    connection_timeout  = 5

    custom_header {
      name  = "x-origin-word"
      value = var.origin.word
    }

    custom_origin_config {
      http_port                = var.origin.protocol == "http-only" ? var.origin.port : 80
      https_port               = 443
      origin_protocol_policy   = var.origin.protocol
      origin_ssl_protocols     = ["TLSv1.2"]
      origin_read_timeout      = 30
      origin_keepalive_timeout = 60
    }
  }

  # Pages: the shop says for how long each may be kept, and most may not.
  default_cache_behavior {
    target_origin_id           = "shop"
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    cache_policy_id            = aws_cloudfront_cache_policy.pages.id
    origin_request_policy_id   = local.all_but_host
    response_headers_policy_id = aws_cloudfront_response_headers_policy.this.id

    function_association {
      event_type   = "viewer-request"
      function_arn = aws_cloudfront_function.front_door.arn
    }
  }

  ordered_cache_behavior {
    path_pattern               = "/api/*"
    target_origin_id           = "shop"
    viewer_protocol_policy     = "https-only"
    allowed_methods            = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    cache_policy_id            = aws_cloudfront_cache_policy.api.id
    origin_request_policy_id   = local.all_but_host
    response_headers_policy_id = aws_cloudfront_response_headers_policy.this.id

    function_association {
      event_type   = "viewer-request"
      function_arn = aws_cloudfront_function.front_door.arn
    }
  }

  dynamic "ordered_cache_behavior" {
    for_each = concat(local.site_paths, local.kept_paths)

    content {
      path_pattern               = ordered_cache_behavior.value
      target_origin_id           = contains(local.site_paths, ordered_cache_behavior.value) ? "site" : "shop"
      viewer_protocol_policy     = "redirect-to-https"
      allowed_methods            = ["GET", "HEAD"]
      cached_methods             = ["GET", "HEAD"]
      compress                   = true
      cache_policy_id            = aws_cloudfront_cache_policy.kept.id
      response_headers_policy_id = aws_cloudfront_response_headers_policy.this.id
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = var.host == null
    acm_certificate_arn            = var.host == null ? null : aws_acm_certificate_validation.this[0].certificate_arn
    ssl_support_method             = var.host == null ? null : "sni-only"
    minimum_protocol_version       = var.host == null ? "TLSv1" : "TLSv1.2_2021"
  }
}

# The site's files are read by this distribution and nobody else, and not without TLS.
resource "aws_s3_bucket_policy" "site" {
  bucket = var.site.name
  policy = data.aws_iam_policy_document.site.json
}

data "aws_iam_policy_document" "site" {
  statement {
    sid       = "TheDistributionReads"
    actions   = ["s3:GetObject"]
    resources = ["${var.site.arn}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values   = [aws_cloudfront_distribution.this.arn]
    }
  }

  statement {
    sid       = "NothingWithoutTls"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [var.site.arn, "${var.site.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}
