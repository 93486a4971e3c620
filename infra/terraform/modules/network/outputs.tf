output "vpc_id" {
  description = "The network."
  value       = aws_vpc.this.id
}

output "public_subnet_ids" {
  description = "Subnets of the load balancer, or of the one instance; by zone."
  value       = [for zone in local.zones : aws_subnet.public[zone].id]
}

output "app_subnet_ids" {
  description = "Private subnets of the instances; by zone."
  value       = [for zone in local.zones : aws_subnet.app[zone].id]
}

output "data_subnet_ids" {
  description = "Subnets of database and cache, without a way out; by zone."
  value       = [for zone in local.zones : aws_subnet.data[zone].id]
}

output "group_ids" {
  description = "Security groups by what they are for. Those that this size does without are null."
  value = {
    load_balancer = one(aws_security_group.load_balancer[*].id)
    app           = aws_security_group.app.id
    database      = aws_security_group.database.id
    cache         = one(aws_security_group.cache[*].id)
  }
}
