# A mock knows no passwords that are made in memory: this is the provider itself, with keys to nothing. A plan asks AWS nothing here.
provider "aws" {
  region                      = "ap-southeast-2"
  access_key                  = "nobody"
  secret_key                  = "nothing"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
}

variables {
  name            = "flora-test"
  parameters      = "/flora/test"
  subnet_ids      = ["subnet-d1", "subnet-d2"]
  group_id        = "sg-database"
  keys            = { kept_arn = "arn:aws:kms:ap-southeast-2:111122223333:key/kept", said_arn = "arn:aws:kms:ap-southeast-2:111122223333:key/said" }
  instance_class  = "db.t4g.micro"
  multi_az        = true
  replicas        = 1
  storage         = { gib = 20, most_gib = 50 }
  backup_days     = 7
  password        = "managed"
  insights        = true
  monitor_seconds = 60
}

run "the_database_is_sealed_private_and_speaks_tls" {
  command = plan

  module {
    source = "./modules/database"
  }

  assert {
    condition     = alltrue([for instance in concat([aws_db_instance.this], aws_db_instance.replica) : instance.storage_encrypted && instance.kms_key_id == var.keys.kept_arn && !instance.publicly_accessible && instance.vpc_security_group_ids == toset(["sg-database"])])
    error_message = "Sealed, without a public address, in the one group."
  }

  assert {
    condition     = anytrue([for parameter in aws_db_parameter_group.this.parameter : parameter.name == "rds.force_ssl" && parameter.value == "1"])
    error_message = "No connection without TLS."
  }

  assert {
    condition     = alltrue([for name in ["log_parameter_max_length", "log_parameter_max_length_on_error"] : anytrue([for parameter in aws_db_parameter_group.this.parameter : parameter.name == name && parameter.value == "0"])])
    error_message = "Customers' addresses are not written to the log."
  }

  assert {
    condition     = aws_db_instance.this.deletion_protection && !aws_db_instance.this.skip_final_snapshot && aws_db_instance.this.backup_retention_period == 7 && !aws_db_instance.this.delete_automated_backups
    error_message = "It is not lost by a mistake."
  }

  assert {
    condition     = aws_db_instance.this.manage_master_user_password && aws_db_instance.this.master_user_secret_kms_key_id == var.keys.kept_arn && length(aws_ssm_parameter.url) == 0
    error_message = "Secrets Manager keeps the password, and nobody else."
  }

  assert {
    condition     = alltrue([for group in values(aws_cloudwatch_log_group.this) : group.kms_key_id == var.keys.said_arn && group.retention_in_days == 30])
    error_message = "The log is sealed and forgotten."
  }
}

run "a_backup_of_less_than_a_week_is_refused" {
  command = plan

  module {
    source = "./modules/database"
  }

  variables {
    backup_days = 1
  }

  expect_failures = [var.backup_days]
}

run "one_subnet_is_refused" {
  command = plan

  module {
    source = "./modules/database"
  }

  variables {
    subnet_ids = ["subnet-d1"]
  }

  expect_failures = [var.subnet_ids]
}
