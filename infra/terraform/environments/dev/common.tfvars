environment = "dev"
region      = "ap-southeast-2"
size        = "starter"

# Something to try things on: may be thrown away whole.
changes = { protected = false, log_days = 7 }
