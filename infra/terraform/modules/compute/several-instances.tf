resource "aws_lb" "this" {
  count                      = var.load_balanced ? 1 : 0
  name                       = var.name
  load_balancer_type         = "application"
  internal                   = false
  security_groups            = [var.network.load_balancer_group_id]
  subnets                    = var.network.public_subnet_ids
  drop_invalid_header_fields = true
  desync_mitigation_mode     = "strictest"
  enable_deletion_protection = var.protected
  idle_timeout               = 60

  dynamic "access_logs" {
    for_each = var.log_bucket == null ? [] : [var.log_bucket]

    content {
      bucket  = access_logs.value
      prefix  = "load-balancer"
      enabled = true
    }
  }
}

resource "aws_lb_target_group" "this" {
  count                = var.load_balanced ? 1 : 0
  name                 = var.name
  port                 = var.app_port
  protocol             = "HTTP"
  vpc_id               = var.network.vpc_id
  deregistration_delay = 35

  # Ready says that database, migrations and queue are there; health would say so of a process that can sell nothing.
  health_check {
    path                = "/api/ready"
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}

# Whoever comes by another distribution's way through CloudFront's addresses does not know the word.
resource "aws_lb_listener" "https" {
  count             = var.load_balanced ? 1 : 0
  load_balancer_arn = aws_lb.this[0].arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = aws_acm_certificate_validation.origin[0].certificate_arn

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      message_body = "The shop is at its own address."
      status_code  = "403"
    }
  }
}

resource "aws_lb_listener_rule" "cloudfront" {
  count        = var.load_balanced ? 1 : 0
  listener_arn = aws_lb_listener.https[0].arn
  priority     = 10

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[0].arn
  }

  condition {
    http_header {
      http_header_name = "x-origin-word"
      values           = [var.origin.word]
    }
  }
}

resource "aws_acm_certificate" "origin" {
  count             = var.load_balanced ? 1 : 0
  domain_name       = var.origin.host
  validation_method = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "origin_proof" {
  count           = var.load_balanced ? 1 : 0
  zone_id         = var.origin.zone_id
  name            = tolist(aws_acm_certificate.origin[0].domain_validation_options)[0].resource_record_name
  type            = tolist(aws_acm_certificate.origin[0].domain_validation_options)[0].resource_record_type
  records         = [tolist(aws_acm_certificate.origin[0].domain_validation_options)[0].resource_record_value]
  ttl             = 300
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "origin" {
  count                   = var.load_balanced ? 1 : 0
  certificate_arn         = aws_acm_certificate.origin[0].arn
  validation_record_fqdns = [aws_route53_record.origin_proof[0].fqdn]
}

resource "aws_route53_record" "load_balancer" {
  count   = var.load_balanced ? 1 : 0
  zone_id = var.origin.zone_id
  name    = var.origin.host
  type    = "A"

  alias {
    name                   = aws_lb.this[0].dns_name
    zone_id                = aws_lb.this[0].zone_id
    evaluate_target_health = false
  }
}

resource "aws_wafv2_web_acl_association" "load_balancer" {
  count        = var.load_balanced && var.firewall ? 1 : 0
  resource_arn = aws_lb.this[0].arn
  web_acl_arn  = var.firewall_arn
}

resource "aws_autoscaling_group" "this" {
  count                     = var.load_balanced ? 1 : 0
  name                      = var.name
  min_size                  = var.instances.min
  max_size                  = var.instances.max
  vpc_zone_identifier       = var.network.app_subnet_ids
  target_group_arns         = [aws_lb_target_group.this[0].arn]
  health_check_type         = "ELB"
  health_check_grace_period = 240
  default_instance_warmup   = 120
  capacity_rebalance        = false
  max_instance_lifetime     = 60 * 60 * 24 * 30
  termination_policies      = ["OldestLaunchTemplate", "OldestInstance"]
  enabled_metrics           = ["GroupDesiredCapacity", "GroupInServiceInstances", "GroupTotalInstances"]

  # A release is named in Parameter Store, and an instance that cannot serve must not stop Terraform: alarms say so.
  wait_for_capacity_timeout = "0"

  launch_template {
    id      = aws_launch_template.this.id
    version = aws_launch_template.this.latest_version
  }

  # One more comes before one goes, and a refresh that fails goes back by itself.
  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage = 100
      max_healthy_percentage = 150
      instance_warmup        = 120
      auto_rollback          = true
      skip_matching          = true
    }
  }

  dynamic "tag" {
    for_each = local.instance_tags

    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }

  depends_on = [aws_iam_role_policy.shop, aws_iam_role_policy.session]
}

resource "aws_autoscaling_policy" "cpu" {
  count                     = var.load_balanced ? 1 : 0
  name                      = "${var.name}-cpu"
  autoscaling_group_name    = aws_autoscaling_group.this[0].name
  policy_type               = "TargetTrackingScaling"
  estimated_instance_warmup = 120

  target_tracking_configuration {
    target_value = 55

    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}

resource "aws_autoscaling_policy" "requests" {
  count                     = var.load_balanced ? 1 : 0
  name                      = "${var.name}-requests"
  autoscaling_group_name    = aws_autoscaling_group.this[0].name
  policy_type               = "TargetTrackingScaling"
  estimated_instance_warmup = 120

  # A minute's requests for one machine: far below what it can serve, since a queue is what shoppers feel first.
  target_tracking_configuration {
    target_value = 6000

    predefined_metric_specification {
      predefined_metric_type = "ALBRequestCountPerTarget"
      resource_label         = "${aws_lb.this[0].arn_suffix}/${aws_lb_target_group.this[0].arn_suffix}"
    }
  }
}
