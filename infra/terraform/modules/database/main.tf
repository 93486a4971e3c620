locals {
  major   = split(".", var.engine_version)[0]
  user    = "flora"
  base    = "flora"
  logs    = ["postgresql", "upgrade"]
  ca_file = "/opt/flora/rds-ca.pem"

  # Half past two at night in Melbourne, summer or winter within an hour; AWS counts in UTC.
  backup_hours      = "15:30-16:30"
  maintenance_hours = "sun:16:45-sun:17:45"
}

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_db_parameter_group" "this" {
  name_prefix = "${var.name}-${local.major}-"
  family      = "postgres${local.major}"
  description = "PostgreSQL ${local.major} for the shop"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  # Half a second is long for a shop whose statements go by primary keys.
  parameter {
    name  = "log_min_duration_statement"
    value = "500"
  }

  parameter {
    name  = "log_lock_waits"
    value = "1"
  }

  # Values of statements are addresses and names of customers.
  parameter {
    name  = "log_parameter_max_length"
    value = "0"
  }

  parameter {
    name  = "log_parameter_max_length_on_error"
    value = "0"
  }

  parameter {
    name         = "shared_preload_libraries"
    value        = "pg_stat_statements"
    apply_method = "pending-reboot"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# Made in memory, given to database and Parameter Store, and written to neither plan nor state.
ephemeral "aws_secretsmanager_random_password" "this" {
  count               = var.password == "parameter" ? 1 : 0
  password_length     = 40
  exclude_punctuation = true
}

resource "aws_db_instance" "this" {
  #checkov:skip=CKV_AWS_157:one zone is what the starter is
  identifier                          = var.name
  engine                              = "postgres"
  engine_version                      = var.engine_version
  instance_class                      = var.instance_class
  db_name                             = local.base
  username                            = local.user
  password_wo                         = var.password == "parameter" ? ephemeral.aws_secretsmanager_random_password.this[0].random_password : null
  password_wo_version                 = var.password == "parameter" ? var.password_version : null
  manage_master_user_password         = var.password == "managed" ? true : null
  master_user_secret_kms_key_id       = var.password == "managed" ? var.keys.kept_arn : null
  iam_database_authentication_enabled = true

  storage_type          = "gp3"
  allocated_storage     = var.storage.gib
  max_allocated_storage = var.storage.most_gib
  storage_encrypted     = true
  kms_key_id            = var.keys.kept_arn

  multi_az               = var.multi_az
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [var.group_id]
  publicly_accessible    = false
  parameter_group_name   = aws_db_parameter_group.this.name
  ca_cert_identifier     = "rds-ca-rsa2048-g1"

  backup_retention_period    = var.backup_days
  backup_window              = local.backup_hours
  maintenance_window         = local.maintenance_hours
  copy_tags_to_snapshot      = true
  delete_automated_backups   = false
  auto_minor_version_upgrade = true

  deletion_protection       = var.protected
  skip_final_snapshot       = !var.protected
  final_snapshot_identifier = var.protected ? "${var.name}-last" : null

  enabled_cloudwatch_logs_exports       = local.logs
  performance_insights_enabled          = var.insights
  performance_insights_kms_key_id       = var.insights ? var.keys.kept_arn : null
  performance_insights_retention_period = var.insights ? 7 : null
  monitoring_interval                   = var.monitor_seconds
  monitoring_role_arn                   = var.monitor_seconds > 0 ? aws_iam_role.monitor[0].arn : null

  depends_on = [aws_cloudwatch_log_group.this]
}

resource "aws_db_instance" "replica" {
  count               = var.replicas
  identifier          = "${var.name}-reads-${count.index + 1}"
  replicate_source_db = aws_db_instance.this.identifier
  instance_class      = var.instance_class

  storage_type          = "gp3"
  storage_encrypted     = true
  kms_key_id            = var.keys.kept_arn
  max_allocated_storage = var.storage.most_gib

  vpc_security_group_ids              = [var.group_id]
  publicly_accessible                 = false
  iam_database_authentication_enabled = true
  parameter_group_name                = aws_db_parameter_group.this.name
  ca_cert_identifier                  = "rds-ca-rsa2048-g1"

  maintenance_window         = local.maintenance_hours
  copy_tags_to_snapshot      = true
  auto_minor_version_upgrade = true
  deletion_protection        = var.protected
  skip_final_snapshot        = true

  enabled_cloudwatch_logs_exports       = ["postgresql"]
  performance_insights_enabled          = var.insights
  performance_insights_kms_key_id       = var.insights ? var.keys.kept_arn : null
  performance_insights_retention_period = var.insights ? 7 : null
  monitoring_interval                   = var.monitor_seconds
  monitoring_role_arn                   = var.monitor_seconds > 0 ? aws_iam_role.monitor[0].arn : null
}

# RDS would make these itself, unsealed and kept for ever.
resource "aws_cloudwatch_log_group" "this" {
  for_each          = toset(local.logs)
  name              = "/aws/rds/instance/${var.name}/${each.key}"
  retention_in_days = var.log_days
  kms_key_id        = var.keys.said_arn
}

resource "aws_iam_role" "monitor" {
  count              = var.monitor_seconds > 0 ? 1 : 0
  name               = "${var.name}-database-monitor"
  assume_role_policy = data.aws_iam_policy_document.monitor_trust.json
}

resource "aws_iam_role_policy_attachment" "monitor" {
  count      = var.monitor_seconds > 0 ? 1 : 0
  role       = aws_iam_role.monitor[0].name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}

data "aws_partition" "current" {}

data "aws_iam_policy_document" "monitor_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["monitoring.rds.amazonaws.com"]
    }
  }
}

# What the shop reads at its start. Where Secrets Manager keeps the password, the boot script puts it between user and host.
resource "aws_ssm_parameter" "url" {
  count            = var.password == "parameter" ? 1 : 0
  name             = "${var.parameters}/secret/DATABASE_URL"
  description      = "How the shop reaches its database"
  type             = "SecureString"
  key_id           = var.keys.kept_arn
  value_wo         = "postgresql://${local.user}:${ephemeral.aws_secretsmanager_random_password.this[0].random_password}@${aws_db_instance.this.endpoint}/${local.base}?sslmode=verify-full&sslrootcert=${local.ca_file}"
  value_wo_version = var.password_version
}

resource "aws_ssm_parameter" "place" {
  for_each = {
    DATABASE_HOST         = aws_db_instance.this.address
    DATABASE_NAME         = local.base
    DATABASE_USER         = local.user
    DATABASE_CA_FILE      = local.ca_file
    DATABASE_PASSWORD_IN  = var.password
    DATABASE_REPLICA_HOST = var.replicas > 0 ? aws_db_instance.replica[0].address : "none"
    DATABASE_SECRET_ARN   = var.password == "managed" ? aws_db_instance.this.master_user_secret[0].secret_arn : "none"
  }
  name        = "${var.parameters}/config/${each.key}"
  description = "Where the database is"
  type        = "String"
  value       = each.value
}
