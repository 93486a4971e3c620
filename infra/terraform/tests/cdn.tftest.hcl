mock_provider "aws" {
  source = "./tests/mocks"

  mock_resource "aws_cloudfront_distribution" {
    defaults = { arn = "arn:aws:cloudfront::111122223333:distribution/E1", domain_name = "d1.cloudfront.net", hosted_zone_id = "Z2FDTNDATAQYW2" }
  }

  mock_resource "aws_cloudfront_function" {
    defaults = { arn = "arn:aws:cloudfront::111122223333:function/front-door" }
  }
}

mock_provider "aws" {
  alias  = "global"
  source = "./tests/mocks"

  mock_resource "aws_acm_certificate" {
    defaults = {
      arn = "arn:aws:acm:us-east-1:111122223333:certificate/1"
      domain_validation_options = [
        { domain_name = "shop.example", resource_record_name = "_a.shop.example", resource_record_type = "CNAME", resource_record_value = "_x.acm.example" },
        { domain_name = "www.shop.example", resource_record_name = "_a.www.shop.example", resource_record_type = "CNAME", resource_record_value = "_y.acm.example" },
      ]
    }
  }

  mock_resource "aws_cloudwatch_log_delivery_destination" {
    defaults = { arn = "arn:aws:logs:us-east-1:111122223333:delivery-destination:1" }
  }

  mock_resource "aws_acm_certificate_validation" {
    defaults = { certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/1" }
  }

  mock_resource "aws_wafv2_web_acl" {
    defaults = { arn = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/flora/1" }
  }
}

variables {
  name     = "flora-test"
  host     = "shop.example"
  zone_id  = "Z1"
  firewall = true

  other_hosts    = ["www.shop.example"]
  log_bucket_arn = "arn:aws:s3:::flora-test-logs"

  site   = { name = "flora-test-site", arn = "arn:aws:s3:::flora-test-site", host = "flora-test-site.s3.ap-southeast-2.amazonaws.com" }
  origin = { host = "origin.shop.example", protocol = "https-only", port = 443, word = "word" }
}

# Some values are known only once it is applied: to the mock, nothing leaves this machine.
run "shoppers_come_by_tls_past_a_firewall_and_nobody_else_reads_the_bucket" {
  command = apply

  module {
    source = "./modules/cdn"
  }

  assert {
    condition     = aws_cloudfront_distribution.this.viewer_certificate[0].minimum_protocol_version == "TLSv1.2_2021" && alltrue([for behaviour in concat(aws_cloudfront_distribution.this.default_cache_behavior, aws_cloudfront_distribution.this.ordered_cache_behavior) : contains(["redirect-to-https", "https-only"], behaviour.viewer_protocol_policy)])
    error_message = "TLS 1.2 at least, everywhere."
  }

  assert {
    condition     = aws_cloudfront_origin_access_control.site.signing_behavior == "always" && aws_cloudfront_origin_access_control.site.origin_access_control_origin_type == "s3"
    error_message = "The bucket is read by signed requests."
  }

  assert {
    condition     = one(data.aws_iam_policy_document.site.statement[0].condition).values == tolist(["arn:aws:cloudfront::111122223333:distribution/E1"]) && data.aws_iam_policy_document.site.statement[1].effect == "Deny"
    error_message = "By this distribution, and over TLS."
  }

  assert {
    condition     = one([for origin in aws_cloudfront_distribution.this.origin : one(origin.custom_origin_config).origin_protocol_policy if origin.origin_id == "shop"]) == "https-only"
    error_message = "And the shop is spoken to by TLS."
  }

  assert {
    condition     = alltrue([for policy in [aws_cloudfront_cache_policy.pages, aws_cloudfront_cache_policy.api] : policy.default_ttl == 0 && policy.min_ttl == 0])
    error_message = "Unless the shop says so, nothing is kept."
  }

  assert {
    condition     = one(one(one(aws_cloudfront_cache_policy.pages.parameters_in_cache_key_and_forwarded_to_origin).cookies_config).cookies).items == toset(["postcode", "theme"])
    error_message = "The two cookies that change a shared page are part of its name."
  }

  assert {
    condition     = one([for behaviour in aws_cloudfront_distribution.this.ordered_cache_behavior : behaviour.cache_policy_id == aws_cloudfront_cache_policy.api.id && behaviour.target_origin_id == "shop" if behaviour.path_pattern == "/api/*"])
    error_message = "/api goes to the shop."
  }

  assert {
    condition     = aws_cloudfront_distribution.this.web_acl_id == "arn:aws:wafv2:us-east-1:111122223333:global/webacl/flora/1" && length(aws_cloudwatch_log_delivery.this) == 1
    error_message = "The web ACL is before the distribution, and the log is written."
  }

  assert {
    condition     = length(aws_route53_record.shop) == 4
    error_message = "Both addresses, by IPv4 and IPv6."
  }
}

run "a_shop_without_a_domain_has_cloudfronts" {
  command = apply

  module {
    source = "./modules/cdn"
  }

  variables {
    host        = null
    zone_id     = null
    other_hosts = []
    firewall    = false
    origin      = { host = "ec2-1-2-3-4.example", protocol = "http-only", port = 3000, word = "word" }
  }

  assert {
    condition     = output.address == "https://d1.cloudfront.net" && length(aws_acm_certificate.this) == 0 && length(aws_route53_record.shop) == 0
    error_message = "It is reached by the distribution's own name."
  }
}

run "the_firewalls_have_the_rules_and_know_who_asks" {
  command = plan

  module {
    source = "./modules/cdn/firewall"
  }

  variables {
    scope = "CLOUDFRONT"
  }

  assert {
    condition     = alltrue([for group in ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesSQLiRuleSet", "AWSManagedRulesAmazonIpReputationList"] : contains(flatten([for rule in aws_wafv2_web_acl.this.rule : [for statement in rule.statement : [for managed in statement.managed_rule_group_statement : managed.name]]]), group)])
    error_message = "SQL, scripts, bad inputs, bad addresses."
  }

  assert {
    condition     = length([for rule in aws_wafv2_web_acl.this.rule : rule if length(one(rule.statement).rate_based_statement) == 1]) == 2
    error_message = "Two limits: one for all, one for those who guess."
  }
}

run "behind_cloudfront_the_header_says_who_asks" {
  command = plan

  module {
    source = "./modules/cdn/firewall"
  }

  variables {
    scope = "REGIONAL"
  }

  assert {
    condition     = alltrue([for rule in aws_wafv2_web_acl.this.rule : one(one(rule.statement).rate_based_statement).aggregate_key_type == "FORWARDED_IP" if length(one(rule.statement).rate_based_statement) == 1])
    error_message = "Else the limit would hit CloudFront, and so everybody."
  }
}
