# A second wall behind the security groups: coarse, without memory, and the same for everybody in a subnet.
locals {
  inside = var.cidr

  # Answers come to ports of the caller's choosing.
  answers = { from = 1024, to = 65535 }

  ways_out = [443, 465, 587]
}

resource "aws_network_acl" "public" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = [for subnet in aws_subnet.public : subnet.id]
  tags       = { Name = "${var.name}-public" }
}

resource "aws_network_acl_rule" "public_in_inside" {
  network_acl_id = aws_network_acl.public.id
  rule_number    = 100
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = local.inside
}

resource "aws_network_acl_rule" "public_in_https" {
  network_acl_id = aws_network_acl.public.id
  rule_number    = 110
  protocol       = "tcp"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
  from_port      = 443
  to_port        = 443
}

# Answers to NAT and to the one instance; the shop's own port is among them where CloudFront knocks there.
resource "aws_network_acl_rule" "public_in_answers" {
  network_acl_id = aws_network_acl.public.id
  rule_number    = 120
  protocol       = "tcp"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
  from_port      = local.answers.from
  to_port        = local.answers.to
}

resource "aws_network_acl_rule" "public_out_inside" {
  network_acl_id = aws_network_acl.public.id
  rule_number    = 100
  egress         = true
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = local.inside
}

resource "aws_network_acl_rule" "public_out" {
  for_each       = { for at, port in local.ways_out : port => 110 + at }
  network_acl_id = aws_network_acl.public.id
  rule_number    = each.value
  egress         = true
  protocol       = "tcp"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
  from_port      = tonumber(each.key)
  to_port        = tonumber(each.key)
}

resource "aws_network_acl_rule" "public_out_answers" {
  network_acl_id = aws_network_acl.public.id
  rule_number    = 120
  egress         = true
  protocol       = "tcp"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
  from_port      = local.answers.from
  to_port        = local.answers.to
}

resource "aws_network_acl" "app" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = [for subnet in aws_subnet.app : subnet.id]
  tags       = { Name = "${var.name}-app" }
}

resource "aws_network_acl_rule" "app_in_inside" {
  network_acl_id = aws_network_acl.app.id
  rule_number    = 100
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = local.inside
}

resource "aws_network_acl_rule" "app_in_answers" {
  network_acl_id = aws_network_acl.app.id
  rule_number    = 110
  protocol       = "tcp"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
  from_port      = local.answers.from
  to_port        = local.answers.to
}

resource "aws_network_acl_rule" "app_out_inside" {
  network_acl_id = aws_network_acl.app.id
  rule_number    = 100
  egress         = true
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = local.inside
}

resource "aws_network_acl_rule" "app_out" {
  for_each       = { for at, port in local.ways_out : port => 110 + at }
  network_acl_id = aws_network_acl.app.id
  rule_number    = each.value
  egress         = true
  protocol       = "tcp"
  rule_action    = "allow"
  cidr_block     = "0.0.0.0/0"
  from_port      = tonumber(each.key)
  to_port        = tonumber(each.key)
}

# Data subnets: the two ports of the stores in, answers out, and nothing beyond the network.
resource "aws_network_acl" "data" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = [for subnet in aws_subnet.data : subnet.id]
  tags       = { Name = "${var.name}-data" }
}

resource "aws_network_acl_rule" "data_in" {
  for_each       = { 5432 = 100, 6379 = 110 }
  network_acl_id = aws_network_acl.data.id
  rule_number    = each.value
  protocol       = "tcp"
  rule_action    = "allow"
  cidr_block     = local.inside
  from_port      = tonumber(each.key)
  to_port        = tonumber(each.key)
}

resource "aws_network_acl_rule" "data_out" {
  network_acl_id = aws_network_acl.data.id
  rule_number    = 100
  egress         = true
  protocol       = "tcp"
  rule_action    = "allow"
  cidr_block     = local.inside
  from_port      = local.answers.from
  to_port        = local.answers.to
}
