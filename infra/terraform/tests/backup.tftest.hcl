mock_provider "aws" {
  source = "./tests/mocks"

  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/backup" }
  }
}

mock_provider "aws" {
  alias  = "copies"
  source = "./tests/mocks"

  mock_resource "aws_backup_vault" {
    defaults = { arn = "arn:aws:backup:ap-southeast-4:111122223333:backup-vault:copies" }
  }

  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:ap-southeast-4:111122223333:key/copies" }
  }
}

variables {
  name          = "flora-test"
  key_arn       = "arn:aws:kms:ap-southeast-2:111122223333:key/kept"
  resource_arns = ["arn:aws:rds:ap-southeast-2:111122223333:db:flora-test"]
  copies        = true
}

# Some values are known only once it is applied: to the mock, nothing leaves this machine.
run "every_backup_is_copied_and_locked" {
  command = apply

  module {
    source = "./modules/backup"
  }

  assert {
    condition     = length(aws_backup_plan.this.rule) == 2 && alltrue([for rule in aws_backup_plan.this.rule : one(rule.copy_action).destination_vault_arn == "arn:aws:backup:ap-southeast-4:111122223333:backup-vault:copies"])
    error_message = "Daily and monthly, each copied to the other region."
  }

  assert {
    condition     = aws_backup_vault.here.kms_key_arn == var.key_arn && aws_backup_vault.there[0].kms_key_arn == "arn:aws:kms:ap-southeast-4:111122223333:key/copies"
    error_message = "Each region seals by its own key."
  }

  assert {
    condition     = aws_backup_vault_lock_configuration.here[0].min_retention_days == 7 && aws_backup_vault_lock_configuration.there[0].min_retention_days == 7
    error_message = "A backup outlives the week in which a mistake is found."
  }
}

run "the_starter_keeps_its_backups_here" {
  command = apply

  module {
    source = "./modules/backup"
  }

  variables {
    copies = false
  }

  assert {
    condition     = length(aws_backup_vault.there) == 0 && alltrue([for rule in aws_backup_plan.this.rule : length(rule.copy_action) == 0])
    error_message = "No copies, no second vault."
  }
}
