output "settings" {
  description = "Every setting of this size, with this environment's changes."
  value       = local.settings

  precondition {
    condition     = local.settings.load_balanced || (local.settings.instances_min == 1 && local.settings.instances_max == 1)
    error_message = "Several instances want a load balancer: set load_balanced, or one instance at most."
  }

  precondition {
    condition     = !local.settings.load_balanced || local.settings.nat != "none"
    error_message = "Behind a load balancer instances have no public address, and reach Stripe and the mail server by a NAT only."
  }

  precondition {
    condition     = local.settings.instances_min <= local.settings.instances_max
    error_message = "instances_min is more than instances_max."
  }

  precondition {
    condition     = !local.settings.load_balanced || local.settings.origin_protocol == "https-only"
    error_message = "A load balancer has a certificate: CloudFront speaks https to it."
  }
}
