# CloudFront reads certificates in us-east-1 only.
resource "aws_acm_certificate" "this" {
  count                     = var.host == null ? 0 : 1
  provider                  = aws.global
  domain_name               = var.host
  subject_alternative_names = var.other_hosts
  validation_method         = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

locals {
  proofs = var.host == null ? {} : {
    for proof in aws_acm_certificate.this[0].domain_validation_options : proof.domain_name => proof
  }
}

resource "aws_route53_record" "proof" {
  for_each        = toset(local.hosts)
  zone_id         = var.zone_id
  name            = local.proofs[each.key].resource_record_name
  type            = local.proofs[each.key].resource_record_type
  records         = [local.proofs[each.key].resource_record_value]
  ttl             = 300
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "this" {
  count                   = var.host == null ? 0 : 1
  provider                = aws.global
  certificate_arn         = aws_acm_certificate.this[0].arn
  validation_record_fqdns = [for record in aws_route53_record.proof : record.fqdn]
}

resource "aws_route53_record" "shop" {
  for_each = { for pair in setproduct(local.hosts, ["A", "AAAA"]) : "${pair[0]} ${pair[1]}" => { host = pair[0], type = pair[1] } }
  zone_id  = var.zone_id
  name     = each.value.host
  type     = each.value.type

  alias {
    name                   = aws_cloudfront_distribution.this.domain_name
    zone_id                = aws_cloudfront_distribution.this.hosted_zone_id
    evaluate_target_health = false
  }
}
