environment = "prod"
region      = "ap-southeast-2"

# "starter" is one machine for a shop that begins, "highly-available" several for one that must not close. docs/costs.md has the prices.
size = "highly-available"
host = "shop.example"
