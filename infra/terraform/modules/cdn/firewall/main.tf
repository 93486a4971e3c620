locals {
  # AWS's rules, in the order they are asked. What counts only would stop honest visitors: big bodies are photos and carts, and the
  # shop has limits of its own for them.
  managed = {
    reputation = { priority = 20, group = "AWSManagedRulesAmazonIpReputationList", only_counted = [] }
    common     = { priority = 30, group = "AWSManagedRulesCommonRuleSet", only_counted = ["SizeRestrictions_BODY", "NoUserAgent_HEADER"] }
    known_bad  = { priority = 40, group = "AWSManagedRulesKnownBadInputsRuleSet", only_counted = [] }
    sql        = { priority = 50, group = "AWSManagedRulesSQLiRuleSet", only_counted = [] }
  }

  # Behind CloudFront every request comes from CloudFront: who asks stands in the header.
  behind = var.scope == "REGIONAL"
}

resource "aws_wafv2_web_acl" "this" {
  name        = "${var.name}-${lower(var.scope)}"
  description = "What never reaches the shop"
  scope       = var.scope

  default_action {
    allow {}
  }

  rule {
    name     = "too-many-guesses"
    priority = 5

    action {
      block {
        custom_response {
          response_code = 429
        }
      }
    }

    statement {
      rate_based_statement {
        limit                 = var.sign_in_requests
        evaluation_window_sec = 300
        aggregate_key_type    = local.behind ? "FORWARDED_IP" : "IP"

        dynamic "forwarded_ip_config" {
          for_each = local.behind ? ["X-Forwarded-For"] : []

          content {
            header_name       = forwarded_ip_config.value
            fallback_behavior = "NO_MATCH"
          }
        }

        scope_down_statement {
          regex_match_statement {
            regex_string = "^/api/(auth/(login|register|forgotten|reset|second-factor|verify)|orders/find|cart/code|staff/invitations/accept)"

            field_to_match {
              uri_path {}
            }

            text_transformation {
              priority = 0
              type     = "NORMALIZE_PATH"
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "too-many-guesses"
      sampled_requests_enabled   = true
    }
  }

  # Stripe's events come in bursts from few addresses, and are verified by their signature.
  rule {
    name     = "too-many-requests"
    priority = 10

    action {
      block {
        custom_response {
          response_code = 429
        }
      }
    }

    statement {
      rate_based_statement {
        limit                 = var.requests
        evaluation_window_sec = 300
        aggregate_key_type    = local.behind ? "FORWARDED_IP" : "IP"

        dynamic "forwarded_ip_config" {
          for_each = local.behind ? ["X-Forwarded-For"] : []

          content {
            header_name       = forwarded_ip_config.value
            fallback_behavior = "NO_MATCH"
          }
        }

        scope_down_statement {
          not_statement {
            statement {
              byte_match_statement {
                search_string         = "/api/stripe/webhook"
                positional_constraint = "EXACTLY"

                field_to_match {
                  uri_path {}
                }

                text_transformation {
                  priority = 0
                  type     = "NONE"
                }
              }
            }
          }
        }
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "too-many-requests"
      sampled_requests_enabled   = true
    }
  }

  dynamic "rule" {
    for_each = local.managed

    content {
      name     = rule.key
      priority = rule.value.priority

      override_action {
        none {}
      }

      statement {
        managed_rule_group_statement {
          name        = rule.value.group
          vendor_name = "AWS"

          dynamic "rule_action_override" {
            for_each = rule.value.only_counted

            content {
              name = rule_action_override.value

              action_to_use {
                count {}
              }
            }
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = rule.key
        sampled_requests_enabled   = true
      }
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = var.name
    sampled_requests_enabled   = true
  }
}
