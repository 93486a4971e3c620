# CloudFront's own addresses, kept up to date by AWS. It counts as 55 rules of a group's 60.
data "aws_ec2_managed_prefix_list" "cloudfront" {
  name = "com.amazonaws.global.cloudfront.origin-facing"
}

# Whatever is put into the default group by mistake reaches nobody.
resource "aws_default_security_group" "closed" {
  vpc_id = aws_vpc.this.id
  tags   = { Name = "${var.name}-closed" }
}

resource "aws_security_group" "load_balancer" {
  count       = var.load_balanced ? 1 : 0
  name        = "${var.name}-load-balancer"
  description = "The load balancer: CloudFront knocks, instances are spoken to"
  vpc_id      = aws_vpc.this.id
  tags        = { Name = "${var.name}-load-balancer" }
}

resource "aws_security_group" "app" {
  name        = "${var.name}-app"
  description = "Instances that run the shop"
  vpc_id      = aws_vpc.this.id
  tags        = { Name = "${var.name}-app" }
}

resource "aws_security_group" "database" {
  name        = "${var.name}-database"
  description = "PostgreSQL: instances of the shop and nobody else"
  vpc_id      = aws_vpc.this.id
  tags        = { Name = "${var.name}-database" }
}

resource "aws_security_group" "cache" {
  count       = var.cache ? 1 : 0
  name        = "${var.name}-cache"
  description = "The cache: instances of the shop and nobody else"
  vpc_id      = aws_vpc.this.id
  tags        = { Name = "${var.name}-cache" }
}

resource "aws_security_group" "endpoints" {
  count       = var.interface_endpoints ? 1 : 0
  name        = "${var.name}-endpoints"
  description = "AWS services inside of the network"
  vpc_id      = aws_vpc.this.id
  tags        = { Name = "${var.name}-endpoints" }
}

# The one door from outside: to the load balancer, or to the one instance where there is none.
resource "aws_vpc_security_group_ingress_rule" "cloudfront" {
  security_group_id = var.load_balanced ? aws_security_group.load_balancer[0].id : aws_security_group.app.id
  description       = "CloudFront"
  prefix_list_id    = data.aws_ec2_managed_prefix_list.cloudfront.id
  ip_protocol       = "tcp"
  from_port         = var.origin_port
  to_port           = var.origin_port
}

resource "aws_vpc_security_group_egress_rule" "load_balancer_to_app" {
  count                        = var.load_balanced ? 1 : 0
  security_group_id            = aws_security_group.load_balancer[0].id
  description                  = "Instances of the shop"
  referenced_security_group_id = aws_security_group.app.id
  ip_protocol                  = "tcp"
  from_port                    = var.app_port
  to_port                      = var.app_port
}

resource "aws_vpc_security_group_ingress_rule" "app_from_load_balancer" {
  count                        = var.load_balanced ? 1 : 0
  security_group_id            = aws_security_group.app.id
  description                  = "The load balancer"
  referenced_security_group_id = aws_security_group.load_balancer[0].id
  ip_protocol                  = "tcp"
  from_port                    = var.app_port
  to_port                      = var.app_port
}

# Stripe, AWS, the identity provider; and mail servers, which want one of the two ports of submission.
resource "aws_vpc_security_group_egress_rule" "app_out" {
  for_each          = { https = 443, smtps = 465, submission = 587 }
  security_group_id = aws_security_group.app.id
  description       = "Services of others: ${each.key}"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = each.value
  to_port           = each.value
}

resource "aws_vpc_security_group_egress_rule" "app_to_database" {
  security_group_id            = aws_security_group.app.id
  description                  = "PostgreSQL"
  referenced_security_group_id = aws_security_group.database.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

resource "aws_vpc_security_group_ingress_rule" "database_from_app" {
  security_group_id            = aws_security_group.database.id
  description                  = "Instances of the shop"
  referenced_security_group_id = aws_security_group.app.id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

resource "aws_vpc_security_group_egress_rule" "app_to_cache" {
  count                        = var.cache ? 1 : 0
  security_group_id            = aws_security_group.app.id
  description                  = "The cache"
  referenced_security_group_id = aws_security_group.cache[0].id
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379
}

resource "aws_vpc_security_group_ingress_rule" "cache_from_app" {
  count                        = var.cache ? 1 : 0
  security_group_id            = aws_security_group.cache[0].id
  description                  = "Instances of the shop"
  referenced_security_group_id = aws_security_group.app.id
  ip_protocol                  = "tcp"
  from_port                    = 6379
  to_port                      = 6379
}

resource "aws_vpc_security_group_ingress_rule" "endpoints_from_app" {
  count                        = var.interface_endpoints ? 1 : 0
  security_group_id            = aws_security_group.endpoints[0].id
  description                  = "Instances of the shop"
  referenced_security_group_id = aws_security_group.app.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}
