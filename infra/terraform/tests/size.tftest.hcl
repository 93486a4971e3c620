run "the_starter_has_no_gateway_and_one_machine" {
  command = plan

  module {
    source = "./modules/size"
  }

  variables {
    size = "starter"
  }

  assert {
    condition     = output.settings.nat == "none" && output.settings.instances_max == 1 && !output.settings.load_balanced
    error_message = "The starter is one machine, and a NAT gateway costs more than it."
  }

  assert {
    condition     = !output.settings.database_multi_az && output.settings.database_class == "db.t4g.micro"
    error_message = "The starter's database is the one of the free tier."
  }
}

run "the_other_size_outlives_a_zone" {
  command = plan

  module {
    source = "./modules/size"
  }

  variables {
    size = "highly-available"
  }

  assert {
    condition     = output.settings.zones == 3 && output.settings.instances_min >= 2 && output.settings.database_multi_az && output.settings.nat == "per-zone" && output.settings.cache_nodes >= 2
    error_message = "Every part stands in two zones at least."
  }
}

run "a_change_changes_that_and_nothing_else" {
  command = plan

  module {
    source = "./modules/size"
  }

  variables {
    size    = "starter"
    changes = { log_days = 7 }
  }

  assert {
    condition     = output.settings.log_days == 7 && output.settings.database_gib == 20
    error_message = "What is left out is as the size says."
  }
}

run "several_machines_want_a_load_balancer" {
  command = plan

  module {
    source = "./modules/size"
  }

  variables {
    size    = "starter"
    changes = { instances_max = 3 }
  }

  expect_failures = [output.settings]
}

run "machines_without_an_address_want_a_gateway" {
  command = plan

  module {
    source = "./modules/size"
  }

  variables {
    size    = "highly-available"
    changes = { nat = "none" }
  }

  expect_failures = [output.settings]
}

run "a_third_size_is_refused" {
  command = plan

  module {
    source = "./modules/size"
  }

  variables {
    size = "enormous"
  }

  expect_failures = [var.size]
}
