data "aws_region" "current" {}

# Free, and releases and pictures then don't leave the network on their way to the instances.
resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.this.id
  service_name      = "com.amazonaws.${data.aws_region.current.name}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = concat([aws_route_table.public.id], [for table in aws_route_table.app : table.id])
  tags              = { Name = "${var.name}-s3" }
}

# Operators and secrets should get through also while a NAT does not.
resource "aws_vpc_endpoint" "interface" {
  for_each            = var.interface_endpoints ? toset(["ssm", "ssmmessages"]) : toset([])
  vpc_id              = aws_vpc.this.id
  service_name        = "com.amazonaws.${data.aws_region.current.name}.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [for subnet in aws_subnet.app : subnet.id]
  security_group_ids  = [aws_security_group.endpoints[0].id]
  tags                = { Name = "${var.name}-${each.key}" }
}
