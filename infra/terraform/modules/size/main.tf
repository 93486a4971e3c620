# The two sizes, side by side. docs/costs.md prices them line by line: what changes here changes there.
locals {
  sizes = {
    starter = {
      zones                     = 2
      nat                       = "none"
      interface_endpoints       = false
      log_days                  = 30
      load_balanced             = false
      origin_protocol           = "http-only"
      instance_type             = "t3.small"
      instances_min             = 1
      instances_max             = 1
      volume_gib                = 20
      cpu_credits               = "standard"
      database_class            = "db.t4g.micro"
      database_multi_az         = false
      database_replicas         = 0
      database_gib              = 20
      database_most_gib         = 50
      database_backup_days      = 7
      database_password         = "parameter"
      database_insights         = false
      database_monitor_seconds  = 0
      cache                     = false
      cache_class               = "cache.t4g.micro"
      cache_nodes               = 1
      firewall                  = false
      firewall_on_load_balancer = false
      backup_copies             = false
      protected                 = true
    }

    highly-available = {
      zones                     = 3
      nat                       = "per-zone"
      interface_endpoints       = true
      log_days                  = 90
      load_balanced             = true
      origin_protocol           = "https-only"
      instance_type             = "t3.medium"
      instances_min             = 2
      instances_max             = 6
      volume_gib                = 20
      cpu_credits               = "unlimited"
      database_class            = "db.t4g.medium"
      database_multi_az         = true
      database_replicas         = 1
      database_gib              = 50
      database_most_gib         = 500
      database_backup_days      = 14
      database_password         = "managed"
      database_insights         = true
      database_monitor_seconds  = 60
      cache                     = true
      cache_class               = "cache.t4g.small"
      cache_nodes               = 2
      firewall                  = true
      firewall_on_load_balancer = true
      backup_copies             = true
      protected                 = true
    }
  }

  settings = merge(local.sizes[var.size], { for name, value in var.changes : name => value if value != null })
}
