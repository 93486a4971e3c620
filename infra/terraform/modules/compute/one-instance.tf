# The starter: one machine in a public subnet, because a NAT gateway costs more than the machine. Only CloudFront may knock.
resource "aws_network_interface" "this" {
  count           = var.load_balanced ? 0 : 1
  description     = "${var.name}: the address of the one instance"
  subnet_id       = var.network.public_subnet_ids[0]
  security_groups = [var.network.app_group_id]
  tags            = { Name = "${var.name}-app" }
}

resource "aws_eip" "this" {
  count             = var.load_balanced ? 0 : 1
  domain            = "vpc"
  network_interface = aws_network_interface.this[0].id
  tags              = { Name = "${var.name}-app" }
}

resource "aws_instance" "this" {
  count                   = var.load_balanced ? 0 : 1
  disable_api_termination = var.protected
  tags                    = local.instance_tags

  launch_template {
    id      = aws_launch_template.this.id
    version = "$Default"
  }

  network_interface {
    network_interface_id = aws_network_interface.this[0].id
    device_index         = 0
  }

  maintenance_options {
    auto_recovery = "default"
  }

  # A changed template would stop the shop in the middle of a day. It counts from the next time the instance is replaced on purpose
  # (apply -replace); releases are rolled out in place.
  lifecycle {
    ignore_changes = [launch_template, user_data]
  }

  # The way out must be there before the first line of the boot script.
  depends_on = [aws_eip.this, aws_iam_role_policy.shop, aws_iam_role_policy.session]
}

resource "aws_route53_record" "instance" {
  count   = !var.load_balanced && var.origin.host != null ? 1 : 0
  zone_id = var.origin.zone_id
  name    = var.origin.host
  type    = "A"
  ttl     = 300
  records = [aws_eip.this[0].public_ip]
}
