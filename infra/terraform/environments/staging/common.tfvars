environment = "staging"
region      = "ap-southeast-2"
size        = "highly-available"
host        = "staging.shop.example"

# Built as production is, so that what breaks breaks here first, on machines as small as that allows.
changes = {
  zones                     = 2
  nat                       = "single"
  interface_endpoints       = false
  log_days                  = 30
  instance_type             = "t3.small"
  instances_min             = 1
  instances_max             = 3
  database_class            = "db.t4g.micro"
  database_gib              = 20
  database_most_gib         = 50
  database_backup_days      = 7
  database_insights         = false
  database_monitor_seconds  = 0
  database_replicas         = 0
  cache_class               = "cache.t4g.micro"
  cache_nodes               = 1
  firewall_on_load_balancer = false
  backup_copies             = false
  protected                 = false
}
